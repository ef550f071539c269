import type { MeasuredFigure } from "../kpis/figure.rules";
import type { KpiInUse } from "../kpis/kpi-definition";
import type { Tx } from "../platform/database";
import { batchLoaderBy } from "../platform/graphql/loader";
import { dayOf } from "../shared/day";
import { groupBy } from "../shared/group-by";
import type { Period } from "../shared/period";
import { Accounts } from "./accounts.rules";
import type { ContractSources, FigurePlan } from "./figure-sources.loaders";
import { loadFigureBook, type FigureBook } from "./figure-book";
import { FormulaBook } from "./formula-book.rules";
import type { FigureView } from "./scorecard-view";
import { NO_SUMS, type SubjectSums } from "./sums-book.rules";
import { hull } from "./sums.queries";
import { NOTHING } from "./figure-item.rules";
import { itemKey } from "./target-choice.rules";

/** What to compute again from the daily measures: KPIs of a figure's subject, in some periods. */
export interface FigureQuestion {
  readonly figure: FigureView;
  readonly plan: FigurePlan;
  readonly sources: ContractSources;
  readonly periods: readonly Period[];
  readonly kpis: readonly KpiInUse[];
  readonly minSample: number;
  readonly now: Date;
}

/** One for each period, in the order they were asked for. */
export type FigureAnswer = readonly PeriodAnswer[];

export interface PeriodAnswer {
  /** One for each KPI, in the order they were asked for. */
  readonly figures: readonly MeasuredFigure[];
  readonly sums: SubjectSums;
}

const textOf = ({ figure, periods, kpis, minSample }: FigureQuestion): string =>
  [
    `${figure.of.kind}/${figure.of.id}/${figure.period.from}/${minSample}`,
    ...periods.map(spanKey),
    ...kpis.map(itemKey),
  ].join("|");

/** As many statements for each contract as `loadFigureBook` takes, whatever the number of figures, periods and KPIs. */
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
  const wanted = questions.flatMap(({ plan, kpis, figure }) => {
    const account = accounts.numberOf(plan.subject, plan.item.days);
    return account === null ? [] : [...kpis, figure.result].map((kpi) => ({ account, kpi }));
  });
  const book = await loadFigureBook(tx, {
    clientId: first.figure.of.clientId,
    spans: [...spans.values()],
    ...{ accounts, formulas, wanted },
    today: dayOf(first.now, first.figure.clock.timeZone),
  });
  for (const one of questions) answers.set(one, answerOf(one, { accounts, book, spans }));
}

type Spans = ReadonlyMap<string, Period & { readonly no: number }>;

const spanKey = ({ from, until }: Period): string => `${from}/${until}`;

const numbered = (periods: readonly Period[]): Spans => {
  const distinct = new Map(periods.map((period) => [spanKey(period), period]));
  return new Map([...distinct].map(([key, { kind, from, until }], no) => [key, { kind, from, until, no }]));
};

interface Books {
  readonly accounts: Accounts;
  readonly book: FigureBook;
  readonly spans: Spans;
}

const answerOf = ({ plan, periods, kpis, minSample }: FigureQuestion, books: Books): FigureAnswer => {
  const account = books.accounts.numberOf(plan.subject, plan.item.days);
  return periods.map((period) => {
    const span = books.spans.get(spanKey(period));
    if (account === null || !span) return { figures: kpis.map(() => NOTHING), sums: NO_SUMS };
    const figures = kpis.map((kpi) => books.book.figure(kpi, account, span.no, minSample));
    return { figures, sums: books.book.subjectSums(account, span.no) };
  });
};
