import type { KpiInUse } from "../kpis/kpi-definition";
import { display } from "../kpis/kpi-display.rules";
import { formulaOf, linearTerms, type MeasureTerm } from "../kpis/kpi-formula.rules";
import { slotKey, type Slots } from "../measures/slots.rules";
import { periodLabel } from "../shared/period";
import type { FigurePlan } from "./figure-sources.loaders";
import type { FigureView } from "./scorecard-view";
import type { StreamSums } from "./sums-book.rules";

/** One step on the way from facts to value, for somebody who disputes it. */
export interface ExplanationStep {
  readonly rule: string;
  readonly input: string;
  readonly output: string;
  readonly source: string;
}

/** What the explanation of a figure rests on. */
export interface Evidence {
  readonly plan: FigurePlan;
  readonly sums: readonly StreamSums[];
  readonly slots: Slots;
}

/** Every step from facts to value: which facts, what was counted, what was divided, what was held back. */
export function explain(figure: FigureView, evidence: Evidence): ExplanationStep[] {
  const formula = termsOf(figure.result);
  const terms = distinct([...formula.numerator, ...(formula.denominator ?? [])]);
  const amounts = new Map(terms.map((term) => [nameOf(term), amountOf(term, evidence, isLiveOnly(figure))]));
  const numerator = sideOf("numerator", formula.numerator, amounts, figure);
  const denominator = formula.denominator && sideOf("denominator", formula.denominator, amounts, figure);
  return [
    gathered(figure, evidence.plan),
    ...terms.map((term) => counted(term, amounts, figure)),
    numerator,
    ...(denominator ? [denominator, divided(figure)] : []),
    ...heldBack(figure, evidence.plan),
    shown(figure),
  ];
}

const catalogue = ({ result }: FigureView): string => `KPI catalogue: ${result.kpiCode}, version ${result.kpiVersion}`;
const isLiveOnly = ({ kpi }: FigureView): boolean => kpi.channels === "live";

function gathered(figure: FigureView, { subject, item }: FigurePlan): ExplanationStep {
  const services = new Set(subject.sources.map((one) => one.serviceId)).size;
  const people = new Set(subject.sources.flatMap((one) => one.personId ?? [])).size;
  const whose = people === 0 ? "everybody's work" : `the work of ${people} ${people === 1 ? "person" : "people"}`;
  const from = item.days.from > figure.period.from ? item.days.from : figure.period.from;
  const until =
    item.days.until !== null && item.days.until < figure.period.until ? item.days.until : figure.period.until;
  return {
    rule: `Facts are counted on the local day they were ${figure.kpi.attribution}.`,
    input: `${whose} on ${services} ${services === 1 ? "service" : "services"}, ${isLiveOnly(figure) ? "live channels" : "all channels"}`,
    output: `days from ${from} until before ${until} (${periodLabel(figure.period)}, ${figure.period.timeZone})`,
    source: `set-up: ${subject.kind} and its days`,
  };
}

const counted = (term: MeasureTerm, amounts: Amounts, figure: FigureView): ExplanationStep => ({
  rule: term.measure.description,
  input: nameOf(term),
  output: amounts.get(nameOf(term)) ?? "not computed yet",
  source: catalogue(figure),
});

type Amounts = ReadonlyMap<string, string | null>;

function sideOf(
  side: "numerator" | "denominator",
  terms: readonly MeasureTerm[],
  amounts: Amounts,
  figure: FigureView,
): ExplanationStep {
  const written = terms.map((term, index) => {
    const sign = term.sign < 0 ? "− " : index > 0 ? "+ " : "";
    return [`${sign}${nameOf(term)}`, `${sign}${amounts.get(nameOf(term)) ?? "?"}`] as const;
  });
  return {
    rule: `The ${side} is ${written.map(([name]) => name).join(" ")}.`,
    input: written.map(([, amount]) => amount).join(" "),
    output: figure[side] ?? "nothing",
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

const decimals = (count: number): string => `${count} decimal${count === 1 ? "" : "s"}`;

const shown = (figure: FigureView): ExplanationStep => ({
  rule: `For people it is rounded half up, to ${decimals(figure.kpi.precision)}; targets are compared unrounded.`,
  input: figure.value ?? "no value",
  output: display(figure.kpi, figure.value, "en"),
  source: catalogue(figure),
});

/** `answered_within(thresholdSeconds=20)` */
function nameOf({ measure, parameters }: MeasureTerm): string {
  const given = Object.entries(parameters).map(([name, value]) => `${name}=${value}`);
  return given.length === 0 ? measure.code : `${measure.code}(${given.join(", ")})`;
}

const distinct = (terms: readonly MeasureTerm[]): MeasureTerm[] => [
  ...new Map(terms.map((term) => [nameOf(term), term])).values(),
];

function amountOf(term: MeasureTerm, { sums, slots }: Evidence, liveOnly: boolean): string | null {
  const slot = slots.get(slotKey(term));
  if (slot === undefined) return null;
  const counting = sums.filter((one) => one.stream === term.measure.stream && (one.live || !liveOnly));
  return String(counting.reduce((sum, one) => sum + (one.sums[slot - 1] ?? 0), 0));
}

/** The formula in words of measures: `answered_within(thresholdSeconds=20) ÷ (answered + abandoned)`. */
export function formulaText(kpi: KpiInUse): string {
  const { numerator, denominator } = termsOf(kpi);
  const side = (terms: readonly MeasureTerm[]): string => {
    const text = terms
      .map((term, index) => `${term.sign < 0 ? " − " : index > 0 ? " + " : ""}${nameOf(term)}`)
      .join("");
    return terms.length > 1 ? `(${text})` : text;
  };
  return denominator ? `${side(numerator)} ÷ ${side(denominator)}` : side(numerator);
}

function termsOf(kpi: KpiInUse): { numerator: MeasureTerm[]; denominator: MeasureTerm[] | null } {
  const { numerator, denominator } = formulaOf(kpi);
  return { numerator: linearTerms(numerator) ?? [], denominator: denominator && (linearTerms(denominator) ?? []) };
}
