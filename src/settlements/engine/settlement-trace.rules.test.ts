import { aClause, came, inMonths, someTerms } from "./money.builder";
import { settleSeries } from "./settle-period.rules";
import { settlementTrace } from "./settlement-trace.rules";

const words = { currency: "EUR", names: new Map([["SL", "Answered within 20 seconds"]]) };

describe("The trace of a settlement", () => {
  it("reads like something one would send to a client", () => {
    const credit = aClause({
      mechanism: { kind: "per_point", pays: "fee_share", below: "target", step: "0.01", rate: "0.02", fullSteps: true },
      repeat: { multiplier: "2", within: 1 },
      cap: { pays: "pool_share", amount: "0.5" },
      earnBack: {
        ...{ level: "target", periods: 2, mode: "each", of: "objective", expiresAfter: 3, settle: "withheld" },
      },
    });
    const months = inMonths([[came("975/1000")], [came("953/1000")]]);

    const [, february] = settleSeries(() => someTerms([credit]), months);

    expect(settlementTrace(february!, words)).toMatchInlineSnapshot(`
      [
        "Settlement of 2026-02: the fee is € 100,000.00, of which € 10,000.00 is at risk.",
        "1. Credit of € 5,000.00. Service credit (Appendix 3, § 2.1): Answered within 20 seconds (SL) came to 95.3 % (953 of 1,000); the target is 98.0 %.",
        "   The value is compared as it is, not rounded. (measured: 95.3 % (953 of 1,000); target: 98.0 %) → 95.3 % is compared",
        "   The clause applies when the target is missed. (SL: target missed) → the clause applies",
        "   Each full step of 1 percentage point short of the target gives 2 % of the fee. (value: 95.3 %; target: 98 %; shortfall: 2.7 percentage points; full steps: 2) → € 4,000.00",
        "   Failing again within 1 month multiplies by 2. (failures in the month before: 1) → € 8,000.00",
        "   The clause brings € 5,000.00 at most for SL. (amount: € 8,000.00) → € 5,000.00",
        "   Not paid until it is clear whether it is earned back: when SL reaches the target in 2 months in a row, within 3 months (Appendix 3, § 2.1). → € 5,000.00 may be earned back",
        "   Rounded once to whole minor units (half up). → credit of € 5,000.00",
        "2. € 5,000.00 of it is withheld. Not paid until it is clear whether it is earned back: when SL reaches the target in 2 months in a row, within 3 months (Appendix 3, § 2.1).",
        "All credits of a period together reach the amount at risk at most. (together: € 5,000.00; cap: € 10,000.00) → within the cap",
        "€ 5,000.00 of 2026-02 may still be earned back: 0 months reached, 3 months left (Appendix 3, § 2.1).",
        "Together nothing is paid for this period.",
      ]
    `);
  });

  it("says that nothing is due", () => {
    const [january] = settleSeries(() => someTerms([aClause()]), inMonths([[came("99/100")]]));

    expect(settlementTrace(january!, words)).toEqual([
      "Settlement of 2026-01: the fee is € 100,000.00, of which € 10,000.00 is at risk.",
      "Nothing is due.",
      "Together nothing is paid for this period.",
    ]);
  });
});
