import fc from "fast-check";
import {
  compare,
  decimalText,
  exactText,
  floorOf,
  minus,
  over,
  plus,
  rational,
  roundedTo,
  sumOf,
  times,
} from "./rational";

describe("reading and writing", () => {
  it.each([
    ["0.125", "0.125"],
    ["-1.50", "-1.5"],
    ["1/3", "1/3"],
    ["2/4", "0.5"],
    ["-7/3", "-7/3"],
    [12, "12"],
    [0.1, "0.1"],
    [5n, "5"],
  ])("%s is written %s", (written, text) => {
    expect(exactText(rational(written))).toBe(text);
  });

  it.each(["", "1e3", "1/", "a", "1,5"])("%j is no number", (text) => {
    expect(() => rational(text)).toThrow(RangeError);
  });

  it("shows a third to 34 digits", () => {
    expect(decimalText(rational("1/3"))).toBe("0.3333333333333333333333333333333333");
  });

  it("refuses to divide by 0", () => {
    expect(() => over(rational(1), rational(0))).toThrow(RangeError);
  });
});

describe("rounding once", () => {
  it.each([
    ["2.5", 3n, 2n, 2n, 3n],
    ["-2.5", -3n, -2n, -2n, -3n],
    ["3.5", 4n, 4n, 3n, 4n],
    ["1/3", 0n, 0n, 0n, 1n],
    ["-1/3", 0n, 0n, 0n, -1n],
    ["2/3", 1n, 1n, 0n, 1n],
    ["7", 7n, 7n, 7n, 7n],
  ])("%s: half up %d, half even %d, down %d, up %d", (text, halfUp, halfEven, down, up) => {
    const value = rational(text);

    const whole = (["half_up", "half_even", "down", "up"] as const).map((one) => roundedTo(value, one));

    expect(whole).toEqual([halfUp, halfEven, down, up]);
  });

  it("keeps three thirds whole, whichever way it rounds", () => {
    const third = rational("1/3");

    const whole = times(sumOf([third, third, third]), rational("29999"));

    expect(roundedTo(whole, "down")).toBe(29_999n);
    expect(roundedTo(whole, "up")).toBe(29_999n);
  });

  it("takes the floor below, also of what is negative", () => {
    expect([floorOf(rational("2.7")), floorOf(rational("-2.7")), floorOf(rational("-2"))]).toEqual([2n, -3n, -2n]);
  });
});

describe("any fractions", () => {
  const aRational = fc
    .tuple(fc.bigInt(-(10n ** 12n), 10n ** 12n), fc.bigInt(1n, 10n ** 12n))
    .map(([top, bottom]) => rational(`${top}/${bottom}`));

  it("add, take away, multiply and divide back to where they were", () => {
    fc.assert(
      fc.property(aRational, aRational, (a, b) => {
        expect(minus(plus(a, b), b)).toEqual(a);
        if (b.top !== 0n) expect(over(times(a, b), b)).toEqual(a);
        expect(rational(exactText(a))).toEqual(a);
        expect(Math.sign(compare(a, b))).toBe(-Math.sign(compare(b, a)) || 0);
      }),
      { seed: 1 },
    );
  });
});
