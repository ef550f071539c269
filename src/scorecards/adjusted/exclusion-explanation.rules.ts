import { display } from "../../kpis/kpi-display.rules";
import type { MeasuredFigure } from "../../kpis/figure.rules";
import { Decimal } from "../../shared/decimal";
import { legible } from "../../shared/legible";
import { distinctMeasures, sides } from "../counted-explanation.rules";
import type { ExplanationStep } from "../explanation-step";
import { nameOf } from "../formula-text.rules";
import type { AppliedExclusion } from "../objective-result.entity";
import type { FigureView } from "../scorecard-view";
import { amountIn, type BoundFormula, type PlacedMeasure } from "../sums-book.rules";
import type { AdjustedFigure, SteppedFigure } from "./adjusted-ask";
import type { Taken } from "./taken";

interface TakenOut {
  readonly adjusted: AdjustedFigure;
  readonly bound: BoundFormula;
}

/** What each exclusion took out, one by one; then what is left. None: nothing was excluded. */
export function takenOut(figure: FigureView, { adjusted, bound }: TakenOut): ExplanationStep[] {
  const { taken, steps } = adjusted;
  if (taken.length === 0) return [];
  const known = new Map([...adjusted.exclusions, ...(figure.adjusted?.exclusions ?? [])].map((one) => [one.id, one]));
  const isSummed = bound.dialect.percentile === undefined && bound.dialect.people === undefined;
  const last = steps.at(-1)!;
  return [
    ...taken.map((one, at) => stepOf({ one, bound, applied: known.get(one.id)! }, steps[at]!, steps[at + 1]!)),
    ...(isSummed ? sides(figure, bound, last.sums).map(leftOver) : []),
    left(figure, figure.adjusted?.unadjusted ?? steps[0]!.figure),
  ];
}

/** Exclusions of which only the effect is known. */
export const exclusionsNamed = (all: readonly AppliedExclusion[]): ExplanationStep[] =>
  all.map((one) => ({ ...namedStep(one), input: inputOf(one), output: effectOf(one) }));

const namedStep = ({ code, reason }: AppliedExclusion): Pick<ExplanationStep, "rule" | "source"> => ({
  rule: `Exclusion ${code} is taken out: ${reason}`,
  source: `contract: exclusion ${code}`,
});

interface TakenOne {
  readonly one: Taken;
  readonly bound: BoundFormula;
  readonly applied: AppliedExclusion;
}

function stepOf({ one, bound, applied }: TakenOne, before: SteppedFigure, after: SteppedFigure): ExplanationStep {
  const changes = changesOf(bound, before, after);
  const gone = changes.length === 0 ? "nothing that counted goes" : changes.join(", ");
  return {
    ...namedStep(applied),
    input: `${one.pieces.map(({ from, until }) => `${instant(from)} until before ${instant(until)}`).join(", ")}: ${inputOf(applied)}`,
    output: `${gone}; ${effectOf(applied)}`,
  };
}

const instant = (at: number): string => new Date(at).toISOString().replace(/(:00)?\.000Z$/, "Z");

const inputOf = ({ note }: AppliedExclusion): string =>
  note ?? "all facts of that time, counted by the instant by which the KPI counts them";

const effectOf = ({ effect }: AppliedExclusion): string =>
  effect === null ? "no value to compare" : `the value changes by ${legible(effect)}`;

/** `offered 8 − 4 = 4`; what is no sum: `longest_wait 90 → 30`. */
function changesOf(bound: BoundFormula, before: SteppedFigure, after: SteppedFigure): string[] {
  if (bound.dialect.percentile !== undefined)
    return change("facts", String(before.figure.sample), String(after.figure.sample), true);
  if (bound.dialect.people !== undefined)
    return [
      ...change("people with enough facts", before.figure.denominator, after.figure.denominator, false),
      ...change("people who pass", before.figure.numerator, after.figure.numerator, false),
    ];
  return distinctMeasures(bound).flatMap((one) =>
    change(
      nameOf(one.use, one.closing),
      amountIn(bound, before.sums, one),
      amountIn(bound, after.sums, one),
      isSum(one),
    ),
  );
}

const isSum = ({ use, closing }: PlacedMeasure): boolean =>
  closing === null && (use.measure.aggregate ?? "sum") === "sum";

function change(name: string, before: string | null, after: string | null, adds: boolean): string[] {
  if (before === after) return [];
  const difference = adds && before !== null ? new Decimal(before).minus(after ?? 0).toString() : null;
  return [
    difference === null
      ? `${name} ${before ?? "?"} → ${after ?? "?"}`
      : `${name} ${before} − ${difference} = ${after ?? 0}`,
  ];
}

const leftOver = (step: ExplanationStep): ExplanationStep => ({
  ...step,
  rule: `Of what is left: ${step.rule.replace(/^T/, "t")}`,
});

function left({ kpi, clock, numerator, denominator, value }: FigureView, raw: MeasuredFigure): ExplanationStep {
  const text = (side: string | null): string => (side === null ? "nothing" : legible(side));
  const sidesLeft = denominator === null ? text(numerator) : `${text(numerator)} ÷ ${text(denominator)}`;
  return {
    rule: "What is left is the adjusted figure.",
    input: `without exclusions ${display(kpi, raw.value, "en", clock.currency)}`,
    output: `${sidesLeft}${value === null ? "" : ` = ${legible(value)}`}`,
    source: "contract: approved exclusions",
  };
}
