import type { EarnBack } from "../../objectives/clauses/clause";
import { aClause, came, inMonths, percent, someTerms, undetermined } from "./money.builder";
import type { ObjectiveInPeriod } from "./period-input";
import { settleSeries } from "./settle-period.rules";

const THREE: EarnBack = {
  ...{ level: "target", periods: 3, mode: "each", of: "objective" },
  ...{ expiresAfter: 4, settle: "withheld" },
};

type Value = number | null;
const sl = (value: Value): ObjectiveInPeriod => (value === null ? undetermined() : came(percent(value)));

/** Nets and holds of months; 1,000.00 is at stake in each month below 98 %. */
function monthsOf(earnBack: Partial<EarnBack>, values: readonly Value[], others: readonly number[] = []) {
  const clause = aClause({ earnBack: { ...THREE, ...earnBack } });
  const months = values.map((value, index) => {
    const other = others[index];
    return [sl(value), ...(other === undefined ? [] : [came(percent(other), { code: "QA" })])];
  });
  return settleSeries(() => someTerms([clause]), inMonths(months));
}

const linesOf = (settled: ReturnType<typeof monthsOf>): string[][] =>
  settled.map(({ lines }) => lines.map(({ kind, amount }) => `${kind} ${amount}`));

const HELD = ["credit 100000", "earn_back_hold -100000"];

describe("Earn-back", () => {
  it("withholds a credit and lets it lapse when the next three months reach the target", () => {
    const settled = monthsOf({}, [95, 98, 99, 99, 99]);

    expect(linesOf(settled)).toEqual([HELD, [], [], [], []]);
    expect(settled.map(({ holds }) => holds.map(({ periodsReached }) => periodsReached))).toEqual([
      [0],
      [1],
      [2],
      [],
      [],
    ]);
    expect(settled[3]!.steps).toMatchObject([
      { stage: "earn_back", output: "earned back", cites: "Appendix 3, § 2.1" },
    ]);
  });

  it("releases a withheld credit to the client when its time is over", () => {
    const settled = monthsOf({}, [95, 99, 97.9, 99, 99]);

    expect(linesOf(settled)).toEqual([HELD, [], HELD, [], ["earn_back_release 100000"]]);
    expect(settled[4]!.lines[0]).toMatchObject({ origin: "2026-01-01", clause: "C1", objective: "SL" });
    expect(settled[4]!.totals).toMatchObject({ credits: "0", released: "100000", net: "100000" });
  });

  it("may still be earned within its time after a month that failed", () => {
    const settled = monthsOf({ periods: 2 }, [95, 97.9, 98, 98]);

    expect(settled[3]!.holds).toEqual([]);
    expect(linesOf(settled).at(-1)).toEqual([]);
  });

  it("passes over a month that was not judged, while its time runs on", () => {
    const settled = monthsOf({}, [95, 99, null, 99, 99]);
    expect(linesOf(settled).at(-1)).toEqual([]);
    expect(settled[4]!.holds).toEqual([]);

    const late = monthsOf({ expiresAfter: 3 }, [95, 99, null, 99]);
    expect(linesOf(late).at(-1)).toEqual(["earn_back_release 100000"]);
  });

  it("takes back what was given at once when it is earned", () => {
    const settled = monthsOf({ settle: "returned", periods: 1, expiresAfter: 1 }, [95, 99, 95, 95, 95]);

    expect(linesOf(settled)).toEqual([
      ["credit 100000"],
      ["earn_back_return -100000"],
      ["credit 100000"],
      ["credit 100000"],
      ["credit 100000"],
    ]);
    expect(settled[1]!.totals).toMatchObject({ returned: "100000", net: "-100000" });
  });

  it("looks at the sums of the months where their mean is asked for", () => {
    const mean: Partial<EarnBack> = { mode: "average", periods: 2, expiresAfter: 3, settle: "returned" };

    expect(linesOf(monthsOf(mean, [95, 98.5, 98]))[2]).toEqual(["earn_back_return -100000"]);
    expect(monthsOf(mean, [95, 97.5, 98.5])[2]!.holds.map(({ origin }) => origin)).toEqual(["2026-02-01"]);
    expect(monthsOf(mean, [95, 97.5, 98.4])[2]!.holds.map(({ origin }) => origin)).toEqual([
      "2026-01-01",
      "2026-02-01",
    ]);
  });

  it("divides once: a small good month does not outweigh a large bad one", () => {
    const clause = aClause({ earnBack: { ...THREE, mode: "average", periods: 2, expiresAfter: 2 } });
    const months = ["95/100", "970/1000", "10/10"].map((value) => [came(value)]);

    const settled = settleSeries(() => someTerms([clause]), inMonths(months));

    expect(settled[2]!.lines).toMatchObject([{ kind: "earn_back_release", origin: "2026-01-01" }]);
  });

  it("may ask for all objectives", () => {
    const all: Partial<EarnBack> = { of: "all", periods: 1, expiresAfter: 1 };

    expect(linesOf(monthsOf(all, [95, 99], [99, 97]))[1]).toEqual(["earn_back_release 100000"]);
    expect(linesOf(monthsOf(all, [95, 99], [99, 98]))[1]).toEqual([]);
  });

  it("keeps to the rule under which the credit arose when the terms change", () => {
    const before = aClause({ earnBack: { ...THREE, periods: 1, expiresAfter: 1 } });
    const months = inMonths([[sl(95)], [sl(97)]]);
    const termsOf = ({ period }: (typeof months)[number]) => someTerms(period.from === "2026-01-01" ? [before] : []);

    const settled = settleSeries(termsOf, months);

    expect(settled[1]!.lines).toMatchObject([{ kind: "earn_back_release", amount: "100000" }]);
  });

  it("withholds nothing but what the caps leave, unless the contract withholds first", () => {
    const clauses = [
      aClause({ mechanism: { kind: "fixed", pays: "money", amount: "900000" }, earnBack: THREE }),
      aClause({ code: "C2", mechanism: { kind: "fixed", pays: "money", amount: "600000" } }),
    ];
    const terms = someTerms(clauses);
    const order = terms.order.filter((stage) => stage !== "earn_back");
    const heldFirst = [...order.slice(0, -2), "earn_back", ...order.slice(-2)] as const;
    const totalsWith = (stages: typeof terms.order) =>
      settleSeries(() => ({ ...terms, order: stages }), inMonths([[sl(95)]]))[0]!.totals;

    expect(totalsWith(terms.order)).toMatchObject({ credits: "1000000", held: "600000", net: "400000" });
    expect(totalsWith(heldFirst)).toMatchObject({ credits: "1500000", held: "900000", net: "600000" });
  });
});
