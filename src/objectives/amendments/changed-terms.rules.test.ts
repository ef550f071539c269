import type { Clause } from "../clauses/clause";
import type { SettlementTerms } from "../clauses/settlement-terms";
import { changedTerms } from "./changed-terms.rules";

const clause = (code: string, amount = "100"): Clause =>
  ({ code, mechanism: { kind: "fixed", pays: "money", amount } }) as unknown as Clause;
const terms = (fee: string, ...clauses: Clause[]): SettlementTerms => ({ fee, clauses }) as unknown as SettlementTerms;

test.each([
  ["nothing at all", terms("1", clause("A")), terms("1", clause("A")), [[], [], [], []]],
  ["the fee", terms("1", clause("A")), terms("2", clause("A")), [["fee"], [], [], []]],
  ["clauses", terms("1", clause("A"), clause("B")), terms("1", clause("C"), clause("A")), [[], ["C"], ["B"], []]],
  ["what a clause says", terms("1", clause("A")), terms("1", clause("A", "200")), [[], [], [], ["A"]]],
  ["all that is new", null, terms("1", clause("A")), [[], ["A"], [], []]],
] as const)("of terms: %s", (_what, before, after, [fields, clausesAdded, clausesRemoved, clausesChanged]) => {
  expect(changedTerms(before, after)).toEqual({ fields, clausesAdded, clausesRemoved, clausesChanged });
});
