import type { Tx } from "../platform/database";
import { groupBy } from "../shared/group-by";
import type { SettledPeriod } from "./engine/settled-period";
import {
  basisFingerprint,
  contractsWithMoney,
  lastFingerprint,
  loadSettlementBook,
  lockSettlements,
  rememberFingerprint,
  type ContractPlace,
  type SettlementBook,
} from "./settlement-book.queries";
import { linksOf } from "./settlement-chain.rules";
import { standingNotices, writeNotices } from "./settlement-notice.queries";
import { noticeChanges } from "./settlement-notice.rules";
import { plannedSettlements, settledInOrder, type PlannedSettlement } from "./settlement-plan.rules";
import type { ChainedSettlement } from "./settlement-rows.rules";
import { writeSettlement, type SettledCounts } from "./settlement-writer";
import { settledPeriods, storedSettlements, type SettlementRow } from "./settlement.queries";

export interface SettlementRequest extends ContractPlace {
  readonly now: Date;
  /** At most so many periods are written. */
  readonly limit: number;
}

export interface SettlementReport extends SettledCounts {
  /** Whether there is more to do. */
  readonly remain: boolean;
}

const NOTHING: SettlementReport = { settled: 0, followed: 0, corrected: 0, remain: false };

type PeriodKey = Pick<SettlementRow, "periodKind" | "periodFrom">;

/** Settles closed periods, and keeps what was settled true to what it is based on. */
export class SettlementService {
  contractsOf(tx: Tx, clientId: string): Promise<string[]> {
    return contractsWithMoney(tx, clientId);
  }

  /**
   * Settles what is due of a contract, oldest first, at most `limit` periods. Run it alone in a short transaction, and
   * again while anything remains: every run works out anew whatever may be another, from the first such period on, so one
   * that dies loses nothing, and one too many does nothing.
   */
  async settleDue(tx: Tx, { limit, ...place }: SettlementRequest): Promise<SettlementReport> {
    const { now } = place;
    await lockSettlements(tx, place.contractId);
    const fingerprint = await basisFingerprint(tx, place);
    if (fingerprint === (await lastFingerprint(tx, place))) return NOTHING;
    const book = await loadSettlementBook(tx, place);
    const stored = groupBy(await storedSettlements(tx, place), keyOf);
    const { unchanged, changed } = await this.workOut(tx, book, stored);
    const counts = { settled: 0, followed: 0, corrected: 0 };
    const into = { ...place, currency: book.contract.currency };
    for (const [at, wanted] of changed.entries()) {
      if (counts.settled + counts.followed + counts.corrected >= limit) return { ...counts, remain: true };
      const before = stored.get(keyOfPeriod(wanted)) ?? [];
      const done = await writeSettlement(tx, into, { wanted, stored: before });
      if (done) counts[done] += 1;
      const previous = at === 0 ? unchanged.at(-1) : changed[at - 1]!.settled;
      if (!done) await this.tellNotices(tx, { wanted, previous, row: latestWorkedOut(before) }, now);
    }
    await rememberFingerprint(tx, place, { fingerprint, now });
    return { ...counts, remain: false };
  }

  /** Only periods from the first on that follow from something else than when they were settled are settled again. */
  private async workOut(tx: Tx, book: SettlementBook, stored: ReadonlyMap<string, readonly SettlementRow[]>) {
    const planned = plannedSettlements(book);
    const links = linksOf(planned);
    const rows = planned.map((one) => latestWorkedOut(stored.get(keyOfPeriod(one)) ?? []));
    const first = rows.findIndex((row, at) => row?.chain !== links[at]!.chain);
    const same = first < 0 ? rows : rows.slice(0, first);
    const unchanged = await settledPeriods(
      tx,
      book.contract.clientId,
      same.map((row) => row!.id),
    );
    const wanted = settledInOrder(planned.slice(same.length), unchanged);
    return { unchanged, changed: wanted.map((one, at) => ({ ...one, ...links[same.length + at]! })) };
  }

  /** Figures may move a counter without moving money: then there is no correction to tell of it. */
  private async tellNotices(tx: Tx, { wanted, previous, row }: Told, now: Date): Promise<void> {
    if (!row || row.state === "proposed") return;
    const standing = (await standingNotices(tx, row)).filter(({ periodFrom }) => periodFrom === row.periodFrom);
    const changes = noticeChanges(standing, wanted.settled.counters, previous?.counters ?? []);
    await writeNotices(tx, row, changes, { by: "settlement", now });
  }
}

interface Told {
  readonly wanted: ChainedSettlement;
  readonly previous: SettledPeriod | undefined;
  readonly row: SettlementRow | undefined;
}

const keyOf = ({ periodKind, periodFrom }: PeriodKey): string => `${periodKind}/${periodFrom}`;
const keyOfPeriod = ({ period }: Pick<PlannedSettlement, "period">): string => `${period.kind}/${period.from}`;

/** The last version that was worked out, and not decided in a dispute. */
const latestWorkedOut = (rows: readonly SettlementRow[]): SettlementRow | undefined =>
  rows.filter(({ cause }) => cause !== "dispute").at(-1);
