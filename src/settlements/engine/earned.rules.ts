import { comparedValue, worseBy } from "../../objectives/clauses/mechanisms/compared-value.rules";
import { compare, exactText, over, rational, sumOf, ZERO } from "../../shared/rational";
import type { Ratio } from "../../kpis/target.rules";
import type { Setting } from "./clause-case.rules";
import { isJudged, reaches } from "./judged.rules";
import { valueOf } from "./money-text.rules";
import type { Hold, ObjectiveReading } from "./settled-period";

/** Whether the objectives of a hold reach its level in this period: of all, each that could be judged; null: none could. */
export function reachedIn(hold: Hold, { input }: Setting): boolean | null {
  const judged = ofHold(hold, input.objectives)
    .map((one) => reaches(one, hold.earnBack.level))
    .filter((one) => one !== null);
  return judged.length === 0 ? null : judged.every(Boolean);
}

/** Whether a hold, this period counted, is earned back. */
export function isEarned(hold: Hold, setting: Setting): boolean {
  const { mode, periods } = hold.earnBack;
  return mode === "each" ? hold.periodsReached >= periods : meansReach(hold, setting);
}

/** Each objective's mean over the last so many periods since the credit reaches the level; with fewer, not yet. */
function meansReach(hold: Hold, { past, input }: Setting): boolean {
  const since = past.filter(({ period }) => period.from > hold.origin).map(({ readings }) => readings);
  const all = [...since, input.objectives];
  const verdicts = ofHold(hold, input.objectives).flatMap(({ code }) => {
    const judged = all.flatMap((readings) => readings.filter((one) => one.code === code && isJudged(one)));
    return judged.length === 0 ? [] : [meanReaches(judged.slice(-hold.earnBack.periods), hold)];
  });
  return verdicts.length > 0 && verdicts.every(Boolean);
}

function meanReaches(readings: readonly ObjectiveReading[], { earnBack }: Hold): boolean {
  const { kpi, aims } = readings.at(-1)!;
  const level = aims[earnBack.level];
  const value = comparedValue({ kpi, aims, value: meanOf(readings) });
  if (readings.length < earnBack.periods || level === null || value === null) return false;
  return kpi.direction !== "range" && compare(worseBy(value, rational(level), kpi), ZERO) <= 0;
}

/**
 * The mean of periods: their sums divided once (semantics R1); of values without a denominator the plain mean.
 * | periods              | mean      |
 * | 90 of 100, 10 of 20  | 100 / 120 |
 * | 4, 8                 | 6         |
 */
export function meanOf(readings: readonly ObjectiveReading[]): Ratio | null {
  const values = readings.flatMap((one) => valueOf(one).value ?? []);
  if (values.length === 0) return null;
  const numerator = sumOf(values.map((one) => rational(one.numerator)));
  const isSummed = values.every(({ denominator }) => denominator !== null);
  if (!isSummed) return { numerator: exactText(over(numerator, rational(values.length))), denominator: null };
  return {
    numerator: exactText(numerator),
    denominator: exactText(sumOf(values.map(({ denominator }) => rational(denominator!)))),
  };
}

const ofHold = <T extends { readonly code: string }>({ objective, earnBack }: Hold, all: readonly T[]): readonly T[] =>
  earnBack.of === "all" || objective === null ? all : all.filter(({ code }) => code === objective);
