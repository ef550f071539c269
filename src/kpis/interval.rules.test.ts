import fc from "fast-check";
import { Decimal } from "../shared/decimal";
import { wilsonInterval } from "./interval.rules";

describe("Wilson's 95 % interval", () => {
  it.each([
    [81, 263, "0.2553", "0.3662"],
    [15, 148, "0.0624", "0.1605"],
    [0, 20, "0.0000", "0.1611"],
    [1, 29, "0.0061", "0.1718"],
    [29, 29, "0.8830", "1.0000"],
  ])("of %d in %d is %s to %s, as published", (numerator, n, lower, upper) => {
    const interval = wilsonInterval(numerator, n)!;

    expect(new Decimal(interval.lower).toFixed(4)).toBe(lower);
    expect(new Decimal(interval.upper).toFixed(4)).toBe(upper);
  });

  it("is missing without a sample", () => {
    expect(wilsonInterval(0, 0)).toBeNull();
  });

  it("holds the share, stays within 0 and 1, and mirrors", () => {
    const parts = fc.integer({ min: 1, max: 1e9 }).chain((n) => fc.tuple(fc.nat(n), fc.constant(n)));

    fc.assert(
      fc.property(parts, ([x, n]) => {
        const { lower, upper } = wilsonInterval(x, n)!;
        const mirrored = wilsonInterval(n - x, n)!;
        const share = new Decimal(x).div(n);
        expect(share.gte(lower) && share.lte(upper)).toBe(true);
        expect(new Decimal(lower).gte(0) && new Decimal(upper).lte(1)).toBe(true);
        expect(new Decimal(1).minus(mirrored.upper).minus(lower).abs().lt("1e-30")).toBe(true);
      }),
    );
  });
});
