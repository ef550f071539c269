import type { Tx } from "../platform/database";
import { differenceLines } from "./line-difference.rules";
import type { ContractPlace } from "./settlement-book.queries";
import { contentHash, type Json } from "../shared/canonical-hash";
import {
  correctionContent,
  regularContent,
  type ChainedSettlement,
  type SettlementContent,
} from "./settlement-rows.rules";
import {
  dropProposal,
  insertSettlement,
  keepChain,
  replaceProposal,
  settledOf,
  type SettlementRow,
} from "./settlement.queries";

export interface SettledCounts {
  /** Settlements of periods that were settled for the first time. */
  settled: number;
  /** Proposals that follow what they are based on. */
  followed: number;
  /** Corrections of what was issued. */
  corrected: number;
}

/** Where settlements are written, and in which currency. */
export interface WritingPlace extends ContractPlace {
  readonly currency: string;
  readonly now: Date;
}

/**
 * Brings what is kept of a period to what it comes to now: settles it, lets a proposal follow, or adds a correction of
 * what was issued. Answers what was done; null: nothing had to be.
 */
export async function writeSettlement(
  tx: Tx,
  place: WritingPlace,
  { wanted, stored }: { readonly wanted: ChainedSettlement; readonly stored: readonly SettlementRow[] },
): Promise<keyof SettledCounts | null> {
  const workedOut = stored.filter(({ cause }) => cause !== "dispute");
  const proposal = workedOut.find(({ state }) => state === "proposed");
  const issued = workedOut.filter(({ state }) => state !== "proposed").at(-1);
  const add = (content: SettlementContent): Promise<string> => {
    const version = (stored.at(-1)?.version ?? 0) + 1;
    const cause = version === 1 ? "closing" : "basis";
    return insertSettlement(tx, { ...place, period: wanted.period, version, cause, content });
  };
  const content = await contentNow(tx, { wanted, issued, currency: place.currency });
  if (!proposal && !content) return null;
  if (!proposal) {
    await add(content!);
    return issued ? "corrected" : "settled";
  }
  if (proposal.fingerprint === content?.fingerprint) {
    await keepChain(tx, proposal, wanted);
    return null;
  }
  if (!content) await dropProposal(tx, proposal);
  else await replaceProposal(tx, proposal, { content, now: place.now });
  return "followed";
}

interface Compared {
  readonly wanted: ChainedSettlement;
  readonly issued: SettlementRow | undefined;
  readonly currency: string;
}

/** Null where what was issued is what is wanted. */
async function contentNow(tx: Tx, { wanted, issued, currency }: Compared): Promise<SettlementContent | null> {
  if (!issued) return regularContent(wanted, currency);
  const before = await settledOf(tx, issued);
  const lines = differenceLines(before.settled.lines, wanted.settled.lines);
  if (lines.length > 0) return correctionContent(wanted, { ...issued, ...before }, lines);
  if (hashOf(before.settled) === hashOf(wanted.settled)) await keepChain(tx, issued, wanted);
  return null;
}

const hashOf = (settled: ChainedSettlement["settled"]): string => contentHash(settled as unknown as Json);
