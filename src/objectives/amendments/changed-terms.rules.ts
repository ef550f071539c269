import { canonicalJson, type Json } from "../../shared/canonical-hash";
import type { Clause } from "../clauses/clause";
import type { SettlementTerms } from "../clauses/settlement-terms";

/** Codes of clauses, in the order of the terms that have them. */
export interface ChangedTerms {
  /** What else is said otherwise: `fee`, `atRisk`, … */
  readonly fields: readonly string[];
  readonly clausesAdded: readonly string[];
  readonly clausesRemoved: readonly string[];
  readonly clausesChanged: readonly string[];
}

/**
 * What new terms of settlement say otherwise than those before; of nothing before, all that is new.
 * | before            | after             |                                    |
 * | fee 100, A, B     | fee 120, A, C     | fields fee; added C; removed B     |
 * | fee 100, A        | fee 100, A dearer | changed A                          |
 * | nothing           | fee 100, A        | added A                            |
 */
export function changedTerms(before: SettlementTerms | null, after: SettlementTerms): ChangedTerms {
  const was = new Map((before?.clauses ?? []).map((one) => [one.code, one]));
  const is = new Map(after.clauses.map((one) => [one.code, one]));
  const isOther = (one: Clause): boolean => was.has(one.code) && !isSame(was.get(one.code), one);
  return {
    fields: before === null ? [] : otherFields(before, after),
    clausesAdded: [...is.keys()].filter((code) => !was.has(code)),
    clausesRemoved: [...was.keys()].filter((code) => !is.has(code)),
    clausesChanged: after.clauses.filter(isOther).map(({ code }) => code),
  };
}

const otherFields = ({ clauses: _was, ...before }: SettlementTerms, { clauses: _is, ...after }: SettlementTerms) =>
  (Object.keys(after) as (keyof typeof after)[]).filter((field) => !isSame(before[field], after[field]));

const isSame = (one: unknown, other: unknown): boolean =>
  canonicalJson((one ?? null) as Json) === canonicalJson((other ?? null) as Json);
