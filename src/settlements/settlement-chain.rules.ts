import type { SettlementTerms } from "../objectives/clauses/settlement-terms";
import { contentHash, sha256, type Json } from "../shared/canonical-hash";
import { periodLabel } from "../shared/period";
import { ARITHMETIC } from "./arithmetic.rules";
import type { PlannedSettlement } from "./settlement-plan.rules";

/** What a period and those before it follow from, as texts that are others when anything is. */
export interface Link {
  /** Of the period and all before it. */
  readonly chain: string;
  /** Of each period by its name, the last ones only. */
  readonly followedFrom: Readonly<Record<string, string>>;
}

/** More than any clause looks back. */
const REMEMBERED = 60;

/**
 * A link for each period, oldest first. Where the chain of a period is as it was, nothing before it is another either, so
 * neither has to be settled again.
 */
export function linksOf(planned: readonly PlannedSettlement[]): Link[] {
  const ofTerms = new Map<SettlementTerms, string>();
  const own = planned.map((one) => [periodLabel(one.period), ownHash(one, ofTerms)] as const);
  let chain = ARITHMETIC;
  return own.map(([, hash], at) => {
    chain = sha256(`${chain}/${hash}`);
    return { chain, followedFrom: Object.fromEntries(own.slice(Math.max(0, at + 1 - REMEMBERED), at + 1)) };
  });
}

function ownHash(planned: PlannedSettlement, ofTerms: Map<SettlementTerms, string>): string {
  const { parts, objectiveIds, ...of } = planned;
  const said = parts.map(({ terms, ...part }) => {
    const known = ofTerms.get(terms) ?? contentHash(terms as unknown as Json);
    ofTerms.set(terms, known);
    return { ...part, terms: known };
  });
  return contentHash({ ...of, said, objectiveIds: [...objectiveIds] } as unknown as Json).slice(0, 16);
}

/** Periods that follow from something else than they did. */
export const changedSince = (before: Link["followedFrom"], now: Link["followedFrom"]): string[] =>
  Object.keys(now)
    .filter((period) => before[period] !== now[period])
    .sort();
