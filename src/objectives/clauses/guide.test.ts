import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { MECHANISM_SCHEMAS } from "./mechanism.schema";
import { GUARD_SCHEMAS } from "./guard.schema";
import { readSettlementTerms } from "./read-settlement-terms";
import { aSetting } from "./settlement-terms.builder";
import type { Clause } from "./clause";

const GUIDE = readFileSync(join(__dirname, "../../../docs/contracts-with-money.md"), "utf8");
const BLOCKS = [...GUIDE.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, block]) => parse(block!));

describe("the guide to contracts with money", () => {
  const [whole, ...lists] = BLOCKS;
  const { kind: _kind, client: _client, contract: _contract, ...terms } = whole;
  const read = () =>
    readSettlementTerms(
      { ...terms, pointValue: "500.00 EUR", allocationLimit: "200 %", clauses: [...terms.clauses, ...lists.flat()] },
      aSetting(),
    ).clauses;

  it("shows only what can be written, all in one contract", () => {
    expect(read()).toHaveLength(1 + lists.length);
  });

  it("shows every mechanism and every guard", () => {
    const kindsOf = (list: readonly { kind: string }[]): string[] => [...new Set(list.map(({ kind }) => kind))].sort();
    const clauses: readonly Clause[] = read();

    expect(kindsOf(clauses.map(({ mechanism }) => mechanism))).toEqual(Object.keys(MECHANISM_SCHEMAS).sort());
    expect(kindsOf(clauses.flatMap(({ guards }) => guards))).toEqual(Object.keys(GUARD_SCHEMAS).sort());
  });
});
