import fc from "fast-check";
import { Decimal } from "../../shared/decimal";
import { trendDirection, trendSlope, type TrendPoint } from "./trend.rules";

const row = (...values: readonly (number | null)[]): TrendPoint[] =>
  values.flatMap((value, step) => (value === null ? [] : [{ step, value: String(value) }]));

describe("the direction of a trend", () => {
  it.each([
    [[1, 2, 3, 4, 5], "maximise", "improving"],
    [[5, 4, 3, 2, 1], "maximise", "worsening"],
    [[5, 4, 3, 2, 1], "minimise", "improving"],
    [[1, 2, 3, 5, 4], "maximise", "steady"],
    [[1, 2, 3, 4], "maximise", "unknown"],
    [[1, null, 2, 3, null, 4], "maximise", "unknown"],
    [[1, 2, 3, 4, 5, 6], "range", "unknown"],
    [[7, 7, 7, 7, 7, 7], "maximise", "steady"],
    // nine of ten pairs rise, one falls: 8 of the 10 that five points need
    [[10, 15, 14, 20, 21], "maximise", "steady"],
  ] as const)("of %j, to %s, is %s", (values, goal, direction) => {
    expect(trendDirection(row(...values), goal)).toBe(direction);
  });

  it("says no more than the exact distribution of all orders does, for five to eight points without ties", () => {
    for (const n of [5, 6, 7, 8]) {
      const least = leastSignificant(n);
      for (const permutation of somePermutations(n)) {
        const found = trendDirection(row(...permutation), "maximise");
        const sum = score(permutation);

        expect(found).toBe(Math.abs(sum) < least ? "steady" : sum > 0 ? "improving" : "worsening");
      }
    }
  });

  it("turns round with the values", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 5, maxLength: 30 }), (values) => {
        const [there, back] = [values, [...values].reverse()].map((one) => trendDirection(row(...one), "maximise"));
        const opposite = { improving: "worsening", worsening: "improving", steady: "steady", unknown: "unknown" };

        expect(back).toBe(opposite[there!]);
      }),
    );
  });
});

describe("the slope of a trend", () => {
  it.each([
    [[10, 12, 14], "2"],
    [[10, 12, 14, 0, 18], "2"],
    [[10, null, 14], "2"],
    [[3, 1], "-2"],
    [[0, 1, 1], "0.5"],
    [[4], null],
    [[], null],
  ] as const)("of %j is %s", (values, slope) => {
    expect(trendSlope(row(...values))).toBe(slope);
  });

  it("of a straight line is its own, whatever is missing", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -99, max: 99 }),
        fc.array(fc.boolean(), { minLength: 2, maxLength: 40 }),
        (by, kept) => {
          const points = row(...kept.map((isKept, step) => (isKept ? step * by : null)));

          expect(trendSlope(points)).toBe(points.length < 2 ? null : new Decimal(by).toString());
        },
      ),
    );
  });
});

const score = (all: readonly number[]): number =>
  all.reduce(
    (sum, one, place) => sum + all.slice(place + 1).reduce((part, later) => part + Math.sign(later - one), 0),
    0,
  );

/** How often each S comes among all orders of n values, by inserting the greatest into the orders of the others. */
function leastSignificant(n: number): number {
  let counts = new Map([[0, 1]]);
  for (let size = 2; size <= n; size++) {
    const next = new Map<number, number>();
    for (const [sum, count] of counts)
      for (let place = 0; place < size; place++)
        next.set(sum + 2 * place - (size - 1), (next.get(sum + 2 * place - (size - 1)) ?? 0) + count);
    counts = next;
  }
  const all = [...counts.values()].reduce((sum, one) => sum + one, 0);
  const beyond = (sum: number): number =>
    [...counts].reduce((part, [other, count]) => part + (Math.abs(other) >= sum ? count : 0), 0);
  return Math.min(...[...counts.keys()].filter((sum) => sum > 0 && beyond(sum) / all <= 0.05));
}

function somePermutations(n: number): number[][] {
  const values = Array.from({ length: n }, (_, index) => index);
  const all = fc.sample(fc.shuffledSubarray(values, { minLength: n, maxLength: n }), { numRuns: 300, seed: 7 });
  return [values, [...values].reverse(), ...values.slice(1).map((at) => swapped(values, at)), ...all];
}

const swapped = (values: readonly number[], at: number): number[] =>
  values.map((one, index) => (index === at ? values[at - 1]! : index === at - 1 ? values[at]! : one));
