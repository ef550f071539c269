import { readScheme } from "./read-scheme";
import { AHT, ASA, COST, CSAT, DSAT, levels, TENTH } from "./scheme.builder";
import type { SchemeKpi } from "./scheme-kpi.rules";
import type { RawScheme } from "./scheme.schema";
import { writtenScheme } from "./written-scheme.rules";

describe("reading what was written", () => {
  it.each<[string, SchemeKpi, RawScheme, object]>([
    ["a name alone", DSAT, "percentage", { kind: "percentage" }],
    ["shares", CSAT, { kind: "worst_best", worst: "65 %", best: 1 }, { kind: "worst_best", worst: "0.65", best: "1" }],
    ["money", COST, { kind: "worst_best", worst: "4.20 EUR", best: "350 minor" }, { worst: "420", best: "350" }],
    ["a goal in the middle", AHT, { kind: "around", tolerance: 30, limit: 90 }, { tolerance: "30", limit: "90" }],
    ["a direction of its own", AHT, { kind: "worst_best", worst: 600, best: 300 }, { worst: "600", best: "300" }],
  ])("takes %s", (_what, kpi, raw, scheme) => {
    expect(readScheme(raw, kpi)).toMatchObject(scheme);
  });

  it.each<[string, SchemeKpi, object[], object, (string | null)[]]>([
    ["bounds", CSAT, [{ from: "70 %" }], {}, [null, "0.7"]],
    ["bounds that descend", ASA, [{ from: 60 }, { from: 30 }], {}, [null, "60", "30"]],
    ["ranges that touch", CSAT, [{ from: "70 %", to: "85 %" }, { from: "85 %" }], {}, [null, "0.7", "0.85"]],
    [
      "ranges that rounding closes",
      CSAT,
      [{ from: "98.0 %", to: "98.9 %" }, { from: "99.0 %" }],
      TENTH,
      [null, "0.98", "0.99"],
    ],
    [
      "whole seconds",
      ASA,
      [
        { from: 60, to: 31 },
        { from: 30, to: 0 },
      ],
      { rounding: { kind: "half_up", decimals: 0 } },
      [null, "60", "30"],
    ],
    [
      "an overlap that the better wins",
      CSAT,
      [
        { from: "70 %", to: "90 %", order: 2 },
        { from: "85 %", order: 1 },
      ],
      {},
      [null, "0.7", "0.85"],
    ],
    [
      "an overlap that the worse wins",
      CSAT,
      [
        { from: "70 %", to: "90 %", order: 1 },
        { from: "85 %", order: 2 },
      ],
      {},
      [null, "0.7", "0.9"],
    ],
    [
      "an overlap in steps",
      CSAT,
      [
        { from: "70 %", to: "90 %", order: 1 },
        { from: "85 %", order: 2 },
      ],
      TENTH,
      [null, "0.7", "0.901"],
    ],
  ])("makes bounds of %s", (_what, kpi, better, more, bounds) => {
    const list = [
      { level: "Poor", score: 0 },
      ...better.map((one, index) => ({ level: index === better.length - 1 ? "Good" : `L${index}`, score: 50, ...one })),
    ];

    expect(readScheme(levels(list, more), kpi)).toMatchObject({ levels: bounds.map((from) => ({ from })) });
  });
});

it("writes what it reads again", () => {
  const list = [
    { level: "Poor", score: 0 },
    { level: "Good", score: "99.5", from: "98.95 %" },
  ];
  const scheme = readScheme(levels(list, { rounding: { kind: "truncate", decimals: 2 } }), CSAT);

  expect(readScheme(writtenScheme(scheme, CSAT), CSAT)).toEqual(scheme);
});
