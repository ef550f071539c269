import type { BoundExpression } from "../kpis/bound-expression";
import type { KpiInUse } from "../kpis/kpi-definition";
import { display } from "../kpis/kpi-display.rules";
import { worthOf } from "../kpis/kpi-in-use.rules";
import { formulaOf } from "../kpis/kpi-formula.rules";
import type { Slots } from "../measures/slots.rules";
import { periodLabel } from "../shared/period";
import type { ExplanationStep } from "./explanation-step";
import type { FigurePlan } from "./figure-sources.loaders";
import { windowOf } from "./figure-window.rules";
import { nameOf, written, type NameOfMeasure } from "./formula-text.rules";
import { segmentSteps } from "./objectives/segment-explanation.rules";
import type { ManualMark } from "./scorecard.entity";
import type { FigureView } from "./scorecard-view";
import { amountIn, boundFormula, type BoundFormula, type PlacedMeasure, type SubjectSums } from "./sums-book.rules";

/** What the explanation of a figure rests on. */
export interface Evidence {
  readonly plan: FigurePlan;
  readonly sums: SubjectSums;
  readonly slots: Slots;
}

/**
 * Every step from facts to value: which facts, what was counted, what was divided, what was held back; and what
 * somebody entered in the place of it.
 */
export function explain(shownFigure: FigureView, evidence: Evidence): ExplanationStep[] {
  const { manual } = shownFigure;
  const adjusted = manual === null ? shownFigure : { ...shownFigure, ...manual.measured };
  const figure = manual === null ? withoutExclusions(adjusted) : adjusted;
  return [
    ...(shownFigure.segments?.length ? segmentSteps(adjusted, shownFigure.segments) : measuredSteps(figure, evidence)),
    ...heldBack(figure, evidence.plan),
    ...(manual === null ? excluded(adjusted) : [entered(shownFigure, manual)]),
    shown(shownFigure),
  ];
}

/** From facts to what was measured. */
function measuredSteps(figure: FigureView, evidence: Evidence): ExplanationStep[] {
  const bound = boundFormula(figure.result, evidence.slots);
  const { percentile, people } = bound.dialect;
  return [
    gathered(figure, evidence.plan),
    ...(percentile === undefined ? countedSteps(figure, bound, evidence.sums) : []),
    ...(percentile === undefined && people === undefined ? sides(figure, bound, evidence.sums) : []),
    ...(percentile === undefined ? [] : [ranked(figure, percentile)]),
    ...(people === undefined ? [] : [peopleCounted(figure, bound)]),
    ...(figure.denominator === null ? [] : [divided(figure)]),
  ];
}

const catalogue = ({ result }: FigureView): string => `KPI catalogue: ${result.kpiCode}, version ${result.kpiVersion}`;
const channelsOf = ({ kpi: { channels } }: FigureView): string => `${channels} channels`;

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

const countedSteps = (figure: FigureView, bound: BoundFormula, sums: SubjectSums): ExplanationStep[] =>
  [...new Map(bound.measures.map((one) => [nameOf(one.use, one.closing), one])).values()].map((one) => ({
    rule: `${CLOSING_RULES[one.closing ?? "none"]}${one.use.measure.description}`,
    input: nameOf(one.use, one.closing),
    output: amountIn(bound, sums, one) ?? "nothing known",
    source: catalogue(figure),
  }));

const CLOSING_RULES: Readonly<Record<NonNullable<PlacedMeasure["closing"]> | "none", string>> = {
  none: "",
  at_end: "All that came before the end of the period, added up: ",
  at_start: "All that came before the period, added up: ",
  day_sum: "What had come by the end of each day, added up over the days of the period: ",
};

function sides(figure: FigureView, bound: BoundFormula, sums: SubjectSums): ExplanationStep[] {
  const { numerator, denominator } = bound.formula;
  const amounts = new Map(bound.measures.map((one) => [nameOf(one.use, one.closing), amountIn(bound, sums, one)]));
  const amount: NameOfMeasure = (use, closing) => amounts.get(nameOf(use, closing)) ?? "?";
  const side = (name: "numerator" | "denominator", formula: BoundExpression): ExplanationStep => ({
    rule: `The ${name} is ${written(formula, nameOf)}.`,
    input: written(formula, amount, String(sums.days)),
    output: figure[name] ?? "nothing",
    source: `${catalogue(figure)}, dialect ${figure.result.dialect}`,
  });
  return [side("numerator", numerator), ...(denominator ? [side("denominator", denominator)] : [])];
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

const divided = (figure: FigureView): ExplanationStep => ({
  rule: "The numerator is divided by the denominator, once, and not rounded.",
  input: `${figure.numerator ?? "nothing"} ÷ ${figure.denominator ?? "nothing"}`,
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

/** What was counted before anything was taken out of it. */
const withoutExclusions = (figure: FigureView): FigureView => ({ ...figure, ...figure.adjusted?.unadjusted });

/** What was taken out, one by one, and what is left. */
function excluded(figure: FigureView): ExplanationStep[] {
  const { kpi, clock, adjusted, numerator, denominator } = figure;
  if (!adjusted || adjusted.exclusions.length === 0) return [];
  const left = denominator === null ? (numerator ?? "nothing") : `${numerator ?? "nothing"} ÷ ${denominator}`;
  return [
    ...adjusted.exclusions.map((one) => ({
      rule: `Exclusion ${one.code} is taken out: ${one.reason}`,
      input: one.note ?? "all facts of that time, counted by the instant by which the KPI counts them",
      output: one.effect === null ? "no value to compare" : `the value changes by ${one.effect}`,
      source: `contract: exclusion ${one.code}`,
    })),
    {
      rule: "What is left is the adjusted figure.",
      input: `without exclusions ${display(kpi, adjusted.unadjusted?.value ?? null, "en", clock.currency)}`,
      output: `${left}${figure.value === null ? "" : ` = ${figure.value}`}`,
      source: "contract: approved exclusions",
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
