import { AHT, ASA, CSAT, levels, refusalOf, TENTH } from "./scheme.builder";
import type { SchemeKpi } from "./scheme-kpi.rules";
import type { RawScheme } from "./scheme.schema";

describe("refusing levels that could not score", () => {
  const poor = { level: "Poor", score: 0 };

  it.each<[string, SchemeKpi, RawScheme, object]>([
    [
      "a gap between levels",
      CSAT,
      levels([
        poor,
        { level: "Average", score: 50, from: "98.0 %", to: "98.9 %" },
        { level: "Good", score: 90, from: "99.0 %" },
      ]),
      { code: "BANDS_GAP", path: "levels.2.from", message: "Nothing is said of values between 98.9 % and 99.0 %." },
    ],
    [
      "a gap wider than the rounding",
      CSAT,
      levels(
        [
          { ...poor, to: "98.8 %" },
          { level: "Good", score: 90, from: "99.0 %" },
        ],
        TENTH,
      ),
      { code: "BANDS_GAP", path: "levels.1.from" },
    ],
    [
      "levels that overlap without order",
      CSAT,
      levels([
        { ...poor, to: "90 %" },
        { level: "Good", score: 90, from: "85 %" },
      ]),
      { code: "BANDS_OVERLAP", path: "levels.1.from" },
    ],
    [
      "a worst level with a bound",
      CSAT,
      levels([
        { ...poor, from: "10 %" },
        { level: "Good", score: 90, from: "85 %" },
      ]),
      { code: "BANDS_GAP", path: "levels.0.from", message: "Nothing is said of values worse than 10 %." },
    ],
    [
      "a best level with an end",
      CSAT,
      levels([poor, { level: "Good", score: 90, from: "85 %", to: "99 %" }]),
      { code: "BANDS_GAP", path: "levels.1.to" },
    ],
    [
      "a level without bound",
      CSAT,
      levels([poor, { level: "Good", score: 90 }]),
      { code: "INVALID_SCHEME", path: "levels.1.from" },
    ],
    [
      "bounds out of order",
      ASA,
      levels([poor, { level: "Average", score: 50, from: 30 }, { level: "Good", score: 90, from: 60 }]),
      { code: "INVALID_SCHEME", path: "levels.2.from" },
    ],
    [
      "a range turned about",
      ASA,
      levels([poor, { level: "Good", score: 90, from: 30, to: 60 }]),
      { code: "BANDS_GAP", path: "levels.1.to" },
    ],
    [
      "a bound finer than the rounding",
      CSAT,
      levels([poor, { level: "Good", score: 90, from: "98.95 %" }], TENTH),
      { code: "INVALID_SCHEME", path: "levels.1.from" },
    ],
    [
      "a better level that scores less",
      CSAT,
      levels([
        { ...poor, score: 10 },
        { level: "Good", score: 5, from: "85 %" },
      ]),
      { code: "SCHEME_FALLS", path: "levels.1.score" },
    ],
    [
      "a goal at no level",
      CSAT,
      levels([poor, { level: "Fine", score: 90, from: "85 %" }]),
      { code: "INVALID_SCHEME", path: "meets" },
    ],
    [
      "a level twice",
      CSAT,
      levels([
        { ...poor, level: "Good" },
        { level: "Good", score: 90, from: "85 %" },
      ]),
      { code: "INVALID_SCHEME", path: "levels.1.level" },
    ],
    [
      "one bound that says no direction",
      AHT,
      levels([poor, { level: "Good", score: 90, from: 300 }]),
      { code: "INVALID_SCHEME", path: "levels" },
    ],
    [
      "rounding without decimals",
      CSAT,
      levels([poor, { level: "Good", score: 9, from: "85 %" }], { rounding: { kind: "half_up" } }),
      { code: "MISSING_FIELD", path: "rounding.decimals" },
    ],
  ])("refuses %s", (_what, kpi, raw, refusal) => {
    expect(refusalOf(kpi, raw)).toContainEqual(expect.objectContaining(refusal));
  });
});
