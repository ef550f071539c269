import type { BoundExpression } from "../kpis/bound-expression";
import type { KpiInUse } from "../kpis/kpi-definition";
import { display } from "../kpis/kpi-display.rules";
import { worthOf } from "../kpis/kpi-in-use.rules";
import { formulaOf } from "../kpis/kpi-formula.rules";
import type { Slots } from "../measures/slots.rules";
import { legible } from "../shared/legible";
import { periodLabel } from "../shared/period";
import type { AdjustedFigure } from "./adjusted/adjusted-ask";
import { exclusionsNamed, takenOut } from "./adjusted/exclusion-explanation.rules";
import { catalogue, countedSteps, sides } from "./counted-explanation.rules";
import type { ExplanationStep } from "./explanation-step";
import type { FigurePlan } from "./figure-sources.loaders";
import { windowOf } from "./figure-window.rules";
import { nameOf, written } from "./formula-text.rules";
import type { ResultSegment } from "./objective-result.entity";
import { segmentSteps } from "./objectives/segment-explanation.rules";
import type { ManualMark } from "./scorecard.entity";
import type { FigureView } from "./scorecard-view";
import { boundFormula, type BoundFormula, type SubjectSums } from "./sums-book.rules";

/** What the explanation of a figure rests on. */
export interface Evidence {
  readonly plan: FigurePlan;
  readonly sums: SubjectSums;
  readonly slots: Slots;
  /** What was taken out of it; null: everything counts. */
  readonly adjusted: AdjustedFigure | null;
}

/**
 * Every step from facts to value: which facts, what was counted, what was divided, what was taken out, what was held
 * back; and what somebody entered in the place of it.
 */
export function explain(shownFigure: FigureView, evidence: Evidence): ExplanationStep[] {
  const { manual } = shownFigure;
  const figure = manual === null ? shownFigure : { ...shownFigure, ...manual.measured };
  return [
    ...(shownFigure.segments?.length ? stretched(figure, shownFigure.segments) : measured(figure, evidence)),
    ...heldBack(figure, evidence.plan),
    ...(manual === null ? [] : [entered(shownFigure, manual)]),
    shown(shownFigure),
  ];
}

/** The stretches of an amended period are shown as they are left. */
const stretched = (figure: FigureView, segments: readonly ResultSegment[]): ExplanationStep[] => [
  ...exclusionsNamed(figure.adjusted?.exclusions ?? []),
  ...segmentSteps(figure, segments),
];

/** With everything; then what was taken out, and what is left. */
function measured(figure: FigureView, evidence: Evidence): ExplanationStep[] {
  const { adjusted, slots } = evidence;
  if (adjusted === null) return measuredSteps(figure, evidence);
  const [first] = adjusted.steps;
  const raw = adjusted.taken.length === 0 ? figure : { ...figure, ...(figure.adjusted?.unadjusted ?? first!.figure) };
  return [
    ...measuredSteps(raw, { ...evidence, sums: first!.sums }),
    ...takenOut(figure, { adjusted, bound: boundFormula(figure.result, slots) }),
  ];
}

/** From facts to what was measured. */
function measuredSteps(figure: FigureView, evidence: Evidence): ExplanationStep[] {
  const bound = boundFormula(figure.result, evidence.slots);
  const { percentile, people } = bound.dialect;
  return [
    gathered(figure, evidence.plan),
    ...(evidence.plan.counting?.version.calendarId == null ? [] : [IN_CALENDAR]),
    ...(percentile === undefined ? countedSteps(figure, bound, evidence.sums) : []),
    ...(percentile === undefined && people === undefined ? sides(figure, bound, evidence.sums) : []),
    ...(percentile === undefined ? [] : [ranked(figure, percentile)]),
    ...(people === undefined ? [] : [peopleCounted(figure, bound)]),
    ...(figure.denominator === null ? [] : [divided(figure)]),
  ];
}

const channelsOf = ({ kpi: { channels } }: FigureView): string => `${channels} channels`;

const IN_CALENDAR: ExplanationStep = {
  rule: "Only what happens within the measuring calendar of the objective counts, also before exclusions.",
  input: "the instant by which the KPI counts a fact",
  output: "facts outside its windows are left out",
  source: "contract: measuring calendar of the objective",
};

