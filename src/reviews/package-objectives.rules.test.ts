import { day } from "../shared/day";
import { periodContaining, shiftPeriod } from "../shared/period";
import { packageCharts } from "./package-charts.rules";
import { aFeed, aLevel, aMaterial, anObjective, aResult } from "./package-material.builder";
import { objectiveLooks, objectiveParts } from "./package-objectives.rules";
import { packageFeeds } from "./package-quality.rules";
import type { PackageMaterial } from "./package-material.queries";

const OCTOBER = periodContaining("month", day("2026-10-01"));
const PERIODS = [-3, -2, -1, 0].map((count) => shiftPeriod(OCTOBER, count));
const partsOf = (parts: Partial<PackageMaterial>) => objectiveParts(objectiveLooks(aMaterial(parts), PERIODS));

const months = [
  aResult("2026-08-01", aLevel(790, 1_000)),
  aResult("2026-09-01", aLevel(850, 1_000)),
  aResult("2026-10-01", aLevel(748, 1_000)),
];

describe("objectives of a package", () => {
  it("stand in four periods, those without figures empty", () => {
    const { objectives } = partsOf({ results: months });

    expect(objectives[0]?.results.map((one) => one && [one.outcome, one.figure.display, one.shortfallDisplay])).toEqual(
      [null, ["missed", "79.0 %", "1.0 pp"], ["met", "85.0 %", null], ["missed", "74.8 %", "5.2 pp"]],
    );
    expect(objectives[0]).toMatchObject({ targetDisplay: "≥ 80.0 %", kpi: { dialect: "SL-A" } });
  });

  it("count misses made against misses allowed", () => {
    const { objectives } = partsOf({ results: months });

    expect(objectives[0]?.results.at(-1)).toMatchObject({ missesMade: 252, missesAllowed: 200 });
    expect(objectives[0]?.results.at(-2)).toMatchObject({ missesMade: 150, missesAllowed: 200 });
  });

  it("show only the parameters that the formula uses", () => {
    expect(partsOf({ results: months }).objectives[0]?.kpi.parameters).toEqual({ thresholdSeconds: 20 });
  });

  it("never show a miss as if it had reached its target", () => {
    const { objectives, misses } = partsOf({ results: [aResult("2026-10-01", aLevel(79_996, 100_000))] });

    expect(objectives[0]?.results.at(-1)?.figure.display).toBe("79.996 %");
    expect(misses[0]?.shortfallDisplay).toBe("0.004 pp");
  });

  it("keep the target of each period, and are left out when never measured", () => {
    const results = [aResult("2026-09-01", aLevel(850, 1_000, { target: "0.9" })), months[2]!];
    const { objectives } = partsOf({ results, objectives: [anObjective(), anObjective({ id: "other", code: "X" })] });

    expect(objectives.map(({ code }) => code)).toEqual(["SL-1"]);
    expect(objectives[0]?.results.map((one) => one?.target ?? null)).toEqual([null, null, "0.9", "0.8"]);
  });
});

describe("misses of a package", () => {
  const dailyResults = [
    aResult("2026-10-01", aLevel(90, 100)),
    aResult("2026-10-02", aLevel(60, 100)),
    aResult("2026-10-05", aLevel(40, 100)),
    aResult("2026-10-06", aLevel(79, 100)),
    aResult("2026-10-07", aLevel(70, 100)),
    aResult("2026-10-08", aLevel(1, 3, { value: null, status: "INSUFFICIENT_DATA" })),
  ];

  it("name the days that cost the objective, worst first, and earlier misses", () => {
    const { misses } = partsOf({ results: months, dailyResults });

    expect(misses).toEqual([
      {
        objectiveCode: "SL-1",
        outcome: "missed",
        shortfallDisplay: "5.2 pp",
        daysMeasured: 5,
        daysMissed: 4,
        worstDays: [
          { day: "2026-10-05", display: "40.0 %", sample: 100 },
          { day: "2026-10-02", display: "60.0 %", sample: 100 },
          { day: "2026-10-07", display: "70.0 %", sample: 100 },
        ],
        missedBefore: 1,
      },
    ]);
  });

  it.each([
    ["met", aLevel(850, 1_000)],
    ["undetermined", aLevel(1, 3, { value: null, status: "INSUFFICIENT_DATA" })],
  ])("are none when the reviewed period is %s", (_, item) => {
    expect(partsOf({ results: [months[0]!, aResult("2026-10-01", item)], dailyResults }).misses).toEqual([]);
  });

  it("are none when only earlier periods were measured", () => {
    expect(partsOf({ results: months.slice(0, 1) }).misses).toEqual([]);
  });
});

describe("charts of a package", () => {
  const OFFICE = {
    ...{ calendarId: "office", validFrom: day("2020-01-01"), validUntil: null, holidays: [] },
    windows: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: "09:00", until: "18:00" })),
  } as never;
  const chartsOf = (dailyResults: PackageMaterial["dailyResults"]) => {
    const material = aMaterial({ results: months, dailyResults, services: [aFeed("voice", [])] });
    const feeds = packageFeeds(material, [OFFICE], { from: day("2020-01-01"), until: null });
    return packageCharts(objectiveLooks(material, PERIODS), OCTOBER, feeds);
  };

  it("have a place for every day, closed and missing ones too", () => {
    const [chart] = chartsOf([aResult("2026-10-01", aLevel(90, 100)), aResult("2026-10-05", aLevel(60, 100))]);

    expect(chart?.points).toHaveLength(31);
    expect(chart?.points.slice(0, 5)).toEqual([
      { day: "2026-10-01", isOpen: true, value: "0.9", outcome: "met", sample: 100 },
      { day: "2026-10-02", isOpen: true, value: null, outcome: "not_measured", sample: 0 },
      { day: "2026-10-03", isOpen: false, value: null, outcome: "not_measured", sample: 0 },
      { day: "2026-10-04", isOpen: false, value: null, outcome: "not_measured", sample: 0 },
      { day: "2026-10-05", isOpen: true, value: "0.6", outcome: "missed", sample: 100 },
    ]);
  });

  it("show days with too few facts, without judging them", () => {
    const thin = aLevel(3, 4, { value: null, status: "INSUFFICIENT_DATA" });
    const [chart] = chartsOf([aResult("2026-10-01", thin), aResult("2026-10-02", thin)]);

    expect(chart?.points[0]).toMatchObject({ value: "0.75", outcome: "undetermined", sample: 4 });
  });

  it("need two days", () => {
    expect(chartsOf([aResult("2026-10-01", aLevel(90, 100))])).toEqual([]);
  });
});
