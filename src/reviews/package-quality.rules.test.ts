import { day } from "../shared/day";
import { daysOf, periodContaining } from "../shared/period";
import { aCard, aFeed, aMaterial } from "./package-material.builder";
import { packageFeeds, packageQuality } from "./package-quality.rules";

const WEEK = periodContaining("week", day("2026-10-05"));
const OFFICE = {
  ...{ calendarId: "office", validFrom: day("2020-01-01"), validUntil: null },
  holidays: [{ on: day("2026-10-07"), name: "Closed", windows: [] }],
  windows: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: "09:00", until: "18:00" })),
} as never;

describe("data quality of a package", () => {
  const qualityOf = (days: readonly string[], today: string, term: { from?: string; until?: string } = {}) => {
    const material = aMaterial({ services: [aFeed("voice", days)], cards: [aCard("A", "9", { state: "final" })] });
    const until = term.until === undefined ? null : day(term.until);
    const feeds = packageFeeds(material, [OFFICE], { from: day(term.from ?? "2020-01-01"), until });
    return packageQuality(material, feeds, { period: WEEK, today: day(today), now: new Date(`${today}T09:00:00Z`) });
  };
  const missing = (...args: Parameters<typeof qualityOf>) =>
    qualityOf(...args).daysWithoutData.flatMap(({ days }) => days);

  it("names open days without data: no weekends, no holidays", () => {
    expect(missing(["2026-10-05"], "2026-11-10")).toEqual(["2026-10-06", "2026-10-08", "2026-10-09"]);
  });

  it("is silent when everything came", () => {
    expect(qualityOf(daysOf(WEEK), "2026-11-10").daysWithoutData).toEqual([]);
  });

  it("looks only at days that are over, or that facts have reached", () => {
    expect(missing([], "2026-10-08")).toEqual(["2026-10-05", "2026-10-06"]);
    expect(qualityOf([], "2026-10-08").lookedAtUntil).toBe("2026-10-08");
    expect(qualityOf(["2026-10-08"], "2026-10-08").lookedAtUntil).toBe("2026-10-09");
    expect(qualityOf([], "2026-11-10").lookedAtUntil).toBe(WEEK.until);
  });

  it("misses nothing outside the contract's term", () => {
    expect(missing([], "2026-11-10", { from: "2026-10-08" })).toEqual(["2026-10-08", "2026-10-09"]);
    expect(missing([], "2026-11-10", { until: "2026-10-06" })).toEqual(["2026-10-05"]);
  });

  it("is provisional as long as one figure is", () => {
    expect(qualityOf([], "2026-11-10").provisional).toBe(false);
  });

  it("says how far each feed reached, and which is late", () => {
    const expectation = { every: "P1D", dueBy: null, timeZone: null, grace: "PT0S", declares: false };
    const seen = { clientId: "c", serviceIds: ["voice"], completeThrough: null, lastImportAt: null, expectation };
    const feeds = [
      { ...seen, stream: "contact", source: "acd", observedThrough: new Date("2026-11-09T20:00:00Z") },
      { ...seen, stream: "case", source: "desk", observedThrough: new Date("2026-11-07T20:00:00Z") },
    ];
    const material = aMaterial({ services: [], feeds: feeds as never });
    const record = packageFeeds(material, [OFFICE], { from: day("2020-01-01"), until: null });

    const quality = packageQuality(material, record, {
      ...{ period: WEEK, today: day("2026-11-10"), now: new Date("2026-11-10T09:00:00Z") },
    });

    expect(quality.feeds).toEqual([
      { stream: "contact", source: "acd", through: "2026-11-09T20:00:00.000Z", isDeclared: false, isLate: false },
      { stream: "case", source: "desk", through: "2026-11-07T20:00:00.000Z", isDeclared: false, isLate: true },
    ]);
  });
});
