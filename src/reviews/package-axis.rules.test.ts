import { addDays, day } from "../shared/day";
import { dayLabels, niceAxis } from "./package-axis.rules";

describe("axes of a chart", () => {
  it.each([
    [[47.7, 87.2, 80], "share" as const, { min: 40, max: 90, step: 10 }],
    [[86.2, 99.5, 90], "share" as const, { min: 85, max: 100, step: 5 }],
    [[100, 100], "share" as const, { min: 100, max: 101, step: 1 }],
    [[0, 0], "share" as const, { min: 0, max: 1, step: 1 }],
    [[8, 41, 30], "seconds" as const, { min: 0, max: 50, step: 10 }],
    [[290, 430], "seconds" as const, { min: 270, max: 450, step: 30 }],
    [[95, 112], "percent" as const, { min: 95, max: 115, step: 5 }],
    [[-8.9, 3], "percent" as const, { min: -10, max: 5, step: 5 }],
    [[2, 4.5], "rate" as const, { min: 2, max: 4.5, step: 0.5 }],
    [[120, 4_980], "count" as const, { min: 0, max: 5_000, step: 1_000 }],
  ])("around %p (%s) are round", (values, unit, axis) => {
    expect(niceAxis(values, unit)).toEqual(axis);
  });

  it("name weekdays in a week, days in a month, firsts of months beyond", () => {
    const from = (count: number) => Array.from({ length: count }, (_, i) => addDays(day("2026-07-01"), i));

    expect(dayLabels(from(2))).toEqual(["Wed 1", "Thu 2"]);
    expect(dayLabels(from(31)).slice(-2)).toEqual(["30", "31"]);
    expect(dayLabels(from(92)).filter(Boolean)).toEqual(["1 Jul", "1 Aug", "1 Sep"]);
  });
});
