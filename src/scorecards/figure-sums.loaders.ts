import { evaluate, type MeasuredFigure } from "../kpis/figure.rules";
import type { KpiInUse } from "../kpis/kpi-definition";
import type { Tx } from "../platform/database";
import { batchLoaderBy } from "../platform/graphql/loader";
import { groupBy } from "../shared/group-by";
import type { Period } from "../shared/period";
import { Accounts } from "./accounts.rules";
import type { ContractSources, FigurePlan } from "./figure-sources.loaders";
import { FormulaBook, slotsNeeded } from "./formula-book.rules";
import type { FigureView } from "./scorecard-view";
import { bookKey, figureSums, sumsBook, type StreamSums, type SumsBook } from "./sums-book.rules";
import { hull, loadSums } from "./sums.queries";
import { itemKey } from "./target-choice.rules";

/** What to compute again from the daily measures: KPIs of a figure's subject, in some periods. */
export interface FigureQuestion {
  readonly figure: FigureView;
  readonly plan: FigurePlan;
  readonly sources: ContractSources;
  readonly periods: readonly Period[];
  readonly kpis: readonly KpiInUse[];
  readonly minSample: number;
}

/** One for each period, in the order they were asked for. */
export type FigureAnswer = readonly PeriodAnswer[];

export interface PeriodAnswer {
  /** One for each KPI, in the order they were asked for. */
  readonly figures: readonly MeasuredFigure[];
  readonly sums: readonly StreamSums[];
}

const textOf = ({ figure, periods, kpis, minSample }: FigureQuestion): string =>
  [
    `${figure.of.kind}/${figure.of.id}/${figure.period.from}/${minSample}`,
    ...periods.map(({ kind, from }) => `${kind}/${from}`),
    ...kpis.map(itemKey),
  ].join("|");

/** One statement for each contract, whatever the number of figures, periods and KPIs. */
export const measuredFigures = batchLoaderBy<FigureQuestion, FigureAnswer>(textOf, async (tx, _viewer, questions) => {
  const answers = new Map<FigureQuestion, FigureAnswer>();
  for (const ofContract of groupBy(questions, ({ figure }) => figure.of.contractId).values()) {
    await answerTogether(tx, ofContract, answers);
  }
  return questions.map((one) => answers.get(one) as FigureAnswer);
});

async function answerTogether(
  tx: Tx,
  questions: readonly FigureQuestion[],
  answers: Map<FigureQuestion, FigureAnswer>,
): Promise<void> {
  const [first] = questions;
  if (!first) return;
  const { slots, versionByKpi } = first.sources;
  const formulas = new FormulaBook(slots, versionByKpi);
  const spans = numbered(questions.flatMap(({ periods }) => periods));
  if (spans.size === 0) return questions.forEach((one) => answers.set(one, []));
  const accounts = new Accounts(hull([...spans.values()]));
  questions.forEach(({ plan }) => accounts.numberOf(plan.subject, plan.item.days));
  const kpis = questions.flatMap((one) => [...one.kpis, one.figure.result]);
  const sums = await loadSums(tx, {
    clientId: first.figure.of.clientId,
    spans: [...spans.values()],
    sources: accounts.sources,
    slots: slotsNeeded(kpis.map((kpi) => formulas.of(kpi))),
  });
  const book = sumsBook(sums);
  for (const one of questions) answers.set(one, answerOf(one, { accounts, formulas, book, spans }));
}

type Spans = ReadonlyMap<string, Period & { readonly no: number }>;

const spanKey = ({ kind, from }: Period): string => `${kind}/${from}`;

const numbered = (periods: readonly Period[]): Spans => {
  const distinct = new Map(periods.map((period) => [spanKey(period), period]));
  return new Map([...distinct].map(([key, { kind, from, until }], no) => [key, { kind, from, until, no }]));
};

interface Books {
  readonly accounts: Accounts;
  readonly formulas: FormulaBook;
  readonly book: SumsBook;
  readonly spans: Spans;
}

const answerOf = ({ plan, periods, kpis, minSample }: FigureQuestion, books: Books): FigureAnswer => {
  const account = books.accounts.numberOf(plan.subject, plan.item.days);
  return periods.map((period) => {
    const span = books.spans.get(spanKey(period));
    const sums = account === null || !span ? [] : (books.book.get(bookKey(account, span.no)) ?? []);
    const figureOf = (kpi: KpiInUse) => evaluate(figureSums(books.formulas.of(kpi).formula, sums), minSample);
    return { figures: kpis.map(figureOf), sums };
  });
};
