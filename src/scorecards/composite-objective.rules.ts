import type { MeasuredFigure } from "../kpis/figure.rules";
import { Exact, fractionOf, type Fraction } from "../kpis/exact.rules";
import { compared } from "../objectives/comparison.rules";
import type { Composite, CompositeRule } from "../objectives/objective-terms";
import { Decimal } from "../shared/decimal";
import { judgement, ratioOf, type Demand } from "./objective-outcome.rules";
import type { Outcome } from "./objective-result.entity";

/** How a part of a composite came out. */
export interface CompositePart {
  readonly objectiveId: string;
  readonly outcome: Outcome;
  /** How much of its target was reached, 0 to 1; null where nothing was judged. */
  readonly attainment: Fraction | null;
  /** False while its figure is still being computed. */
  readonly isComplete: boolean;
}

/** The part that an objective's result is in a composite. */
export const partOf = (objectiveId: string, figure: MeasuredFigure, demand: Demand): CompositePart => ({
  objectiveId,
  outcome: judgement(figure, demand, { isOver: true }).outcome,
  attainment: attainment(figure, demand),
  isComplete: figure.status !== "PARTIAL",
});

/**
 * How much of a target was reached, 0 to 1, as the contract compares; what goes beyond one target does not make up for
 * another.
 * | direction | value | target | attainment                          |
 * | maximise  |  60 % |   80 % | 0.75                                |
 * | maximise  |  90 % |   80 % | 1                                   |
 * | minimise  |  40 s |   30 s | 0.75                                |
 * | minimise  |   1 % |    0 % | 0: nothing of a target of 0 is left |
 * Null where one number cannot judge.
 */
export function attainment(figure: MeasuredFigure, { kpi, aims }: Demand): Fraction | null {
  const ratio = figure.status === "OK" ? ratioOf(figure) : null;
  const value = ratio && fractionOf(compared(ratio, kpi.unit, aims.rounding));
  if (!value || kpi.direction === "range") return null;
  const target = new Exact(aims.target);
  const distance = value.top.comparedTo(target.times(value.bottom));
  if (kpi.direction === "maximise" ? distance >= 0 : distance <= 0) return ALL;
  const wanted = target.times(value.bottom);
  const [top, bottom] = kpi.direction === "maximise" ? [value.top, wanted] : [wanted, value.top];
  return top.lte(0) || bottom.lte(0) ? NOTHING : { top, bottom };
}

const ALL: Fraction = { top: new Exact(1), bottom: new Exact(1) };
const NOTHING: Fraction = { top: new Exact(0), bottom: new Exact(1) };

/** A part that was judged, with its weight. */
interface Weighed {
  readonly weight: Decimal;
  readonly part: CompositePart;
}

/**
 * The figure of an objective that is put together from others: a share of its parts' weights. Parts of which nothing is
 * known are left out and the others weigh accordingly more; the sample is how many parts were judged (semantics R12, R16).
 * | rule                | parts (weight: attainment)      | numerator ÷ denominator | value  |
 * | weighted_attainment | 60: 1 (met), 40: 0.75           | 90 ÷ 100                | 0.9    |
 * | share_met           | 60: met, 40: missed             | 60 ÷ 100                | 0.6    |
 * | all_met             | 60: met, 40: missed             | 0 ÷ 1                   | 0      |
 * | share_met           | 60: met, 40: not measured       | 60 ÷ 60                 | 1      |
 * | any                 | none judged                     |                         | NO_DATA |
 */
export function compositeFigure(
  { rule, parts: wanted }: Composite,
  parts: readonly CompositePart[],
  minSample = 0,
): MeasuredFigure {
  const byId = new Map(parts.map((part) => [part.objectiveId, part]));
  const known = wanted.flatMap(({ objectiveId, weight }): Weighed[] => {
    const part = byId.get(objectiveId);
    return part ? [{ weight: new Exact(weight), part }] : [];
  });
  const judged = known.filter(({ part }) => part.attainment !== null);
  const isComplete = known.every(({ part }) => part.isComplete);
  const unknown = { numerator: null, denominator: null, sample: judged.length, value: null };
  if (judged.length === 0) return { ...unknown, status: isComplete ? "NO_DATA" : "PARTIAL" };
  const sides = RULES[rule](judged);
  if (judged.length < minSample) return { ...sides, sample: judged.length, value: null, status: "INSUFFICIENT_DATA" };
  const value = new Decimal(sides.numerator).div(sides.denominator).toString();
  return { ...sides, sample: judged.length, value, status: isComplete ? "OK" : "PARTIAL" };
}

interface Sides {
  readonly numerator: string;
  readonly denominator: string;
}

const RULES: Readonly<Record<CompositeRule, (judged: readonly Weighed[]) => Sides>> = {
  weighted_attainment: (judged) => sidesOf(judged.map(({ weight, part }) => ({ weight, reached: part.attainment! }))),
  share_met: (judged) => sidesOf(judged.map(({ weight, part }) => ({ weight, reached: isMet(part) ? ALL : NOTHING }))),
  all_met: (judged) => ({ numerator: judged.every(({ part }) => isMet(part)) ? "1" : "0", denominator: "1" }),
};

const isMet = ({ outcome }: CompositePart): boolean => outcome === "met";

/**
 * Σ weight × reached over Σ weight. Where the sum above the line does not end within 34 digits both sides are multiplied
 * until they do, so that nothing is rounded before it is compared.
 */
function sidesOf(all: readonly { readonly weight: Decimal; readonly reached: Fraction }[]): Sides {
  const whole = all.reduce((sum, { weight }) => sum.plus(weight), new Exact(0));
  const common = all.reduce((product, { reached }) => product.times(reached.bottom), new Exact(1));
  const sum = all.reduce(
    (total, { weight, reached }) => total.plus(weight.times(reached.top).times(common.div(reached.bottom))),
    new Exact(0),
  );
  const ended = new Decimal(sum).div(new Decimal(common));
  if (new Exact(ended).times(common).eq(sum)) return { numerator: ended.toFixed(), denominator: whole.toFixed() };
  return { numerator: sum.toFixed(), denominator: whole.times(common).toFixed() };
}
