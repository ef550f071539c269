import type { Clause } from "../../objectives/clauses/clause";
import { aClause, came, inMonths, inPeriod, JANUARY, percent, someTerms } from "./money.builder";
import { inProportion } from "./proportion.rules";
import { settleAmended, settlePeriod, settleSeries } from "./settle-period.rules";
import { rational } from "../../shared/rational";
import { addDays } from "../../shared/day";

const money = (code: string, amount: string, parts: Partial<Clause> = {}): Clause =>
  aClause({ code, mechanism: { kind: "fixed", pays: "money", amount }, ...parts });
const failing = inPeriod([came(percent(90))]);
const amountsOf = (settled: { lines: readonly { amount: string }[] }) => settled.lines.map(({ amount }) => amount);

describe("Whole amounts in proportion", () => {
  it.each([
    [["100", "100", "100"], 100n, [34n, 33n, 33n]],
    [["600", "400"], 500n, [300n, 200n]],
    [["0.5", "0.5"], 1n, [1n, 0n]],
    [["1", "2", "4"], 5n, [1n, 1n, 3n]],
    [["7"], 0n, [0n]],
  ])("%j cut to %s are %j", (amounts, total, whole) => {
    const parts = amounts.map((amount, index) => ({ key: String(index), amount: rational(amount) }));

    expect(inProportion(parts, total)).toEqual(whole);
  });
});

describe("Caps", () => {
  it("cut all credits of a period to the amount at risk, to the minor unit", () => {
    const settled = settlePeriod(
      someTerms([money("A", "700000"), money("B", "700000"), money("C", "700000")]),
      failing,
      [],
    );

    expect(amountsOf(settled)).toEqual(["333334", "333333", "333333"]);
    expect(settled.steps).toMatchObject([
      { stage: "pool_cap", output: "all are reduced in proportion, to € 10,000.00 together" },
    ]);
  });

  it("let allocations of 200 % reach the amount at risk and no more (C2)", () => {
    const allocation = (code: string, share: string) =>
      aClause({ code, mechanism: { kind: "allocation", allocation: share, criticality: "1" } });
    const terms = someTerms([allocation("A", "1.2"), allocation("B", "0.8")], { allocationLimit: "2" });

    expect(amountsOf(settlePeriod(terms, failing, []))).toEqual(["600000", "400000"]);
  });

  it("hold a cap of the contract's own, whatever its parts", () => {
    const terms = someTerms([money("A", "700001")], { creditCap: { pays: "fee_share", amount: "0.05" } });

    expect(amountsOf(settlePeriod(terms, failing, []))).toEqual(["500000"]);
  });

  it("hold what one clause brings for one objective, bonuses too", () => {
    const capped = money("A", "700000", { cap: { pays: "pool_share", amount: "0.2" } });
    const bonus = money("B", "300", { side: "bonus", when: "missed", cap: { pays: "money", amount: "200" } });

    expect(amountsOf(settlePeriod(someTerms([capped, bonus]), failing, []))).toEqual(["200000", "-200"]);
  });

  it("hold all bonuses of a period", () => {
    const bonuses = ["A", "B"].map((code) => money(code, "1000", { side: "bonus", when: "met" }));
    const terms = someTerms(bonuses, { bonusCap: { pays: "money", amount: "1501" } });

    expect(amountsOf(settlePeriod(terms, inPeriod([came(percent(99))]), []))).toEqual(["-751", "-750"]);
  });

  it("hold the credits of twelve months, and make room again as months leave the window", () => {
    const terms = someTerms([money("A", "600000")], { yearlyCreditCap: { pays: "money", amount: "1500000" } });
    const months = inMonths([..."mmmkkkkkkkkkmmm"].map((one) => [came(percent(one === "m" ? 90 : 99))]));

    const credits = settleSeries(() => terms, months).map(({ totals }) => Number(totals.credits));

    expect(credits).toEqual([600000, 600000, 300000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 600000, 600000, 300000]);
  });

  it("take a share of the fees of twelve months, with the agreed fee where none was settled", () => {
    const terms = someTerms([money("A", "900000")], { yearlyCreditCap: { pays: "fee_share", amount: "0.005" } });
    const [january, february] = inMonths([[came(percent(90))], [came(percent(90))]]);

    const settled = settleSeries(() => terms, [{ ...january!, fee: "7000000" }, february!]);

    // 0.5 % of 7,000,000 and eleven times 10,000,000: 585,000, which January takes.
    expect(settled.map(({ totals }) => totals.credits)).toEqual(["585000", "0"]);
    // 0.5 % of twelve times 10,000,000.
    expect(settleSeries(() => terms, [january!])[0]!.totals.credits).toBe("600000");
  });

  it("count rounded lines: halves rounded up do not pass the cap", () => {
    const halves = ["A", "B", "C"].map((code) => money(code, "0.5"));
    const terms = someTerms(halves, { creditCap: { pays: "money", amount: "2" } });

    expect(amountsOf(settlePeriod(terms, failing, []))).toEqual(["1", "1"]);
  });
});

