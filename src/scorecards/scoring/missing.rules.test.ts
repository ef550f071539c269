import type { CurveScheme, OnMissing } from "../../assignments/scoring-scheme";
import type { MeasuredFigure } from "../../kpis/figure.rules";
import { judgedItem, type JudgedBy } from "./missing.rules";

const share = (numerator: number, denominator: number): MeasuredFigure => ({
  ...{ numerator: String(numerator), denominator: String(denominator), sample: denominator, status: "OK" },
  value: String(numerator / denominator),
});
const NONE: MeasuredFigure = { numerator: null, denominator: null, sample: 0, value: null, status: "NO_DATA" };
const THIN: MeasuredFigure = { ...share(1, 2), value: null, status: "INSUFFICIENT_DATA" };
const PARTIAL: MeasuredFigure = { ...share(1, 2), status: "PARTIAL" };

const csat = (parts: Partial<JudgedBy> = {}): JudgedBy => ({
  ...{ kpi: { kpiCode: "CSAT" }, target: "0.9", weight: "60", gate: null, onMissing: "renormalise" },
  scheme: { kind: "attainment" },
  ...parts,
});
const judged = (item: JudgedBy, figure: MeasuredFigure, before: MeasuredFigure | null = null) =>
  judgedItem(item, { figure, days: null, before: before && { figure: before, days: null } });

describe("an item with a figure", () => {
  it.each(["renormalise", "zero", "fail", "carry"] as OnMissing[])(
    "is judged by it, whatever the policy: %s",
    (onMissing) => {
      const found = judged(csat({ onMissing }), share(72, 100), share(90, 100));

      expect(found).toEqual({ score: "80", level: null, isMet: false, missing: null, carried: null });
    },
  );

  it("has the level of a scheme with levels", () => {
    const levels = [
      { level: "Poor", score: "40", from: null },
      { level: "Good", score: "100", from: "0.8" },
    ];
    const scheme = { kind: "levels", rounding: { kind: "continuous" }, levels, meets: "Good" } as const;

    expect(judged(csat({ scheme }), share(8, 10))).toMatchObject({ score: "100", level: "Good", isMet: true });
  });
});

describe.each([NONE, THIN])("an item with $status", (figure) => {
  it.each([
    ["renormalise", { score: null, isMet: null, missing: "renormalised", carried: null }],
    ["zero", { score: "0", isMet: null, missing: "zero", carried: null }],
    ["fail", { score: "0", isMet: false, missing: "failed", carried: null }],
    ["carry", { score: "80", isMet: false, missing: "carried", carried: share(72, 100) }],
  ] as const)("follows its policy: %s", (onMissing, expected) => {
    expect(judged(csat({ onMissing }), figure, share(72, 100))).toMatchObject(expected);
  });

  it.each([null, NONE, THIN, PARTIAL])("leaves its weight to the others when nothing can be carried over", (before) => {
    const found = judged(csat({ onMissing: "carry" }), figure, before);

    expect(found).toMatchObject({ score: null, missing: "renormalised", carried: null });
  });

  it("is shown without remark when it neither weighs nor guards a gate", () => {
    const gate = { atLeast: "0.5", cap: "0" };
    const [shown, guarding] = [null, gate].map((one) =>
      judged(csat({ weight: "0", onMissing: "fail", gate: one }), figure),
    );

    expect(shown).toMatchObject({ score: null, isMet: null, missing: null });
    expect(guarding).toMatchObject({ isMet: false, missing: "failed" });
  });

  it("is not counted as 0 when no figure could have been scored either", () => {
    expect(judged(csat({ target: null, onMissing: "zero" }), figure)).toMatchObject({
      score: null,
      missing: "renormalised",
    });
    expect(judged(csat({ target: null, onMissing: "fail" }), figure)).toMatchObject({ score: null, isMet: false });
  });
});

it("does not fail what is still being computed", () => {
  expect(judged(csat({ onMissing: "fail" }), PARTIAL)).toMatchObject({
    score: null,
    isMet: null,
    missing: "renormalised",
  });
});

describe("a curve", () => {
  const curve = (averaging: CurveScheme["averaging"]): CurveScheme => ({
    ...{ kind: "curve", averaging },
    points: [
      { value: "0.5", score: "0" },
      { value: "0.9", score: "100" },
      { value: "1", score: "150" },
    ],
  });

  it("takes the period's value, or the mean of the curve over the days that have one", () => {
    // 0.9 of everything: 100; a day of 0.5 and one of 1, whatever happened on them: (0 + 150) ÷ 2
    const whole = share(90, 100);
    const days = [share(10, 20), NONE, share(80, 80)];
    const byInput = judgedItem(csat({ scheme: curve("input") }), { figure: whole, days: null, before: null });
    const byOutput = judgedItem(csat({ scheme: curve("output") }), { figure: whole, days, before: null });

    expect([byInput.score, byOutput.score]).toEqual(["100", "75"]);
    expect(byOutput.isMet).toBe(true);
  });

  it("carries the days of the period before over", () => {
    const before = { figure: share(90, 100), days: [share(10, 20), share(80, 80)] };
    const item = csat({ scheme: curve("output"), onMissing: "carry" });

    expect(judgedItem(item, { figure: NONE, days: [], before })).toMatchObject({ score: "75", missing: "carried" });
  });
});
