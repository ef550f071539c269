import { Decimal } from "../../shared/decimal";
import type { ScoringScheme, ZoneScheme } from "../scoring-scheme";
import type { Measured } from "./measured.rules";
import { schemeScore } from "./scheme-score.rules";

const of = (value: string, parts: Partial<Measured> = {}): Measured => ({
  direction: "maximise",
  unit: "points",
  target: null,
  ...parts,
  value: { numerator: value, denominator: null },
});
const minimise = { direction: "minimise" } as const;
const range = { direction: "range" } as const;
const share = { unit: "share" } as const;
const ofWeight = (score: string | null, weight: number): string =>
  new Decimal(score!).times(weight).div(100).toFixed(2);

describe("attainment", () => {
  it.each([
    ["maximise", "0.72", "0.80", "90", false],
    ["maximise", "0.80", "0.80", "100", true],
    ["maximise", "0.95", "0.80", "100", true],
    ["maximise", "0", "0", "100", true],
    ["maximise", "0", "0.8", "0", false],
    ["maximise", "-1", "0.8", "0", false],
    ["maximise", "-10", "-5", "0", false],
    ["minimise", "40", "30", "75", false],
    ["minimise", "30", "30", "100", true],
    ["minimise", "0", "30", "100", true],
    ["minimise", "5", "0", "0", false],
    ["minimise", "-5", "-10", "0", false],
    ["minimise", "0", "0", "100", true],
    ["range", "300", "280", null, null],
  ] as const)("%s: %s against %s gives %s", (direction, value, target, score, isMet) => {
    const given = of(value, { direction, target });

    expect(schemeScore({ kind: "attainment" }, given)).toEqual({ score, level: null, isMet });
  });

  it("divides once: a third of a tenth is a third", () => {
    const value = { numerator: "1", denominator: "30" };

    const { score } = schemeScore({ kind: "attainment" }, { ...of("0", { target: "0.1" }), value });

    expect(score).toBe("33.33333333333333333333333333333333");
  });

  it("says nothing without a target or a denominator", () => {
    const value = { numerator: "1", denominator: "0" };
    const nothing = { score: null, level: null, isMet: null };

    expect(schemeScore({ kind: "attainment" }, of("1"))).toEqual(nothing);
    expect(schemeScore({ kind: "attainment" }, { ...of("1", { target: "1" }), value })).toEqual(nothing);
  });
});

describe("percentage", () => {
  it.each([
    [{ ...share }, "0.5442", "54.42", null],
    [{ ...share, ...minimise }, "0.115", "88.5", null],
    [{ ...share, target: "0.8" }, "0.8", "80", true],
    [{ ...share, ...minimise, target: "0.1" }, "0.115", "88.5", false],
    [{ ...share, ...range }, "0.8", null, null],
    [{ unit: "seconds" }, "0.8", null, null],
  ] as const)("%j: %s gives %s", (parts, value, score, isMet) => {
    expect(schemeScore({ kind: "percentage" }, of(value, parts))).toEqual({ score, level: null, isMet });
  });
});

describe("worst and best", () => {
  it("gives the published points (X48)", () => {
    const quality = schemeScore({ kind: "worst_best", worst: "65", best: "100" }, of("90"));
    const handling = schemeScore({ kind: "worst_best", worst: "600", best: "300" }, of("420", minimise));
    const belowWorst = schemeScore({ kind: "worst_best", worst: "65", best: "100" }, of("60"));

    expect(ofWeight(quality.score, 40)).toBe("28.57");
    expect(ofWeight(handling.score, 30)).toBe("18.00");
    expect(belowWorst.score).toBe("0");
  });

  it.each([
    ["65", "0"],
    ["100", "100"],
    ["120", "100"],
  ])("ends at its bounds: %s gives %s", (value, score) => {
    expect(schemeScore({ kind: "worst_best", worst: "65", best: "100" }, of(value)).score).toBe(score);
  });

  it("gives a direction to a KPI that has none", () => {
    const scheme = { kind: "worst_best", worst: "600", best: "300" } as const;

    expect(schemeScore(scheme, of("450", { ...range, target: "420" }))).toEqual({
      score: "50",
      level: null,
      isMet: false,
    });
  });
});

describe("zones", () => {
  const scheme: ZoneScheme = {
    kind: "zones",
    below: "0",
    zones: [
      { from: "70", until: "80", pointsFrom: "50", pointsUntil: "80" },
      { from: "80", until: "90", pointsFrom: "90", pointsUntil: "100" },
    ],
    above: "110",
  };

  it.each([
    ["69.9", "0"],
    ["70", "50"],
    ["75", "65"],
    ["80", "90"],
    ["85", "95"],
    ["90", "110"],
    ["500", "110"],
  ])("%s gives %s", (value, score) => {
    expect(schemeScore(scheme, of(value)).score).toBe(score);
  });

  it("gives a bound to the better side whichever way is better", () => {
    const falling: ZoneScheme = {
      kind: "zones",
      below: "100",
      zones: [{ from: "60", until: "120", pointsFrom: "80", pointsUntil: "20" }],
      above: "0",
    };

    expect(["60", "90", "120", "121"].map((value) => schemeScore(falling, of(value, minimise)).score)).toEqual([
      "100",
      "50",
      "20",
      "0",
    ]);
  });
});

describe("around", () => {
  const scheme: ScoringScheme = { kind: "around", tolerance: "30", limit: "90" };

  it.each([
    ["300", "100", true],
    ["270", "100", true],
    ["330", "100", true],
    ["331", "98.33333333333333333333333333333333", false],
    ["240", "50", false],
    ["360", "50", false],
    ["210", "0", false],
    ["390", "0", false],
    ["1000", "0", false],
  ])("%s gives %s", (value, score, isMet) => {
    expect(schemeScore(scheme, of(value, { ...range, target: "300" }))).toEqual({ score, level: null, isMet });
  });

  it("says nothing without a target", () => {
    expect(schemeScore(scheme, of("300", range))).toEqual({ score: null, level: null, isMet: null });
  });
});

describe("curve", () => {
  const points = [
    { value: "0.9", score: "0" },
    { value: "0.95", score: "80" },
    { value: "0.98", score: "100" },
    { value: "0.99", score: "120" },
  ];

  it.each([
    ["0.85", "0"],
    ["0.9", "0"],
    ["0.925", "40"],
    ["0.95", "80"],
    ["0.965", "90"],
    ["0.98", "100"],
    ["0.985", "110"],
    ["1", "120"],
  ])("%s gives %s", (value, score) => {
    expect(schemeScore({ kind: "curve", averaging: "input", points }, of(value, share)).score).toBe(score);
  });

  it("descends for what is to be small", () => {
    const waits = [
      { value: "120", score: "0" },
      { value: "60", score: "100" },
    ];
    const scheme: ScoringScheme = { kind: "curve", averaging: "output", points: waits };

    expect(["150", "90", "30"].map((value) => schemeScore(scheme, of(value, minimise)).score)).toEqual([
      "0",
      "50",
      "100",
    ]);
  });
});
