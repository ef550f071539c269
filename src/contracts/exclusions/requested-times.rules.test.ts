import { day } from "../../shared/day";
import { requestedTimes } from "./requested-times.rules";

test.each([
  ["the day the clocks go forward", "2026-03-29", "2026-03-30", "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z"],
  ["the day they go back", "2026-10-25", "2026-10-26", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z"],
])("local days are instants of the zone: %s", (_, firstDay, endDay, from, until) => {
  const times = requestedTimes({ firstDay: day(firstDay), endDay: day(endDay) }, "Europe/Rome");

  expect(times).toEqual({ fromAt: new Date(from), untilAt: new Date(until) });
});

test("instants are taken as they are", () => {
  const times = { fromAt: new Date("2026-03-01T10:15:00Z"), untilAt: new Date("2026-03-01T11:00:00Z") };

  expect(requestedTimes(times, "Europe/Rome")).toEqual(times);
});

test.each([
  ["nothing", {}],
  ["a beginning only", { fromAt: new Date(0) }],
  ["one of each", { fromAt: new Date(0), endDay: day("2026-01-01") }],
  ["an end at the beginning", { fromAt: new Date(0), untilAt: new Date(0) }],
])("%s is refused", (_, written) => {
  expect(() => requestedTimes(written, "UTC")).toThrow(expect.objectContaining({ code: "INVALID_EXCLUSION" }));
});
