import fc from "fast-check";
import { Decimal } from "../../shared/decimal";
import { errorCounts, formPoints, type EvaluationError, type EvaluationItem } from "./evaluation.rules";
import { minorUnits } from "./money.rules";

const anItem = (parts: Partial<EvaluationItem>): EvaluationItem => ({
  ...{ code: "q", section: null, weight: "1", sectionWeight: "1", points: "1", maximum: "1" },
  ...{ notApplicable: false, autoFail: false, ...parts },
});

/** The table of `formPoints`. */
const FORM = [
  anItem({ code: "A1", section: "A", sectionWeight: "60", points: "3", maximum: "5" }),
  anItem({ code: "A2", section: "A", sectionWeight: "60", points: null, maximum: "5", notApplicable: true }),
  anItem({ code: "B1", section: "B", sectionWeight: "40", weight: "2" }),
];

describe("the points of a form", () => {
  it("are weighted by question, or by section", () => {
    expect(formPoints(FORM, "questions")).toEqual({ earned: 260_000_000n, applicable: 380_000_000n });
    expect(formPoints(FORM, "sections")).toEqual({ earned: 76_000_000n, applicable: 100_000_000n });
  });

  it("are none where nothing was applicable", () => {
    const none = FORM.map((one) => ({ ...one, notApplicable: true }));

    expect(formPoints(none, "questions")).toEqual({ earned: 0n, applicable: 0n });
    expect(formPoints(none, "sections")).toEqual({ earned: 0n, applicable: 0n });
  });

  it("give a section without an applicable question no part in the whole", () => {
    const ofB = FORM.map((one) => (one.section === "A" ? { ...one, notApplicable: true } : one));

    expect(formPoints(ofB, "sections")).toEqual({ earned: 40_000_000n, applicable: 40_000_000n });
  });

  it("round a section's third half up, once", () => {
    const thirds = ["A", "B", "C"].map((section) => anItem({ code: section, section, points: "1", maximum: "3" }));

    expect(formPoints(thirds, "sections")).toEqual({ earned: 1_000_000n, applicable: 3_000_000n });
    expect(formPoints(thirds.slice(0, 2), "sections").earned).toBe(666_667n);
  });

  const number = fc.integer({ min: 0, max: 1_000 }).map((hundredths) => new Decimal(hundredths).div(100).toFixed());
  const item = fc
    .record({ weight: number, sectionWeight: number, points: number, more: number, notApplicable: fc.boolean() })
    .map(({ points, more, ...rest }) => anItem({ ...rest, points, maximum: new Decimal(points).plus(more).toFixed() }));

  it("add up exactly, in any order, and are never more than applicable", () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 12 }), ([...items]) => {
        const sum = (of: "points" | "maximum"): string =>
          items
            .filter((one) => !one.notApplicable)
            .reduce(
              (all, one) => all.plus(new Decimal(one[of]!).times(one.weight).times(one.sectionWeight)),
              new Decimal(0),
            )
            .times(1_000_000)
            .toFixed();
        const { earned, applicable } = formPoints(items, "questions");

        expect([String(earned), String(applicable)]).toEqual([sum("points"), sum("maximum")]);
        expect(formPoints(items.reverse(), "questions")).toEqual({ earned, applicable });
      }),
    );
  });

  it("by section, too, are never more than applicable, and independent of order", () => {
    const inSection = fc.tuple(item, fc.constantFrom("A", "B", "C")).map(([one, section]) => ({
      ...{ ...one, section, sectionWeight: { A: "50", B: "30", C: "20" }[section] },
    }));
    fc.assert(
      fc.property(fc.array(inSection, { maxLength: 12 }), (items) => {
        const { earned, applicable } = formPoints(items, "sections");

        expect(earned >= 0n && earned <= applicable && applicable <= 100_000_000n).toBe(true);
        expect(formPoints([...items].reverse(), "sections")).toEqual({ earned, applicable });
      }),
    );
  });
});

test("errors are analysed when their root cause is named and approved; others than of product and process are not", () => {
  const errors: EvaluationError[] = [
    { kind: "product", rootCause: "training", rootCauseApproved: true },
    { kind: "product", rootCause: "training", rootCauseApproved: false },
    { kind: "process", rootCause: "tool", rootCauseApproved: true },
    { kind: "process", rootCauseApproved: true },
    { kind: "other", rootCause: "training", rootCauseApproved: true },
  ];

  expect(errorCounts(errors)).toEqual({
    ...{ product_errors: 2, process_errors: 2, other_errors: 1, traced_errors: 2, training_errors: 1 },
  });
});

test.each([
  ["12.34", "1", "EUR", "1234"],
  ["100.00", "0.91875", "EUR", "9188"],
  ["-0.50", "0.0110", "EUR", "-1"],
  ["-0.50", "0.01", "EUR", "-1"],
  ["0.499999", "0.01", "EUR", "0"],
  ["2.5", "1", "JPY", "3"],
  ["1.2345", "1", "KWD", "1235"],
  ["999999999.999999", "1.123456789012", "EUR", "112345678901"],
])("%s at %s into %s is %s minor units", (amount, rate, currency, minor) => {
  expect(minorUnits(amount, rate, currency).toFixed()).toBe(minor);
});
