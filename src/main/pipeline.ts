import { setTimeout as pause } from "node:timers/promises";
import type { DataSource } from "typeorm";
import { allClientIds } from "../clients/tenant.queries";
import { inTransaction, type Tx } from "../platform/database";
import { inLanes } from "./lanes";
import { retrying } from "./retry";
import type { Services } from "./services";

export interface SettleOptions {
  readonly now: Date;
  /** All clients, when left out. */
  readonly clientIds?: readonly string[];
  readonly onProgress?: (progress: SettleProgress) => void;
  /** Stops between two transactions; what is left stays on the logs. */
  readonly signal?: AbortSignal;
}

export interface SettleProgress {
  readonly clientId: string;
  readonly days: number;
  readonly periods: number;
}

export interface SettleReport {
  clients: number;
  days: number;
  periods: number;
  scorecards: number;
  objectiveResults: number;
  daysMs: number;
  periodsMs: number;
}

/** One transaction each: small enough to be repeated, large enough not to compute a year for every day of it. */
const DAYS_PER_TRANSACTION = 200;
const PERIODS_PER_TRANSACTION = 40;

/**
 * Does everything that is due: recomputes touched days, then the scorecards and objective results of touched periods,
 * client by client, until nothing is left. One client's trouble does not keep the others waiting. Each step takes its
 * work off a log and saves the result in one transaction, so that several settles may run at once, and one that dies
 * loses nothing.
 */
export async function settle(services: Services, db: DataSource, options: SettleOptions): Promise<SettleReport> {
  const total = { clients: 0, days: 0, periods: 0, scorecards: 0, objectiveResults: 0, daysMs: 0, periodsMs: 0 };
  const failures: unknown[] = [];
  await recordCatalogue(services, db, options.now);
  for (const clientId of options.clientIds ?? (await allClientIds(db))) {
    if (options.signal?.aborted) break;
    try {
      await settleClient({ services, db, options, clientId, total });
      total.clients += 1;
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 1) throw new AggregateError(failures, `Settling failed for ${failures.length} clients.`);
  if (failures.length === 1) throw failures[0];
  return total;
}

/** Databases that know this program's catalogue: it is code, so once is enough. */
const recorded = new WeakSet<DataSource>();

async function recordCatalogue(services: Services, db: DataSource, now: Date): Promise<void> {
  if (recorded.has(db)) return;
  await retrying(() => inTransaction(db, HOUSE, (tx) => services.kpis.syncCatalogue(tx, now)));
  recorded.add(db);
}

async function settleClient(settling: Settling): Promise<void> {
  await prepare(settling);
  await untilQuiet(settling);
}

interface Settling {
  readonly services: Services;
  readonly db: DataSource;
  readonly options: SettleOptions;
  readonly clientId: string;
  readonly total: SettleReport;
}

/** Sees what belongs to no client. */
const HOUSE = { clientIds: [], internal: true };

const step = <T>({ db, clientId }: Settling, work: (tx: Tx) => Promise<T>): Promise<T> =>
  retrying(() => inTransaction(db, { clientIds: [clientId], internal: true }, work));

async function prepare(settling: Settling): Promise<void> {
  const { services, clientId, options } = settling;
  await step(settling, async (tx) => {
    const { due } = await services.slots.provide(tx, clientId);
    await services.backfills.begin(tx, clientId, due, options.now);
  });
  await step(settling, (tx) => services.histograms.ensureHistograms(tx, clientId));
  await step(settling, (tx) => services.calendars.keepWindowsAhead(tx, clientId, options.now));
  await step(settling, (tx) => services.scorecards.touchEnded(tx, clientId, options.now));
}

/** Days first, so that a month is computed once and not for each of its days; then again, until both logs are empty. */
async function untilQuiet(settling: Settling): Promise<void> {
  const { total, options } = settling;
  const patience = new Patience();
  while (!options.signal?.aborted) {
    const startedAt = Date.now();
    const daysRemain = await everyDay(settling);
    const daysDoneAt = Date.now();
    const periodsRemain = await everyPeriod(settling);
    await everyHistogram(settling);
    total.daysMs += daysDoneAt - startedAt;
    total.periodsMs += Date.now() - daysDoneAt;
    if (!daysRemain && !periodsRemain) return;
    if (!(await patience.isLeft(total.days + total.periods))) return;
  }
}

/** Whether the log still has days: those that another worker is at. Lanes take them off it as several workers would. */
async function everyDay(settling: Settling): Promise<boolean> {
  const follow = followBackfills(settling);
  const remaining = await inLanes(settling.db, (lane) => daysOfLane(settling, lane === 0 ? follow : null));
  await follow();
  return remaining.every(Boolean);
}

async function daysOfLane(settling: Settling, follow: (() => Promise<void>) | null): Promise<boolean> {
  const { services, clientId, total, options } = settling;
  while (!options.signal?.aborted) {
    const { days, remaining } = await step(settling, (tx) =>
      services.measures.recomputeTouched(tx, { clientId, limit: DAYS_PER_TRANSACTION }),
    );
    total.days += days.length;
    await follow?.();
    options.onProgress?.({ clientId, days: total.days, periods: total.periods });
    if (days.length === 0) return remaining;
  }
  return true;
}

/** Tells how far back-fills are, until none is left. One lane at a time, so that no end of one is told twice. */
function followBackfills(settling: Settling): () => Promise<void> {
  const { services, clientId, options } = settling;
  let isAnyLeft = true;
  return async () => {
    if (isAnyLeft) isAnyLeft = await step(settling, (tx) => services.backfills.follow(tx, clientId, options.now));
  };
}

/** Whether the log still has periods: those that another worker is at. */
async function everyPeriod(settling: Settling): Promise<boolean> {
  const { services, clientId, total, options } = settling;
  while (!options.signal?.aborted) {
    const report = await step(settling, (tx) =>
      services.scorecards.rescoreTouched(tx, { clientId, limit: PERIODS_PER_TRANSACTION, now: options.now }),
    );
    total.periods += report.periods;
    total.scorecards += report.scorecards;
    total.objectiveResults += report.objectiveResults;
    options.onProgress?.({ clientId, days: total.days, periods: total.periods });
    if (report.periods === 0) return report.remaining;
  }
  return true;
}

/** Distributions of times, for trends: last, because figures do not wait for them. What another worker is at is its own. */
async function everyHistogram(settling: Settling): Promise<void> {
  const { services, clientId, options } = settling;
  while (!options.signal?.aborted) {
    const { days } = await step(settling, (tx) =>
      services.histograms.remakeTouched(tx, { clientId, limit: DAYS_PER_TRANSACTION }),
    );
    if (days.length === 0) return;
  }
}

const WAIT_FOR_OTHERS_MS = 25;
const MOST_WAITING_MS = 30_000;

/** Waits for what another worker has claimed, as long as anything moves; a worker that died gives its claims back. */
class Patience {
  private doneBefore = -1;
  private waitedMs = 0;

  async isLeft(done: number): Promise<boolean> {
    this.waitedMs = done > this.doneBefore ? 0 : this.waitedMs + WAIT_FOR_OTHERS_MS;
    this.doneBefore = done;
    if (this.waitedMs > MOST_WAITING_MS) return false;
    await pause(WAIT_FOR_OTHERS_MS);
    return true;
  }
}
