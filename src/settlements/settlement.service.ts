import type { Tx } from "../platform/database";
import { groupBy } from "../shared/group-by";
import {
  basisFingerprint,
  contractsWithMoney,
  lastFingerprint,
  loadSettlementBook,
  lockSettlements,
  rememberFingerprint,
  type ContractPlace,
} from "./settlement-book.queries";
import { wantedSettlements } from "./settlement-plan.rules";
import { writeSettlement, type SettledCounts } from "./settlement-writer";
import { storedSettlements } from "./settlement.queries";

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

/** Settles closed periods, and keeps what was settled true to what it is based on. */
export class SettlementService {
  contractsOf(tx: Tx, clientId: string): Promise<string[]> {
    return contractsWithMoney(tx, clientId);
  }

  /**
   * Settles what is due of a contract, oldest first, at most `limit` periods. Run it alone in a short transaction, and
   * again while anything remains: every run works everything out anew, so one that dies loses nothing, and one too many
   * does nothing.
   */
  async settleDue(tx: Tx, { limit, ...place }: SettlementRequest): Promise<SettlementReport> {
    const { now } = place;
    await lockSettlements(tx, place.contractId);
    const fingerprint = await basisFingerprint(tx, place);
    if (fingerprint === (await lastFingerprint(tx, place))) return NOTHING;
    const book = await loadSettlementBook(tx, place);
    const stored = groupBy(await storedSettlements(tx, place), (one) => `${one.periodKind}/${one.periodFrom}`);
    const counts = { settled: 0, followed: 0, corrected: 0 };
    const into = { ...place, currency: book.contract.currency };
    for (const wanted of wantedSettlements(book)) {
      if (counts.settled + counts.followed + counts.corrected >= limit) return { ...counts, remain: true };
      const before = stored.get(`${wanted.period.kind}/${wanted.period.from}`) ?? [];
      const done = await writeSettlement(tx, into, { wanted, stored: before });
      if (done) counts[done] += 1;
    }
    await rememberFingerprint(tx, place, { fingerprint, now });
    return { ...counts, remain: false };
  }
}
