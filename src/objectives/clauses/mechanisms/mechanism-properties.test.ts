import fc from "fast-check";
import { compare, exactText, least, most, negated, plus, rational, sumOf, times, ZERO } from "../../../shared/rational";
import type { Band, BandReading, Mechanism } from "../clause";
import { clausePay, moneyOf } from "./clause-pay.rules";
import { aReading, percent, SECONDS } from "./clause-reading.builder";

const RUNS = { seed: 5, numRuns: 400 };
const aPercent = fc.integer({ min: 0, max: 100_000 }).map((one) => exactText(rational(`${one}/1000`)));
const aShare = fc.integer({ min: 0, max: 1_000 }).map((one) => exactText(rational(`${one}/1000`)));
const aReadingHow: fc.Arbitrary<BandReading> = fc.constantFrom(
  { kind: "continuous", decimals: null } as const,
  { kind: "truncate", decimals: 1 } as const,
  { kind: "half_up", decimals: 1 } as const,
);
const PAYS = fc.constantFrom("points", "fee_share", "pool_share", "money" as const);

/** Bands without gaps that cost more the worse they are. */
const someBands = fc
  .tuple(fc.uniqueArray(aShare, { minLength: 1, maxLength: 6 }), fc.array(aShare, { minLength: 7, maxLength: 7 }))
  .map(([bounds, costs]) => {
    const falling = [...bounds].sort((a, b) => compare(rational(b), rational(a)));
    const rising = [...costs].sort((a, b) => compare(rational(a), rational(b)));
    const froms: (string | null)[] = [...falling, null];
    return froms.map((from, index): Band => ({ from, until: froms[index - 1] ?? null, pays: rising[index]! }));
  });

const someKnots = fc
  .tuple(fc.uniqueArray(aShare, { minLength: 1, maxLength: 6 }), fc.array(aShare, { minLength: 7, maxLength: 7 }))
  .map(([values, costs]) => {
    const falling = [...values].sort((a, b) => compare(rational(b), rational(a)));
    const rising = [...costs].sort((a, b) => compare(rational(a), rational(b)));
    return { knots: falling.map((at, index) => ({ at, pays: rising[index]! })), beyond: rising.at(-1)! };
  });

/** Mechanisms that never cost more for a better share. */
const aMonotone: fc.Arbitrary<Mechanism> = fc.oneof(
  fc.record({ kind: fc.constant("bands" as const), pays: PAYS, reading: aReadingHow, bands: someBands }),
  fc
    .tuple(PAYS, fc.constantFrom("step" as const, "linear" as const), someKnots)
    .map(([pays, between, table]): Mechanism => ({ kind: "table", pays, between, ...table })),
  fc.record({
    kind: fc.constant("per_point" as const),
    pays: PAYS,
    below: fc.constant("target" as const),
    step: fc.constantFrom("0.01", "0.003", "0.005"),
    rate: aShare,
    steps: fc.constantFrom("exact" as const, "full" as const, "begun" as const),
  }),
  fc.tuple(PAYS, aShare, aShare, aShare, aShare).map(([pays, one, other, malusRate, bonusRate]): Mechanism => ({
    ...{ kind: "bonus_malus", steps: "exact", pays, malusRate, bonusRate, step: "0.01" },
    malusBeyond: exactText(least(rational(one), rational(other))),
    bonusBeyond: exactText(most(rational(one), rational(other))),
  })),
);

const amountAt = (mechanism: Mechanism, value: string) =>
  clausePay(mechanism, aReading({ value: percent(value) })).amount;

it("never pays more for better service", () => {
  fc.assert(
    fc.property(aMonotone, aPercent, aPercent, (mechanism, one, other) => {
      const [worse, better] = compare(rational(one), rational(other)) <= 0 ? [one, other] : [other, one];

      expect(compare(amountAt(mechanism, worse), amountAt(mechanism, better))).toBeGreaterThanOrEqual(0);
    }),
    RUNS,
  );
});

