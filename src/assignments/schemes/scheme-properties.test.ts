import fc from "fast-check";
import { Decimal } from "../../shared/decimal";
import type { ScoringScheme } from "../scoring-scheme";
import type { Measured } from "./measured.rules";
import { readScheme } from "./read-scheme";
import { schemeScore } from "./scheme-score.rules";
import { AHT, ASA, CSAT } from "./scheme.builder";

const SEED = 20_261_122;
const RUNS = { seed: SEED, numRuns: 400 };

const ascending = (count: number, max: number) =>
  fc.uniqueArray(fc.integer({ min: 0, max }), { minLength: count, maxLength: count }).map((all) => all.sort(byNumber));
const byNumber = (a: number, b: number): number => a - b;
const scores = (count: number) =>
  fc.array(fc.integer({ min: 0, max: 200 }), { minLength: count, maxLength: count }).map((all) => all.sort(byNumber));

/** Any scheme for a KPI to be maximised, in thousandths of its unit, from the worst to the best. */
const rising: fc.Arbitrary<object> = fc
  .integer({ min: 2, max: 6 })
  .chain((count) =>
    fc
      .tuple(ascending(count, 1_000), scores(2 * count), fc.constantFrom("continuous", "truncate", "half_up"))
      .map(([bounds, points, kind]) => ({ bounds, points, kind })),
  )
  .chain(({ bounds, points, kind }) => fc.constantFrom(...schemesOf(bounds, points, kind)));

function schemesOf(bounds: readonly number[], points: readonly number[], rounding: string): object[] {
  const at = (thousandths: number): string => new Decimal(thousandths).div(1_000).toString();
  const [from, until] = [at(bounds[0]!), at(bounds.at(-1)!)];
  return [
    { kind: "attainment" },
    { kind: "percentage" },
    { kind: "worst_best", worst: from, best: until },
    {
      kind: "curve",
      averaging: "input",
      points: bounds.map((one, index) => ({ value: at(one), score: points[index] })),
    },
    {
      ...{ kind: "zones", below: points[0], above: points.at(-1) },
      zones: bounds.slice(1).map((one, index) => ({
        ...{ from: at(bounds[index]!), until: at(one) },
        ...{ pointsFrom: points[2 * index + 1], pointsUntil: points[2 * index + 2] },
      })),
    },
    {
      ...{ kind: "levels", meets: "0", rounding: rounding === "continuous" ? null : { kind: rounding, decimals: 1 } },
      levels: [null, ...bounds].map((one, index) => ({
        ...{ level: String(index), score: points[index], from: one === null ? null : at(one) },
      })),
    },
  ];
}

const ratio = fc
  .record({ numerator: fc.bigInt({ min: 0n, max: 10n ** 40n }), share: fc.bigInt({ min: 1n, max: 10n ** 40n }) })
  .map(({ numerator, share }) => ({ numerator: String(numerator), denominator: String(numerator + share) }));
const target = fc.integer({ min: 0, max: 1_000 }).map((one) => new Decimal(one).div(1_000).toString());

const isAtLeast = (a: Measured["value"], b: Measured["value"]): boolean =>
  BigInt(a.numerator) * BigInt(b.denominator!) >= BigInt(b.numerator) * BigInt(a.denominator!);

const scoreOf = (scheme: ScoringScheme, measured: Measured): Decimal =>
  new Decimal(schemeScore(scheme, measured).score!);

describe(`any scheme of what is to be maximised (seed ${SEED})`, () => {
  const measured = (value: Measured["value"], aim: string): Measured => ({ ...CSAT, value, target: aim });

  it("never gives a better value less, and stays between 0 and 200", () => {
    fc.assert(
      fc.property(rising, ratio, ratio, target, (raw, a, b, aim) => {
        const scheme = readScheme(raw as never, CSAT);
        const [better, worse] = isAtLeast(a, b) ? [a, b] : [b, a];

        const [high, low] = [scoreOf(scheme, measured(better, aim)), scoreOf(scheme, measured(worse, aim))];

        expect(high.gte(low)).toBe(true);
        expect(low.gte(0) && high.lte(200)).toBe(true);
      }),
      RUNS,
    );
  });

  it("gives the same value the same score, however large its parts", () => {
    fc.assert(
      fc.property(rising, ratio, target, fc.bigInt({ min: 2n, max: 10n ** 60n }), (raw, value, aim, times) => {
        const scheme = readScheme(raw as never, CSAT);
        const larger = {
          numerator: String(BigInt(value.numerator) * times),
          denominator: String(BigInt(value.denominator) * times),
        };

        expect(schemeScore(scheme, measured(larger, aim))).toEqual(schemeScore(scheme, measured(value, aim)));
      }),
      RUNS,
    );
  });
});

it(`gives what is to be minimised what its mirror is given (seed ${SEED})`, () => {
  const mirrored = ({ value }: { value: Measured["value"] }) => ({
    numerator: String(BigInt(value.denominator!) - BigInt(value.numerator)),
    denominator: value.denominator,
  });
  fc.assert(
    fc.property(ascending(2, 1_000), ratio, ([worst, best], value) => {
      const at = (one: number): string => new Decimal(one).div(1_000).toString();
      const up = readScheme({ kind: "worst_best", worst: at(worst!), best: at(best!) }, CSAT);
      const down = readScheme(
        { kind: "worst_best", worst: at(1_000 - worst!), best: at(1_000 - best!) },
        { ...CSAT, direction: "minimise" },
      );
      const minimised = { ...CSAT, direction: "minimise" as const, value: mirrored({ value }), target: null };

      expect(schemeScore(down, minimised).score).toBe(schemeScore(up, { ...CSAT, value, target: null }).score);
    }),
    RUNS,
  );
});

it(`never gives more to what is further from a goal in the middle (seed ${SEED})`, () => {
  const seconds = fc.integer({ min: 0, max: 1_000 });
  fc.assert(
    fc.property(ascending(2, 400), seconds, seconds, seconds, ([tolerance, limit], goal, a, b) => {
      const scheme = readScheme({ kind: "around", tolerance, limit }, AHT);
      const of = (value: number) =>
        scoreOf(scheme, { ...AHT, target: String(goal), value: { numerator: String(value), denominator: null } });
      const [nearer, further] = Math.abs(a - goal) <= Math.abs(b - goal) ? [a, b] : [b, a];

      expect(of(nearer).gte(of(further))).toBe(true);
    }),
    RUNS,
  );
});

it(`meets a level's goal exactly from its bound on (seed ${SEED})`, () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 600 }), fc.integer({ min: 0, max: 700 }), (bound, value) => {
      const levels = [
        { level: "Poor", score: 0 },
        { level: "Good", score: 100, from: String(bound) },
      ];
      const scheme = readScheme({ kind: "levels", meets: "Good", levels }, ASA);

      const { isMet } = schemeScore(scheme, {
        ...ASA,
        target: null,
        value: { numerator: String(value), denominator: null },
      });

      expect(isMet).toBe(value <= bound);
    }),
    RUNS,
  );
});
