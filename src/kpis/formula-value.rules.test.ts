import fc from "fast-check";
import { Decimal } from "../shared/decimal";
import type { BoundExpression } from "./bound-expression";
import { parseFormula, printFormula } from "./formula.rules";
import { dimensionOf, fitsUnit, nameOf } from "./formula-units.rules";
import { valueOf } from "./formula-value.rules";
import { bindTree } from "./kpi-formula.rules";
import type { Measure, MeasureUnit } from "./measure-definition";
import { quotientOf } from "./quotient.rules";

const measure = (code: string, unit: MeasureUnit = "count"): Measure =>
  ({ code, unit, stream: "contact", attribution: "offered", parameters: [] }) as unknown as Measure;
const UNITS: Readonly<Record<string, MeasureUnit>> = { s: "seconds", m: "money", p: "points", h: "people" };
const find = (code: string): Measure => measure(code, UNITS[code]);
const bound = (text: string): BoundExpression => bindTree(parseFormula(text), {}, find);

/** Exact fractions, worked out apart from the rules. Null: a division by zero. */
type Fraction = readonly [numerator: bigint, denominator: bigint] | null;

function fraction(text: string, values: Readonly<Record<string, bigint>>): Fraction {
  const words = text.match(/[a-z]+|\d+|[-+*/()]/g) ?? [];
  let at = 0;
  const factor = (): Fraction => {
    const word = words[at++]!;
    if (word === "-") return times(factor(), [-1n, 1n]);
    if (word !== "(") return [/\d/.test(word) ? BigInt(word) : values[word]!, 1n];
    const inner = sum();
    at += 1;
    return inner;
  };
  const product = (): Fraction => {
    let left = factor();
    while (words[at] === "*" || words[at] === "/") {
      const divides = words[at++] === "/";
      const right = factor();
      left = divides ? times(left, right && right[0] !== 0n ? [right[1], right[0]] : null) : times(left, right);
    }
    return left;
  };
  const sum = (): Fraction => {
    let left = product();
    while (words[at] === "+" || words[at] === "-") {
      const sign = words[at++] === "-" ? -1n : 1n;
      const right = product();
      left = left && right && [left[0] * right[1] + sign * right[0] * left[1], left[1] * right[1]];
    }
    return left;
  };
  return sum();
}

const times = (a: Fraction, b: Fraction): Fraction => a && b && [a[0] * b[0], a[1] * b[1]];

const text: fc.Arbitrary<string> = fc.letrec<{ text: string }>((tie) => ({
  text: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom("a", "b", "c", "2", "7", "0"),
    fc.tuple(tie("text"), fc.constantFrom("+", "-", "*", "/"), tie("text")).map((parts) => `(${parts.join(" ")})`),
    fc.tuple(tie("text"), fc.constantFrom("+", "-", "*"), tie("text")).map((parts) => parts.join(" ")),
    tie("text").map((inner) => `-${/^[-(]?[abc\d]*$/.test(inner) ? inner : `(${inner})`}`),
  ),
})).text;

const sums = fc.record({ a: fc.integer(), b: fc.integer(), c: fc.integer() });

const agree = (value: Decimal | null, expected: Fraction): boolean =>
  expected === null || value === null
    ? expected === null && value === null
    : new Decimal(String(expected[0]))
        .minus(value.times(String(expected[1])))
        .abs()
        .lte(1e-9);

describe("the value of a formula", () => {
  it("is what exact fractions give, whatever the formula", () => {
    fc.assert(
      fc.property(text, sums, (formula, values) => {
        const read = { a: BigInt(values.a), b: BigInt(values.b), c: BigInt(values.c) };
        const value = valueOf(bound(formula), ({ measure: { code } }) => values[code as "a"], 31);
        return agree(value, fraction(formula, read));
      }),
      { numRuns: 500 },
    );
  });

  it("stays the same when divisions are drawn to the outside", () => {
    fc.assert(
      fc.property(text, sums, (formula, values) => {
        const read = ({ measure: { code } }: { measure: Measure }) => values[code as "a"];
        const whole = valueOf(bound(formula), read, 31);
        const { numerator, denominator } = quotientOf(parseFormula(formula));
        const above = valueOf(bindTree(numerator, {}, find), read, 31);
        const below = denominator && valueOf(bindTree(denominator, {}, find), read, 31);
        if (whole === null || above === null || (denominator && (!below || below.isZero())))
          return whole === null || true;
        return below ? above.minus(whole.times(below)).abs().lte(1e-9) : above.eq(whole);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ["a / (b + c)", "a", "b + c"],
    ["3600 * a / b", "3600 * a", "b"],
    ["a / b / c", "a", "b * c"],
    ["a / (b / c)", "a * c", "b"],
    ["1 - a / b", "1 * b - a", "b"],
    ["a / b + c / b", "a + c", "b"],
    ["a / b + c / a", "a / b + c / a", null],
    ["-(a / b)", "-a", "b"],
    ["day_sum(a) / days", "day_sum(a)", "days"],
  ])("%s is (%s) ÷ (%s)", (formula, above, below) => {
    const { numerator, denominator } = quotientOf(parseFormula(formula));

    expect([printFormula(numerator), denominator && printFormula(denominator)]).toEqual([above, below]);
  });

  it("reads closings where they stand, and is unknown where a part is", () => {
    const seen: string[] = [];
    const value = valueOf(
      bound("at_end(a - 2 * b) / days"),
      ({ measure: { code } }, closing) => {
        seen.push(`${closing} ${code}`);
        return code === "a" ? 10 : 2;
      },
      4,
    );

    expect(seen).toEqual(["at_end a", "at_end b"]);
    expect(value?.toString()).toBe("1.5");
    expect(valueOf(bound("a + b"), ({ measure: { code } }) => (code === "a" ? 1 : null), 1)).toBeNull();
  });
});

describe("the unit of a formula", () => {
  it.each([
    ["a / b", "a plain number", ["share", "percent", "count"]],
    ["s / a", "seconds ÷ count", ["seconds"]],
    ["s", "seconds", ["seconds"]],
    ["3600 * a / s", "count ÷ seconds", ["rate"]],
    ["m / a", "money ÷ count", ["money"]],
    ["p / p", "a plain number", ["share", "percent", "count"]],
    ["p / h", "points ÷ people", ["points"]],
    ["a * a / s", "count^2 ÷ seconds", []],
    ["day_sum(h) / days", "people", ["count"]],
  ])("%s is %s, for KPIs in %j", (formula, name, units) => {
    const { dimension, troubles } = dimensionOf(bound(formula));
    const all = ["share", "percent", "seconds", "count", "rate", "points", "money"] as const;

    expect(troubles).toEqual([]);
    expect(nameOf(dimension)).toBe(name);
    expect(all.filter((unit) => fitsUnit(unit, dimension))).toEqual(units);
  });

  it.each([
    ["a + s", 5, "seconds cannot be added to count"],
    ["a - (b - m)", 10, "money cannot be taken away from count"],
    ["a + 1", 5, "a plain number cannot be added"],
    ["a / (2 - 2)", 6, "divides by zero"],
    ["a / (b - b) + s / (0 * b)", 6, "divides by zero"],
  ])("%s is refused at character %d: %s", (formula, position, trouble) => {
    const [first] = dimensionOf(bound(formula)).troubles;

    expect(first).toMatchObject({ position, trouble: expect.stringContaining(trouble) });
  });
});
