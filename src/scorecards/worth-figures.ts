import type { Worth } from "../kpis/kpi-definition";
import { display } from "../kpis/kpi-display.rules";
import type { ApiContext } from "../platform/graphql/context";
import { describePeriod } from "../platform/graphql/period.type";
import { legible } from "../shared/legible";
import type { Period } from "../shared/period";
import { isWithin } from "./assessments/assessment-figure.rules";
import type { Assessment } from "./assessments/assessment.entity";
import { assessmentsInForceOf } from "./assessments/assessment.loaders";
import type { ExplanationStep } from "./explanation-step";
import { NOTHING } from "./figure-item.rules";
import { openFigure } from "./figure-reading";
import { windowOf } from "./figure-window.rules";
import { objectiveResultOf } from "./objective-result.loaders";
import { partsOfResult, type PartResult } from "./objectives/composite-parts";
import { readResult } from "./objectives/result-read";
import { figureView, NOW, type FigureView } from "./scorecard-view";

/** Figures of objectives that are not measured are not computed anew: the series shows what was published. */
export async function publishedSeries(
  ctx: ApiContext,
  figure: FigureView,
  periods: readonly Period[],
): Promise<FigureView[]> {
  const { objectiveId } = figure.of;
  if (objectiveId === null) return [];
  return Promise.all(
    periods.map(async (period) => {
      const found = await ctx.loader(objectiveResultOf).load({ objectiveId, period });
      const described = describePeriod(period, figure.clock, ctx.now);
      const shared = { period: described, finality: "provisional", clock: figure.clock } as const;
      return found?.figure ?? figureView({ ...figure.result, ...NOTHING, manual: null }, figure.of, shared);
    }),
  );
}

/** Every step from parts or assessments to the value of an objective that is not measured. */
export async function explainWorth(ctx: ApiContext, figure: FigureView, worth: Worth): Promise<ExplanationStep[]> {
  const steps = worth.of === "objectives" ? await partSteps(ctx, figure) : await assessmentSteps(ctx, figure);
  return [...steps, together(figure, worth), shown(figure)];
}

async function partSteps(ctx: ApiContext, figure: FigureView): Promise<ExplanationStep[]> {
  const { objectiveId, clientId, contractId } = figure.of;
  const { period, reading = NOW } = figure;
  const whole = objectiveId && (await readResult(ctx, { clientId, contractId, objectiveId, period }, reading));
  return whole ? (await partsOfResult(ctx, whole)).map(partStep) : [];
}

const partStep = ({ objective, weight, result, isJudged, attainment }: PartResult): ExplanationStep => ({
  rule: `Objective ${objective.code} weighs ${weight}${isJudged ? "." : "; nothing is known of it, so it is left out."}`,
  input: result ? display(result.figure.kpi, result.figure.value, "en", result.figure.clock.currency) : "no result",
  output: isJudged ? `${result!.outcome.replace("_", " ")}, ${legible(attainment!)} of its target` : "left out",
  source: `${objective.clause}: ${objective.name}`,
});

async function assessmentSteps(ctx: ApiContext, figure: FigureView): Promise<ExplanationStep[]> {
  const { objectiveId } = figure.of;
  const { asOf } = figure.reading ?? NOW;
  const all = objectiveId === null ? [] : await ctx.loader(assessmentsInForceOf).load({ objectiveId, asOf });
  const opened = await openFigure(ctx, figure);
  const window = opened ? windowOf(opened.plan, figure.period) : figure.period;
  return all.filter((one) => isWithin(one, window)).map(assessmentStep);
}

const assessmentStep = (one: Assessment): ExplanationStep => ({
  rule: `${one.assessorName} (${one.side === "ours" ? "our side" : "the client's side"}) answered for ${one.periodFrom}.`,
  input: `${one.points} on a scale from ${one.scaleFrom} to ${one.scaleTo}`,
  output: `${one.points - one.scaleFrom} of ${one.scaleTo - one.scaleFrom}`,
  source: [one.evidence, one.note].filter(Boolean).join(": ") || "assessment",
});

const together = ({ numerator, denominator, value, status, result }: FigureView, worth: Worth): ExplanationStep => ({
  rule: `Together: ${worth.formula}; not rounded.`,
  input: [numerator, denominator].map((side) => (side === null ? "nothing" : legible(side))).join(" ÷ "),
  output: value ?? `no value (${status})`,
  source: `KPI catalogue: ${result.kpiCode}, version ${result.kpiVersion}, dialect ${result.dialect}`,
});

const shown = ({ kpi, value, clock }: FigureView): ExplanationStep => ({
  rule: `For people it is rounded half up, to ${kpi.precision} decimal${kpi.precision === 1 ? "" : "s"}.`,
  input: value ?? "no value",
  output: display(kpi, value, "en", clock.currency),
  source: `KPI catalogue: ${kpi.code}`,
});
