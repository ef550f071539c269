import { day } from "../shared/day";
import { nextDeadline, punctualityOf, reaches, watermarkOf, type Expectation, type Reach } from "./feed-state.rules";

const at = (text: string | null): Date | null => (text === null ? null : new Date(text));
const reach = (observed: string | null, declared: string | null): Reach => ({
  observedThrough: at(observed),
  completeThrough: at(declared),
});

const daily: Expectation = {
  every: "FREQ=DAILY",
  dueBy: "06:00",
  timeZone: "Europe/Rome",
  grace: "PT30M",
  declares: false,
  validFrom: day("2026-01-01"),
  validUntil: null,
};
const weekly: Expectation = { ...daily, every: "FREQ=WEEKLY;BYDAY=MO", dueBy: "08:00", grace: "PT0S" };
const declaring: Expectation = { ...daily, declares: true };
const everyQuarter: Expectation = { ...daily, every: "PT15M", dueBy: null, grace: "PT5M" };
const everyDay: Expectation = { ...everyQuarter, every: "P1D", grace: "PT0S" };

describe("watermarkOf", () => {
  it.each([
    ["the declaration when it is the later", "2026-06-01T05:58:00Z", "2026-06-01T06:00:00Z", false, "06:00 declared"],
    ["the declaration when both are equal", "2026-06-01T06:00:00Z", "2026-06-01T06:00:00Z", false, "06:00 declared"],
    ["the latest fact when it is the later", "2026-06-01T06:40:00Z", "2026-06-01T06:00:00Z", false, "06:40 observed"],
    ["the declaration where only that counts", "2026-06-01T06:40:00Z", "2026-06-01T06:00:00Z", true, "06:00 declared"],
    ["nothing where only a declaration counts and none came", "2026-06-01T06:40:00Z", null, true, "none"],
    ["nothing before anything came", null, null, false, "none"],
  ])("is %s", (_, observed, declared, declares, expected) => {
    const mark = watermarkOf(reach(observed, declared), declares);

    const shown = mark && `${mark.at.toISOString().slice(11, 16)} ${mark.isDeclared ? "declared" : "observed"}`;
    expect(shown ?? "none").toBe(expected);
  });
});

describe("nextDeadline", () => {
  it.each([
    ["daily, yesterday's facts came", daily, reach("2026-06-01T19:40:00Z", null), "2026-06-03T04:30:00.000Z"],
    ["daily, a fact of this morning came", daily, reach("2026-06-02T05:00:00Z", null), "2026-06-04T04:30:00.000Z"],
    ["daily, declared to midnight", daily, reach(null, "2026-06-01T22:00:00Z"), "2026-06-03T04:30:00.000Z"],
    ["daily, declared to an hour before it", daily, reach(null, "2026-06-01T21:00:00Z"), "2026-06-02T04:30:00.000Z"],
    ["declarations only, facts came", declaring, reach("2026-06-01T19:40:00Z", null), "2026-01-01T05:30:00.000Z"],
    ["weekly, facts of Saturday", weekly, reach("2026-06-06T10:00:00Z", null), "2026-06-08T06:00:00.000Z"],
    ["weekly, facts of Sunday", weekly, reach("2026-06-07T10:00:00Z", null), "2026-06-15T06:00:00.000Z"],
    ["every quarter of an hour", everyQuarter, reach("2026-06-01T10:00:00Z", null), "2026-06-01T10:20:00.000Z"],
    ["every day over a clock change", everyDay, reach("2026-03-28T22:00:00Z", null), "2026-03-29T21:00:00.000Z"],
    ["nothing yet", everyDay, reach(null, null), "2026-01-01T23:00:00.000Z"],
  ])("%s", (_, expectation, feed, expected) => {
    expect(nextDeadline(feed, expectation)?.toISOString()).toBe(expected);
  });

  it("is none after the last day of the rule", () => {
    const ended = { ...daily, validUntil: day("2026-06-03") };

    expect(nextDeadline(reach("2026-06-02T10:00:00Z", null), ended)).toBeNull();
  });
});

describe("punctualityOf", () => {
  const facts = reach("2026-06-01T19:40:00Z", null);

  it.each([
    ["on time at the last moment", facts, daily, "2026-06-03T04:30:00Z", "on_time", null],
    ["late a second after", facts, daily, "2026-06-03T04:30:01Z", "late", "2026-06-03T04:30:00.000Z"],
    ["late since the first missing day", facts, daily, "2026-06-20T12:00:00Z", "late", "2026-06-03T04:30:00.000Z"],
    [
      "never seen, and overdue",
      reach(null, null),
      daily,
      "2026-01-05T12:00:00Z",
      "never_seen",
      "2026-01-01T05:30:00.000Z",
    ],
    ["never seen, not yet due", reach(null, null), everyDay, "2026-01-01T10:00:00Z", "never_seen", null],
    ["not expected", facts, null, "2030-01-01T00:00:00Z", "not_expected", null],
  ])("is %s", (_, feed, expectation, now, state, since) => {
    const found = punctualityOf(feed, expectation, new Date(now));

    expect([found.state, found.lateSince?.toISOString() ?? null]).toEqual([state, since]);
  });
});

describe("reaches", () => {
  const observed = { at: new Date("2026-06-30T19:00:00Z"), isDeclared: false };

  it.each([
    ["a fact of the last day covers the month", observed, "2026-07-01", true],
    ["but no day more", observed, "2026-07-02", false],
    ["a declaration has to reach midnight", { ...observed, isDeclared: true }, "2026-07-01", false],
    ["and does", { at: new Date("2026-06-30T22:00:00Z"), isDeclared: true }, "2026-07-01", true],
  ])("%s", (_, mark, until, expected) => {
    expect(reaches(mark, day(until), "Europe/Rome")).toBe(expected);
  });
});
