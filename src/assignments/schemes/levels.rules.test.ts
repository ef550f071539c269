import type { LevelScheme } from "../scoring-scheme";
import { levelsScore } from "./levels.rules";
import type { Measured } from "./measured.rules";

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

describe("levels", () => {
  const scheme: LevelScheme = {
    kind: "levels",
    rounding: { kind: "continuous" },
    meets: "Good",
    levels: [
      { level: "Out of range", score: "0", from: null },
      { level: "Poor", score: "40", from: "0.5" },
      { level: "Average", score: "70", from: "0.7" },
      { level: "Good", score: "100", from: "0.85" },
      { level: "Excellent", score: "120", from: "0.95" },
    ],
  };

  it.each([
    ["0.4999", "Out of range", "0", false],
    ["0.5", "Poor", "40", false],
    ["0.7", "Average", "70", false],
    ["0.8499999", "Average", "70", false],
    ["0.85", "Good", "100", true],
    ["1", "Excellent", "120", true],
  ])("%s is %s", (value, level, score, isMet) => {
    expect(levelsScore(scheme, of(value, share))).toEqual({ score, level, isMet });
  });

  it("counts the goal as met from the level that was agreed", () => {
    expect(levelsScore({ ...scheme, meets: "Average" }, of("0.7", share)).isMet).toBe(true);
  });

  it.each([
    ["continuous", "0.98959", "98.0"],
    ["truncate", "0.98959", "98.0"],
    ["truncate", "0.99", "99.0"],
    ["half_up", "0.9895", "99.0"],
    ["half_up", "0.98949", "98.0"],
  ] as const)("%s to one decimal of the percentage: %s is of %s", (kind, value, level) => {
    const rounding = kind === "continuous" ? { kind } : { kind, decimals: 1 };
    const bands: LevelScheme = {
      ...{ kind: "levels", rounding, meets: "99.0" },
      levels: [
        { level: "under", score: "0", from: null },
        { level: "98.0", score: "50", from: "0.98" },
        { level: "99.0", score: "100", from: "0.99" },
      ],
    };

    expect(levelsScore(bands, of(value, share)).level).toBe(level);
  });

  const waits: LevelScheme = {
    ...{ kind: "levels", rounding: { kind: "half_up", decimals: 0 }, meets: "Good" },
    levels: [
      { level: "Poor", score: "0", from: null },
      { level: "Average", score: "50", from: "60" },
      { level: "Good", score: "100", from: "30" },
    ],
  };

  it.each([
    ["60.5", "Poor"],
    ["60.4", "Average"],
    ["30.5", "Average"],
    ["30.49", "Good"],
    ["0", "Good"],
  ])("of what is to be small, %s is %s", (value, level) => {
    expect(levelsScore(waits, of(value, { ...minimise, unit: "seconds" })).level).toBe(level);
  });

  it("knows from its bounds which way is better where the KPI does not say it", () => {
    expect(levelsScore(waits, of("10", { ...range, unit: "seconds" })).level).toBe("Good");
  });
});