describe("One incident", () => {
  const objectives = ["SL", "QA"].map((code) => came(percent(90), { code }));
  const clauses = [
    money("A", "1000"),
    money("B", "3000", { objectives: ["QA"] }),
    money("C", "500", { objectives: ["QA"] }),
  ];
  const settledWith = (chosen: string | null, singleIncident = true) =>
    settlePeriod(
      someTerms(clauses, { singleIncident }),
      inPeriod(objectives, { incidents: [{ code: "INC-1", objectives: ["SL", "QA"], chosen }] }),
      [],
    );

  it("yields the largest credit until the client chooses (C7)", () => {
    expect(amountsOf(settledWith(null))).toEqual(["3000", "500"]);
  });

  it("yields the credit that the client chose, while its failures stay failures", () => {
    const settled = settledWith("SL");

    expect(amountsOf(settled)).toEqual(["1000"]);
    expect(settled.outcomes.map(({ isFailure }) => isFailure)).toEqual([true, true, true]);
    expect(settled.outcomes[1]!.steps.find(({ stage }) => stage === "single_incident")).toMatchObject({
      rule: "Incident INC-1 affected several objectives, and only one of their credits is due: the one the client chose.",
      output: "not due, since the credit for Service level stands",
    });
  });

  it("yields every credit where the contract says nothing of it", () => {
    expect(amountsOf(settledWith("SL", false))).toEqual(["1000", "3000", "500"]);
  });
});

describe("Terms that change within a period", () => {
  const until = addDays(JANUARY.from, 10);
  const parts = [
    { terms: someTerms([money("A", "3100")]), input: failing, days: { from: JANUARY.from, until }, share: "10/31" },
    {
      terms: someTerms([money("A", "6200")]),
      input: failing,
      days: { from: until, until: JANUARY.until },
      share: "21/31",
    },
  ];

  it("are weighed by their share, line by line", () => {
    const settled = settleAmended(parts, []);

    expect(amountsOf(settled)).toEqual(["1000", "4200"]);
    expect(settled.lines.map(({ stretch }) => stretch?.from)).toEqual(["2026-01-01", "2026-01-11"]);
    expect(settled.lines[0]!.reason).toContain(", 1–10 January 2026: Service level came to 90 %");
    expect(settled.totals.net).toBe("5200");
  });

  it("come to what they would alone where both parts say the same", () => {
    const same = parts.map((part) => ({ ...part, terms: someTerms([money("A", "6200")]) }));

    expect(settleAmended(same, []).totals.net).toBe("6200");
  });

  it("weigh the cap, too, and carry the last part on", () => {
    const large = parts.map((part) => ({ ...part, terms: someTerms([money("A", "9000000")]) }));

    const settled = settleAmended(large, []);

    expect(settled.totals.credits).toBe("1000000");
    const next = settlePeriod(
      someTerms([money("A", "100", { repeat: { multiplier: "2", within: 1 } })]),
      inMonths([[], [came(percent(90))]])[1]!,
      [settled],
    );
    expect(amountsOf(next)).toEqual(["200"]);
  });
});
