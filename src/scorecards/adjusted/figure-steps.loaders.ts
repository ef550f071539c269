import type { Tx } from "../../platform/database";
import { batchLoaderBy } from "../../platform/graphql/loader";
import { dayOf } from "../../shared/day";
import { groupBy } from "../../shared/group-by";
import type { ContractSources, FigurePlan } from "../figure-sources.loaders";
import { FormulaBook } from "../formula-book.rules";
import type { FigureView } from "../scorecard-view";
import { askKey, type AdjustedAsk, type AdjustedFigure } from "./adjusted-ask";
import { loadAdjusted } from "./adjusted-book";

/** A figure of an objective, by what it was made of. */
export interface StepsQuestion {
  readonly figure: FigureView;
  readonly plan: FigurePlan;
  readonly sources: ContractSources;
}

/**
 * How a figure became what it is, step by step, by the exclusions that it names; under a manual value those in force.
 * Null where everything counts.
 */
export const figureSteps = batchLoaderBy<StepsQuestion, AdjustedFigure | null>(
  (one) => {
    const ask = askOf(one);
    return `${one.figure.of.contractId}/${ask ? askKey(ask) : ""}`;
  },
  async (tx, _viewer, questions, now) => {
    const found = new Map<StepsQuestion, AdjustedFigure | null>();
    for (const ofContract of groupBy(questions, ({ figure }) => figure.of.contractId).values())
      for (const [one, figure] of await stepsOfContract(tx, ofContract, now)) found.set(one, figure);
    return questions.map((one) => found.get(one) ?? null);
  },
);

async function stepsOfContract(tx: Tx, questions: readonly StepsQuestion[], now: Date) {
  const { figure, sources } = questions[0]!;
  const { clientId, contractId } = figure.of;
  const today = dayOf(now, figure.clock.timeZone);
  const formulas = new FormulaBook(sources.slots, sources.versionByKpi);
  const asked = questions.flatMap((one) => {
    const ask = askOf(one);
    return ask ? [{ one, ask }] : [];
  });
  const asks = asked.map(({ ask }) => ask);
  const book = await loadAdjusted(tx, { clientId, contractId, formulas, today }, asks);
  return asked.map(({ one, ask }) => [one, book.of(ask)] as const);
}

/** Null: nothing was taken out, and no calendar says what counts. */
function askOf({ figure, plan }: StepsQuestion): AdjustedAsk | null {
  const { counting, subject, item } = plan;
  const { adjusted, manual, result } = figure;
  if (!counting || !adjusted) return null;
  const only = manual === null ? adjusted.exclusions.map(({ id }) => id) : undefined;
  const { version, span } = counting;
  if (only?.length === 0 && version.calendarId === null) return null;
  return { subject, item: { ...item, kpi: result }, span, version, only };
}
