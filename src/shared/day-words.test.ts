import { day } from "./day";
import { dayList, periodShort, periodSpan, periodTitle, rangeSpan } from "./day-words";
import { periodContaining } from "./period";

describe("words of days", () => {
  it.each([
    ["month" as const, "2026-10-05", "October 2026", "Oct 2026", "1–31 October 2026"],
    ["week" as const, "2026-10-28", "Week 44, 2026", "W44 2026", "26 October – 1 November 2026"],
    ["week" as const, "2026-12-30", "Week 53, 2026", "W53 2026", "28 December 2026 – 3 January 2027"],
    ["quarter" as const, "2026-08-01", "Q3 2026", "Q3 2026", "1 July – 30 September 2026"],
    ["year" as const, "2026-08-01", "2026", "2026", "1 January – 31 December 2026"],
  ])("name the %s of %s", (kind, on, title, short, span) => {
    const period = periodContaining(kind, day(on));

    expect([periodTitle(period), periodShort(period), periodSpan(period)]).toEqual([title, short, span]);
  });

  it.each([
    [["2026-10-03", "2026-10-04", "2026-10-05", "2026-10-12"], "3–5 Oct, 12 Oct"],
    [["2026-10-30", "2026-10-31", "2026-11-01"], "30 Oct – 1 Nov"],
    [[], ""],
  ])("write %p as runs of days", (days, text) => {
    expect(dayList(days.map(day))).toBe(text);
  });

  it.each([
    ["2026-10-01", "2026-10-09", "1–8 October 2026"],
    ["2026-10-09", "2026-10-10", "9 October 2026"],
    ["2026-12-20", "2027-01-05", "20 December 2026 – 4 January 2027"],
    ["2026-10-09", null, "from 9 October 2026"],
  ])("write days from %s until %s with the last one included", (from, until, text) => {
    expect(rangeSpan({ from: day(from), until: until === null ? null : day(until) })).toBe(text);
  });
});
