import { Decimal } from "../shared/decimal";

/** What scoring needs to know of an item. */
export interface ScorableItem {
  readonly direction: "maximise" | "minimise" | "range";
  readonly value: string | null;
  readonly target: string | null;
}

export interface WeightedScore {
  readonly weight: string;
  readonly score: string | null;
}

const WHOLE = new Decimal(100);

/**
 * How far a target was reached, 0 to 100, unrounded; more than reached stays 100. Null without value or target, and
 * for KPIs whose best lies in between (`range`).
 * | direction | value | target | score   |
 * | maximise  |  0.72 |   0.80 |      90 |
 * | maximise  |  0.95 |   0.80 |     100 |
 * | maximise  |     0 |      0 |     100 |
 * | minimise  |    40 |     30 |      75 |
 * | minimise  |     0 |     30 |     100 |
 * | minimise  |     5 |      0 |       0 |
 * | minimise  |     0 |      0 |     100 |
 */
export function itemScore({ direction, value, target }: ScorableItem): string | null {
  if (value === null || target === null || direction === "range") return null;
  const [reached, wanted] = direction === "maximise" ? [value, target] : [target, value];
  return attainment(new Decimal(reached), new Decimal(wanted)).times(WHOLE).toString();
}

const attainment = (reached: Decimal, wanted: Decimal): Decimal =>
  reached.gte(wanted) ? new Decimal(1) : Decimal.max(0, reached.div(wanted));

/**
 * Σ weight × score ÷ Σ weight over the items that have a score: items without one leave the weights of the others in
 * proportion (semantics R16). Weight 0 informs without counting. Null when nothing with a weight has a score.
 * | items (weight: score)      | score |
 * | 60: 90, 40: 100            |    94 |
 * | 60: 90, 40: none           |    90 |
 * | 0: 100                     |  null |
 */
export function compositeScore(items: readonly WeightedScore[]): string | null {
  const counting = items.filter((one) => one.score !== null && !new Decimal(one.weight).isZero());
  const weight = total(counting.map((one) => new Wide(one.weight)));
  if (weight.isZero()) return null;
  const points = total(counting.map((one) => new Wide(one.weight).times(one.score!)));
  return new Decimal(points.div(weight)).toSignificantDigits(Decimal.precision).toString();
}

/** Wide enough for sums of products to be exact, so that neither order nor grouping of the items shows. */
const Wide = Decimal.clone({ precision: 120 });

const total = (all: readonly Decimal[]): Decimal => all.reduce((sum, one) => sum.plus(one), new Wide(0));
