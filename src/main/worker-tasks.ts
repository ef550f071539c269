import type { DataSource } from "typeorm";
import { allClientIds } from "../clients/tenant.queries";
import { settleStale } from "../facts/settle.jobs";
import { inTransaction } from "../platform/database";
import { handle, type JobHandler } from "../platform/job";
import { JobInterrupted } from "../platform/job.errors";
import { JobRunner } from "../platform/job-runner";
import { compilePackage, compilePackageHandler } from "../reviews/review.jobs";
import { closeDue } from "./close-due";
import { settle } from "./pipeline";
import { settleMoney, type MoneyOptions } from "./settle-money";
import type { Runtime } from "./runtime";
import type { Services } from "./services";
import type { WorkerTasks } from "./worker";

/** Everything a worker of this program does. */
export function workerTasks({ db, log }: Runtime, services: Services): WorkerTasks {
  const runner = new JobRunner(db, services.jobRuns);
  const onceADay = daily();
  return {
    handlers: [settleHandler({ db, log }, services), compilePackageHandler(runner, services.packages)],
    schedules: [],
    settleDue: async (now, signal) => {
      await settle(services, db, { now, signal }).finally(() => closeQuiet({ db, log }, services, { now, signal }));
      if (!signal.aborted) await scheduleReviews(services, db, now);
      if (!signal.aborted) await tellLateFeeds({ db, log }, services, now);
      if (!signal.aborted) await onceADay(now, () => thinPast(services, db, now));
    },
    runs: services.jobRuns,
    runJobs: [compilePackage],
  };
}

const settleHandler = ({ db, log }: Pick<Runtime, "db" | "log">, services: Services): JobHandler =>
  handle(settleStale, async ({ clientId }, { now, signal }) => {
    const report = await settle(services, db, { now, clientIds: [clientId], signal });
    if (!signal.aborted) await settleContracts({ db, log }, services, { now, signal, clientIds: [clientId] });
    if (signal.aborted) throw new JobInterrupted();
    return report;
  });

/** History comes in several files: a period whose figures moved within the last hour may still move. */
const QUIET_SECONDS = 3_600;

/** Closes what is due and has come to rest, also when settling failed for some: their logs keep their periods open. */
async function closeQuiet(
  { db, log }: Pick<Runtime, "db" | "log">,
  services: Services,
  { now, signal }: { readonly now: Date; readonly signal: AbortSignal },
): Promise<void> {
  if (signal.aborted) return;
  const { periods, scorecards } = await closeDue(services, db, {
    ...{ now, signal, closedBy: "worker", quietSeconds: QUIET_SECONDS },
    onFailure: (failure) => log.error("period.closing_failed", { ...failure }),
  });
  if (periods > 0) log.info("periods.closed", { periods, scorecards });
  await settleContracts({ db, log }, services, { now, signal });
}

/** Money of closed periods; costs next to nothing where nothing changed. */
async function settleContracts(
  { db, log }: Pick<Runtime, "db" | "log">,
  services: Services,
  options: Pick<MoneyOptions, "now" | "signal" | "clientIds">,
): Promise<void> {
  const { settled, followed, corrected } = await settleMoney(services, db, {
    ...options,
    onFailure: (failure) => log.error("contract.settling_failed", { ...failure }),
  });
  if (settled + followed + corrected > 0) log.info("contracts.settled", { settled, followed, corrected });
}

/** Runs what it is given when that has not been done on this day of UTC, as far as this process knows. */
function daily(): (now: Date, work: () => Promise<void>) => Promise<void> {
  let doneOn = "";
  return async (now, work) => {
    const today = now.toISOString().slice(0, 10);
    if (today === doneOn) return;
    await work();
    doneOn = today;
  };
}

async function thinPast(services: Services, db: DataSource, now: Date): Promise<void> {
  for (const clientId of await allClientIds(db)) {
    const scope = { clientIds: [clientId], internal: true };
    await inTransaction(db, scope, (tx) => services.pastResults.thin(tx, clientId, now));
  }
}

/** Tells of feeds that became late or recovered, each time once, whoever looks first. */
export async function tellLateFeeds(
  { db, log }: Pick<Runtime, "db" | "log">,
  services: Services,
  now: Date,
): Promise<void> {
  for (const clientId of await allClientIds(db)) {
    const scope = { clientIds: [clientId], internal: true };
    const changes = await inTransaction(db, scope, (tx) => services.feeds.noteLateness(tx, clientId, now));
    for (const { isLate, feedId, stream, lateSince } of changes) {
      if (isLate) log.error("feed.late", { clientId, feedId, stream, lateSince });
      else log.info("feed.recovered", { clientId, feedId, stream, lateSince });
    }
  }
}

/** Puts the coming sittings of forums into the calendar. */
async function scheduleReviews(services: Services, db: DataSource, now: Date): Promise<void> {
  for (const clientId of await allClientIds(db)) {
    const scope = { clientIds: [clientId], internal: true };
    await inTransaction(db, scope, (tx) => services.reviews.schedule(tx, clientId, now));
  }
}
