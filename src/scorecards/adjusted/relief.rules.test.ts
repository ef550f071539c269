import { day } from "../../shared/day";
import type { ForecastInterval } from "./relief.queries";
import { adjustedTarget, isMore, relievedDays } from "./relief.rules";

const relief = { tolerance: "0.1", effect: "exclude", adjustedTarget: null } as const;

const interval = (of: string, hour: number, foreseen: number, actual: number): ForecastInterval => ({
  ...{ serviceId: "phone", day: day(of), channel: "", foreseen: 100 * foreseen, actual },
  from: new Date(`${of}T${String(hour).padStart(2, "0")}:00:00Z`),
  until: new Date(`${of}T${String(hour + 1).padStart(2, "0")}:00:00Z`),
});

test.each([
  [100, 110, false],
  [100, 111, true],
  [0, 0, false],
  [0, 1, true],
  [33, 36, false],
  [33, 37, true],
])("of %d foreseen with a tolerance of 10 %, %d are more: %s", (foreseen, actual, expected) => {
  expect(isMore({ foreseen: 100 * foreseen, actual }, relief)).toBe(expected);
});

test("days have the intervals above what is to be borne, and say the figures", () => {
  const all = [
    interval("2026-03-15", 9, 100, 130),
    interval("2026-03-14", 9, 100, 111),
    interval("2026-03-14", 10, 100, 100),
    interval("2026-03-14", 11, 50, 80),
    interval("2026-03-16", 9, 100, 110),
  ];

  const days = relievedDays(all, relief);

  expect(days.map((one) => [one.day, one.intervals.length])).toEqual([
    ["2026-03-14", 2],
    ["2026-03-15", 1],
  ]);
  expect(days[0]?.reason).toBe(
    "191 contacts came in 2 intervals with a locked forecast of 150: more than 165, which is 10 % above it.",
  );
});

test("another target counts when more came in all", () => {
  const other = { tolerance: "0.1", effect: "adjust_target", adjustedTarget: "0.7" } as const;

  expect(adjustedTarget([interval("2026-03-14", 9, 100, 130), interval("2026-03-14", 10, 100, 90)], other)).toBeNull();
  expect(adjustedTarget([interval("2026-03-14", 9, 100, 131), interval("2026-03-14", 10, 100, 90)], other)).toBe("0.7");
  expect(adjustedTarget([], other)).toBeNull();
});