it("finds exactly one band for every value", () => {
  fc.assert(
    fc.property(someBands, aReadingHow, aPercent, (bands, reading, value) => {
      const numbered = bands.map((band, index) => ({ ...band, pays: String(index) }));
      const alone = numbered.filter((band) => {
        try {
          return clausePay(
            { kind: "bands", pays: "points", reading, bands: [band] },
            aReading({ value: percent(value) }),
          );
        } catch {
          return false;
        }
      });

      expect(alone).toHaveLength(1);
      expect(exactText(amountAt({ kind: "bands", pays: "points", reading, bands: numbered }, value))).toBe(
        alone[0]!.pays,
      );
    }),
    RUNS,
  );
});

it("gives the same for what is to be small as for its mirror image", () => {
  fc.assert(
    fc.property(someBands, aPercent, (bands, value) => {
      const turned = (one: string | null) => one && exactText(negated(rational(one)));
      const mirrored = bands.map(({ from, until, pays }) => ({ from: turned(from), until: turned(until), pays }));
      const reading = { kind: "continuous", decimals: null } as const;
      const share = percent(value)!;

      const mirror = clausePay(
        { kind: "bands", pays: "points", reading, bands: mirrored },
        aReading({ kpi: SECONDS, value: { ...share, numerator: `-${share.numerator}` } }),
      );

      expect(mirror.amount).toEqual(amountAt({ kind: "bands", pays: "points", reading, bands }, value));
    }),
    RUNS,
  );
});

it("charges as much for two lots of events as for both together, where nothing is tolerated", () => {
  const mechanism: Mechanism = {
    kind: "per_event",
    pays: "money",
    amount: "12.5",
    toleratedShare: null,
    toleratedCount: null,
  };
  const lot = fc
    .tuple(fc.nat(10_000), fc.nat(10_000))
    .map(([reached, missed]) => ({ reached, events: reached + missed }));
  const paidFor = (reached: number, events: number) =>
    clausePay(mechanism, aReading({ value: { numerator: String(reached), denominator: String(events) } })).amount;

  fc.assert(
    fc.property(lot, lot, (a, b) => {
      const apart = plus(paidFor(a.reached, a.events), paidFor(b.reached, b.events));

      expect(apart).toEqual(paidFor(a.reached + b.reached, a.events + b.events));
    }),
    RUNS,
  );
});

it("is worth as much in parts as in whole: allocations that use up the pool make the pool", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 97 }), { minLength: 1, maxLength: 12 }),
      fc.nat(10_000_000),
      (weights, pool) => {
        const whole = weights.reduce((sum, one) => sum + one, 0);
        const worth = { fee: "0", pool: String(pool), pointValue: null };
        const parts = weights.map((weight) =>
          moneyOf(
            clausePay({ kind: "allocation", allocation: `${weight}/${whole}`, criticality: "1" }, aReading()),
            worth,
          ),
        );

        expect(sumOf(parts)).toEqual(rational(pool));
      },
    ),
    RUNS,
  );
});

it("moves straight between knots: half way costs the mean", () => {
  fc.assert(
    fc.property(aPercent, aPercent, aShare, aShare, (one, other, costOne, costOther) => {
      fc.pre(one !== other);
      const inShares = (value: string) => times(rational(value), rational("0.01"));
      const knots = [
        { at: exactText(inShares(one)), pays: costOne },
        { at: exactText(inShares(other)), pays: costOther },
      ];
      const middle = exactText(times(plus(rational(one), rational(other)), rational("0.5")));

      const amount = amountAt({ kind: "table", pays: "money", between: "linear", knots, beyond: null }, middle);

      expect(amount).toEqual(times(plus(rational(costOne), rational(costOther)), rational("0.5")));
      expect(compare(amount, ZERO)).toBeGreaterThanOrEqual(0);
    }),
    RUNS,
  );
});
