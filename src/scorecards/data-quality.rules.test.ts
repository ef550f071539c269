import type { CalendarVersion } from "../contracts/calendar-version.entity";
import { day, type Day } from "../shared/day";
import { daysLookedAt, QualityBook, type FeedRecord } from "./data-quality.rules";

const june = { from: day("2026-06-01"), until: day("2026-07-01") };
const openEnded = { from: day("2020-01-01"), until: null };

describe("daysLookedAt", () => {
  const until = (today: string, lastFacts: string | null, term: FeedRecord["term"] = openEnded) =>
    daysLookedAt(june, term, { today: day(today), lastFacts: lastFacts as Day | null }).until;

  it.each([
    ["the whole period once it is over", "2026-07-02", "2026-06-28", "2026-07-01"],
    ["until yesterday while it runs", "2026-06-15", "2026-06-14", "2026-06-15"],
    ["today as well, once it has facts", "2026-06-15", "2026-06-15", "2026-06-16"],
    ["what facts there are before their time", "2026-05-01", "2026-06-03", "2026-06-04"],
    ["nothing before it begins", "2026-05-01", null, "2026-06-01"],
  ])("is %s", (_, today, lastFacts, expected) => {
    expect(until(today, lastFacts)).toBe(expected);
  });

  it("keeps to the term of the contract", () => {
    const term = { from: day("2026-06-10"), until: day("2026-06-20") };

    expect(daysLookedAt(june, term, { today: day("2026-08-01"), lastFacts: null })).toEqual(term);
  });
});

describe("QualityBook", () => {
  const weekdays: CalendarVersion = Object.assign({} as CalendarVersion, {
    calendarId: "office",
    windows: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: "09:00", until: "18:00" })),
    holidays: [{ on: day("2026-06-02"), name: "Republic Day", windows: [] }],
    validFrom: day("2020-01-01"),
    validUntil: null,
  });
  const feeds: FeedRecord = {
    term: openEnded,
    calendars: [weekdays],
    calendarOfService: new Map([
      ["phone", "office"],
      ["post", "office"],
    ]),
    daysWithData: new Map([
      ["phone", new Set(["2026-06-01", "2026-06-03", "2026-06-06"].map(day))],
      ["post", new Set(["2026-06-01"].map(day))],
    ]),
    rejectedOn: new Map([
      [day("2026-06-03"), 4],
      [day("2026-06-05"), 1],
      [day("2026-06-29"), 9],
    ]),
  };
  const firstWeek = { from: day("2026-06-01"), until: day("2026-06-08") };
  const book = new QualityBook(feeds, { at: new Date("2026-07-10T10:00:00Z"), zone: "Europe/Rome" });

  it("counts open days without facts, not closed ones, and the rows refused", () => {
    expect(book.of(firstWeek, ["phone"])).toEqual({ days: 7, daysWithoutData: 2, rowsRejected: 5 });
  });

  it("counts a day on which any of several services is missing", () => {
    expect(book.of(firstWeek, ["phone", "post"]).daysWithoutData).toBe(3);
  });

  it("knows by the contract's zone whether a period is over", () => {
    const lateEvening = new QualityBook(feeds, { at: new Date("2026-06-30T22:30:00Z"), zone: "Europe/Rome" });

    expect(lateEvening.isOver(june)).toBe(true);
  });
});