function gathered(figure: FigureView, plan: FigurePlan): ExplanationStep {
  const { subject, item, rolling } = plan;
  const window = windowOf(plan, figure.period);
  const services = new Set(subject.sources.map((one) => one.serviceId)).size;
  const people = new Set(subject.sources.flatMap((one) => one.personId ?? [])).size;
  const whose = people === 0 ? "everybody's work" : `the work of ${people} ${people === 1 ? "person" : "people"}`;
  const from = item.days.from > window.from ? item.days.from : window.from;
  const isTogether = window.from < figure.period.from;
  const until =
    item.days.until !== null && item.days.until < figure.period.until ? item.days.until : figure.period.until;
  return {
    rule: [
      `Facts are counted on the local day they were ${figure.kpi.attribution}.`,
      ...(isTogether ? [` The ${rolling!.kind} is judged together with the ${rolling!.before} before it.`] : []),
    ].join(""),
    input: `${whose} on ${services} ${services === 1 ? "service" : "services"}, ${channelsOf(figure)}`,
    output: `days from ${from} until before ${until} (${periodLabel(figure.period)}, ${figure.period.timeZone})`,
    source: `set-up: ${subject.kind} and its days`,
  };
}

const ranked = (figure: FigureView, percentile: number): ExplanationStep => ({
  rule: `The facts are put in order; the value is the least that ${percentile} % of them do not pass (nearest rank).`,
  input: `${formulaText(figure.result)}, of ${figure.sample} facts`,
  output: figure.value ?? `no value (${figure.status})`,
  source: `${catalogue(figure)}, dialect ${figure.result.dialect}`,
});

function peopleCounted(figure: FigureView, { dialect, kpi }: BoundFormula): ExplanationStep {
  const { markParameter = "", sampleParameter = "" } = dialect.people ?? {};
  const [mark, least] = [kpi.parameters[markParameter], kpi.parameters[sampleParameter]];
  return {
    rule: `Of the people with at least ${least} facts, those who reach ${mark} % by their own facts pass.`,
    input: `${figure.denominator ?? "nobody"} with enough facts`,
    output: `${figure.numerator ?? "nobody"} who pass`,
    source: `${catalogue(figure)}, dialect ${figure.result.dialect}`,
  };
}

const sidesOf = ({ numerator, denominator }: Pick<FigureView, "numerator" | "denominator">): string =>
  [numerator, denominator].map((side) => (side === null ? "nothing" : legible(side))).join(" ÷ ");

const divided = (figure: FigureView): ExplanationStep => ({
  rule: "The numerator is divided by the denominator, once, and not rounded.",
  input: sidesOf(figure),
  output: figure.value ?? `no value (${figure.status})`,
  source: `${catalogue(figure)}, dialect ${figure.result.dialect}`,
});

function heldBack(figure: FigureView, { item }: FigurePlan): ExplanationStep[] {
  if (item.minSample === 0) return [];
  return [
    {
      rule: `A value that rests on fewer than ${item.minSample} facts is not shown.`,
      input: `sample ${figure.sample}`,
      output: figure.sample < item.minSample ? "held back" : "enough",
      source: "set-up: minimum sample of the KPI in use, the assignment or the objective",
    },
  ];
}

/** What was measured counts no longer; it stays to be seen. */
const entered = ({ value, kpi, clock }: FigureView, { measured, ...manual }: ManualMark): ExplanationStep => ({
  rule: `A manual value takes its place: ${manual.author} entered it on ${manual.enteredAt.slice(0, 10)}.`,
  input: `measured ${display(kpi, measured.value, "en", clock.currency)} (${measured.status})`,
  output: value ?? "no value",
  source: `manual value: ${manual.reason}${manual.attachment === null ? "" : ` (${manual.attachment})`}`,
});

const decimals = (count: number): string => `${count} decimal${count === 1 ? "" : "s"}`;

const shown = (figure: FigureView): ExplanationStep => ({
  rule: `For people it is rounded half up, to ${decimals(figure.kpi.precision)}; targets are compared unrounded.`,
  input: figure.value ?? "no value",
  output: display(figure.kpi, figure.value, "en", figure.clock.currency),
  source: catalogue(figure),
});

/** The formula in words of measures: `answered_within(thresholdSeconds=20) ÷ (answered + abandoned)`. */
export function formulaText(kpi: KpiInUse): string {
  const worth = worthOf(kpi);
  if (worth) return worth.formula;
  const { numerator, denominator } = formulaOf(kpi);
  const side = (formula: BoundExpression): string =>
    formula.kind === "operation" ? `(${written(formula, nameOf)})` : written(formula, nameOf);
  return denominator ? `${side(numerator)} ÷ ${side(denominator)}` : side(numerator);
}
