import { asDay, noon } from "../../shared/day";
import { previousPeriod, type Period } from "../../shared/period";
import { floorOf, minus, most, plus, rational, sumOf, times, ZERO, type Rational } from "../../shared/rational";
import type { Setting } from "./clause-case.rules";
import { capMoney, poolOf } from "./pool.rules";

/** A bound of a period and the sentence that says it. */
export interface Bound {
  readonly rule: string;
  readonly most: Rational;
}

/** What all credits of the period may reach; without a cap of its own, the pool. Of a stretch its share. */
export function creditBounds(setting: Setting): Bound[] {
  const { terms, input } = setting;
  const of = { fee: rational(input.fee), pool: poolOf(setting) };
  const period: Bound = terms.creditCap
    ? {
        rule: `All credits of a ${input.period.kind} together are limited.`,
        most: ofStretch(capMoney(terms.creditCap, of), setting),
      }
    : {
        rule: `All credits of a ${input.period.kind} together do not exceed the amount at risk.`,
        most: ofStretch(of.pool, setting),
      };
  return terms.yearlyCreditCap ? [period, yearlyBound(setting, terms.yearlyCreditCap)] : [period];
}

export function bonusBounds(setting: Setting): Bound[] {
  const { terms, input } = setting;
  if (!terms.bonusCap) return [];
  const of = { fee: rational(input.fee), pool: poolOf(setting) };
  return [
    {
      rule: `All bonuses of a ${input.period.kind} together are limited.`,
      most: ofStretch(capMoney(terms.bonusCap, of), setting),
    },
  ];
}

/**
 * What is left of the cap of the twelve months that end with this period. Credits count as they were given, earned back
 * or not; a share is of the fees of these months, and months that were not settled count with the fee of the terms.
 */
function yearlyBound(setting: Setting, cap: NonNullable<Setting["terms"]["yearlyCreditCap"]>): Bound {
  const { past, terms, input, stretch } = setting;
  const periods = yearBefore(input.period);
  const settled = periods.map((from) => past.find(({ period }) => period.from === from));
  const fee = plus(rational(input.fee), sumOf(settled.map((one) => rational(one?.fee ?? terms.fee))));
  const pool = plus(
    poolOf(setting),
    sumOf(settled.map((one) => (one ? rational(one.pool) : times(rational(terms.fee), rational(terms.atRisk))))),
  );
  const given = sumOf(settled.map((one) => rational(one?.totals.credits ?? "0")));
  const before = plus(given, rational(stretch?.creditsBefore ?? "0"));
  return {
    rule: "All credits of twelve months together are limited, too.",
    most: most(ZERO, minus(capMoney(cap, { fee, pool }), before)),
  };
}

/** First days of the periods before this one that begin within the twelve months that end with it. */
function yearBefore(period: Period): string[] {
  const earliest = asDay(noon(period.until).minus({ years: 1 }));
  const firstDays: string[] = [];
  for (let one = previousPeriod(period); one.from >= earliest; one = previousPeriod(one)) firstDays.push(one.from);
  return firstDays;
}

/** Of a stretch its share, so that the whole minor units of all stretches add up to those of the whole. */
function ofStretch(amount: Rational, { stretch }: Setting): Rational {
  if (!stretch) return amount;
  const before = rational(stretch.shareBefore);
  const upTo = (share: Rational): Rational => rational(floorOf(times(amount, share)));
  return minus(upTo(plus(before, rational(stretch.share))), upTo(before));
}
