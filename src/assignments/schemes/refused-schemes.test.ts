import { AHT, ASA, CSAT, refusalOf } from "./scheme.builder";
import type { SchemeKpi } from "./scheme-kpi.rules";
import type { RawScheme } from "./scheme.schema";

describe("refusing what could not score", () => {
  const ZONES = { kind: "zones", below: 0, above: 100 };
  const zone = (from: number, until: number, pointsFrom: number, pointsUntil: number) => ({
    from,
    until,
    pointsFrom,
    pointsUntil,
  });

  it.each<[string, SchemeKpi, RawScheme, object]>([
    ["an unknown kind", CSAT, { kind: "worstbest" }, { code: "INVALID_SCHEME", path: "kind" }],
    ["no kind", CSAT, {}, { code: "INVALID_SCHEME", path: "kind" }],
    ["a missing field", CSAT, { kind: "worst_best", worst: "65 %" }, { code: "MISSING_FIELD", path: "best" }],
    ["an unknown field", CSAT, { kind: "percentage", worst: 1 }, { code: "UNKNOWN_FIELD", path: "worst" }],
    ["another unit", CSAT, { kind: "worst_best", worst: 65, best: "100 %" }, { code: "INVALID_TARGET", path: "worst" }],
    [
      "a score above 200",
      ASA,
      { ...ZONES, below: 201, zones: [zone(10, 20, 100, 0)] },
      { code: "INVALID_FIELD", path: "below" },
    ],
    ["percentages of seconds", ASA, "percentage", { code: "INVALID_SCHEME", path: "kind" }],
    [
      "percentages without direction",
      { ...CSAT, direction: "range" },
      "percentage",
      { code: "INVALID_SCHEME", path: "kind" },
    ],
    [
      "worst as good as best",
      CSAT,
      { kind: "worst_best", worst: "80 %", best: 0.8 },
      { path: "best", message: "Worst and best are the same: 80 %." },
    ],
    ["worst and best turned about", CSAT, { kind: "worst_best", worst: "90 %", best: "80 %" }, { path: "best" }],
    ["a middle of what is to be small", ASA, { kind: "around", tolerance: 5, limit: 9 }, { path: "kind" }],
    ["a limit within the tolerance", AHT, { kind: "around", tolerance: 30, limit: 30 }, { path: "limit" }],
    [
      "a gap between zones",
      AHT,
      { ...ZONES, above: 0, zones: [zone(10, 20, 0, 50), zone(25, 30, 50, 0)] },
      { code: "BANDS_GAP", path: "zones.1.from", message: "Nothing is said of values between 20 and 25." },
    ],
    [
      "zones that overlap",
      AHT,
      { ...ZONES, above: 0, zones: [zone(10, 20, 0, 50), zone(15, 30, 50, 0)] },
      { code: "BANDS_OVERLAP", path: "zones.1.from", message: "Values between 15 and 20 are claimed twice." },
    ],
    ["a zone turned about", AHT, { ...ZONES, zones: [zone(20, 10, 0, 50)] }, { path: "zones.0.until" }],
    [
      "zones that fall towards the better",
      CSAT,
      { ...ZONES, zones: [{ from: "70 %", until: "80 %", pointsFrom: 60, pointsUntil: 50 }] },
      { code: "SCHEME_FALLS", path: "zones.0.pointsUntil" },
    ],
    [
      "zones that rise again",
      AHT,
      { ...ZONES, zones: [zone(10, 20, 90, 50)] },
      { code: "SCHEME_FALLS", path: "above" },
    ],
    [
      "a curve of what is to be small that rises",
      ASA,
      {
        kind: "curve",
        averaging: "input",
        points: [
          { value: 60, score: 50 },
          { value: 30, score: 20 },
        ],
      },
      { code: "SCHEME_FALLS", path: "points.0.score" },
    ],
    [
      "a curve that goes back",
      CSAT,
      {
        kind: "curve",
        averaging: "input",
        points: [
          { value: "80 %", score: 0 },
          { value: "70 %", score: 20 },
        ],
      },
      { code: "INVALID_SCHEME", path: "points.1.value" },
    ],
    [
      "a curve without averaging",
      CSAT,
      {
        kind: "curve",
        points: [
          { value: "80 %", score: 0 },
          { value: "90 %", score: 20 },
        ],
      },
      { code: "MISSING_FIELD", path: "averaging" },
    ],
  ])("refuses %s", (_what, kpi, raw, refusal) => {
    expect(refusalOf(kpi, raw)).toContainEqual(expect.objectContaining(refusal));
  });
});
