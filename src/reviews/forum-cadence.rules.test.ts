import type { Day } from "../shared/day";
import { periodLabel } from "../shared/period";
import { sittings } from "./forum-cadence.rules";

const day = (text: string): Day => text as Day;

describe("sittings of a forum", () => {
  it("come by their cadence and review the last whole period before them", () => {
    const forum = { cadence: "FREQ=MONTHLY;BYDAY=2TU", startsOn: day("2026-01-01"), reviewsKind: "month" as const };

    const found = sittings(forum, day("2026-10-01"), day("2027-02-01"));

    expect(found.map((one) => [one.on, periodLabel(one.period)])).toEqual([
      ["2026-10-13", "2026-09"],
      ["2026-11-10", "2026-10"],
      ["2026-12-08", "2026-11"],
      ["2027-01-12", "2026-12"],
    ]);
  });

  it.each([
    ["FREQ=WEEKLY;BYDAY=MO", "week" as const, "2026-03-30", "2026-W13"],
    ["FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15", "quarter" as const, "2026-04-15", "2026-Q1"],
    ["FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=8", "month" as const, "2026-04-10", "2026-03"],
  ])("%s reviews the %s before", (cadence, reviewsKind, on, label) => {
    const forum = { cadence, startsOn: day("2026-01-01"), reviewsKind };

    const found = sittings({ ...forum, startsOn: day("2026-01-15") }, day("2026-03-01"), day("2026-05-01"));

    expect(found.map((one) => [one.on, periodLabel(one.period)])).toContainEqual([on, label]);
  });

  it("begin no earlier than the forum", () => {
    const forum = { cadence: "FREQ=WEEKLY;BYDAY=MO", startsOn: day("2026-03-10"), reviewsKind: "week" as const };

    expect(sittings(forum, day("2026-03-01"), day("2026-03-24")).map((one) => one.on)).toEqual([
      "2026-03-16",
      "2026-03-23",
    ]);
  });
});
