import { aClause, came, inMonths, someTerms } from "./money.builder";
import { settleSeries } from "./settle-period.rules";
import { settlementTrace } from "./settlement-trace.rules";

const NAMED = { name: "Answered within 20 seconds" };

describe("The trace of a settlement", () => {
  it("reads like something one would send to a client", () => {
    const credit = aClause({
      mechanism: { kind: "per_point", pays: "fee_share", below: "target", step: "0.01", rate: "0.02", steps: "full" },
      repeat: { multiplier: "2", within: 1 },
      cap: { pays: "pool_share", amount: "0.5" },
      earnBack: {
        ...{ level: "target", periods: 2, mode: "each", of: "objective", expiresAfter: 3, settle: "withheld" },
      },
    });
    const months = inMonths([[came("975/1000", NAMED)], [came("953/1000", NAMED)]]);

    const [, february] = settleSeries(() => someTerms([credit]), months);

    expect(settlementTrace(february!, "EUR")).toMatchInlineSnapshot(`
      [
        "Settlement of February 2026: the fee is € 100,000.00, of which € 10,000.00 is at risk.",
        "1. Credit of € 5,000.00. Service credit (Appendix 3, § 2.1): Answered within 20 seconds came to 95.3 % (953 of 1,000) in February 2026; the target is 98 %.",
        "   The value is compared as it is, without rounding. (measured: 95.3 % (953 of 1,000); target: 98 %) → 95.3 % is compared",
        "   The clause applies when the target is missed. (Answered within 20 seconds: the target was missed) → the clause applies",
        "   Every percentage point short of the target brings 2 % of the fee; a part of it does not count. (value: 95.3 %; target: 98 %; shortfall: 2.7 percentage points; full steps: 2) → € 4,000.00",
        "   A further failure within 1 month multiplies what is due by 2. (failures in the month before: 1) → € 8,000.00",
        "   The clause brings at most € 5,000.00 for Answered within 20 seconds. (amount: € 8,000.00) → € 5,000.00",
        "   The credit is withheld: it is earned back if Answered within 20 seconds reaches the target in 2 months in a row, within the next 3 months (Appendix 3, § 2.1). → € 5,000.00 may be earned back",
        "   Rounded once, half up, to the smallest unit of the currency. → a credit of € 5,000.00",
        "2. € 5,000.00 is held back. The credit is withheld: it is earned back if Answered within 20 seconds reaches the target in 2 months in a row, within the next 3 months (Appendix 3, § 2.1).",
        "All credits of a month together do not exceed the amount at risk. (together: € 5,000.00; at most: € 10,000.00) → within the limit",
        "€ 5,000.00 of February 2026 may still be earned back in the next 3 months (Appendix 3, § 2.1).",
        "In total nothing is due.",
      ]
    `);
  });

  it("says that nothing is due", () => {
    const [january] = settleSeries(() => someTerms([aClause()]), inMonths([[came("99/100")]]));

    expect(settlementTrace(january!, "EUR")).toEqual([
      "Settlement of January 2026: the fee is € 100,000.00, of which € 10,000.00 is at risk.",
      "Nothing is due.",
      "In total nothing is due.",
    ]);
  });
});
