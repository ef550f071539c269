import { Decimal } from "../shared/decimal";
import { realImprovement, targetFromBaseline } from "./baseline.rules";

const baseline = (value: string, improveBy: string) => ({ value, improveBy, measured: "2026-W10" });
const HOUR = 3_600;

describe("targetFromBaseline", () => {
  it.each([
    ["minimise", "seconds", String(24 * HOUR), "0.25", String(18 * HOUR)],
    ["minimise", "seconds", "24", "0", "24"],
    ["minimise", "seconds", "24", "1", "0"],
    ["maximise", "share", "0.6", "0.1", "0.66"],
    ["minimise", "share", "0.123456789012345678901234567891", "0.1", "0.1111111101111111110111111111019"],
    ["maximise", "points", "-10", "0.5", "-5"],
    ["minimise", "points", "-10", "0.5", "-15"],
    ["minimise", "money", "333", "0.25", "249.75"],
  ] as const)("%s %s: %s improved by %s asks for %s", (direction, unit, value, improveBy, target) => {
    expect(targetFromBaseline(baseline(value, improveBy), { code: "TRT", unit, direction })).toBe(target);
  });

  it.each([
    ["maximise", "share", "0.95", "0.1"],
    ["minimise", "seconds", "24", "1.1"],
    ["range", "seconds", "24", "0.1"],
  ] as const)("refuses %s %s: %s improved by %s", (direction, unit, value, improveBy) => {
    expect(() => targetFromBaseline(baseline(value, improveBy), { code: "TRT", unit, direction })).toThrow(
      expect.objectContaining({ code: "INVALID_BASELINE" }),
    );
  });
});

describe("realImprovement", () => {
  it("is a third from 24 to 16 hours (X54)", () => {
    const improvement = realImprovement({ value: "24" }, { numerator: "160", denominator: "10" }, "minimise");

    expect(new Decimal(improvement!).times(100).toFixed(1)).toBe("33.3");
  });

  it.each([
    ["maximise", "0.6", "0.75", "0.25"],
    ["minimise", "24", "30", "-0.25"],
    ["maximise", "-10", "-5", "0.5"],
    ["range", "24", "30", null],
    ["maximise", "0", "5", null],
  ] as const)("%s from %s to %s is %s", (direction, value, actual, improvement) => {
    expect(realImprovement({ value }, { numerator: actual, denominator: null }, direction)).toBe(improvement);
  });

  it("says nothing of no figure", () => {
    expect(realImprovement({ value: "1" }, { numerator: "1", denominator: "0" }, "maximise")).toBeNull();
  });
});
