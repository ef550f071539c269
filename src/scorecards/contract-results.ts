import type { MeasuredFigure } from "../kpis/figure.rules";
import type { Tx } from "../platform/database";
import { dayOf, type Day } from "../shared/day";
import { daysOf, type Period } from "../shared/period";
import { Accounts } from "./accounts.rules";
import { loadCatalogueState } from "./catalogue-state.queries";
import { QualityBook } from "./data-quality.rules";
import type { DecidedItems } from "./drift/decided-items.rules";
import { loadDefinitions, type ContractDefinitions } from "./definitions.queries";
import { loadFeedRecord } from "./feed-record.queries";
import { loadFigureBook, type FigureBook, type WantedFigure } from "./figure-book";
import { NOTHING, type ItemFigure } from "./figure-item.rules";
import { FormulaBook } from "./formula-book.rules";
import { ItemReadings, type MeasuredItem } from "./item-readings";
import type { ManualBook } from "./manual/manual-book.rules";
import { loadManualBook } from "./manual/manual-value.queries";
import type { ObjectiveResultRow, ScorecardRow } from "./result-rows.queries";
import type { PlannedCard, PlannedItem, PlannedObjective } from "./planned-item";
import { ObjectiveFigures } from "./objectives/objective-figures";
import { plannedObjectives } from "./objectives/objective-plan.rules";
import type { ObjectiveMaterial } from "./objectives/objective-material";
import { objectiveResultRows } from "./objectives/objective-rows.rules";
import { isMeasured, isOfPeriod } from "./objectives/planned-objective.rules";
import { plannedCards } from "./scorecard-plan.rules";
import { scorecardRows, type PeriodMaterial } from "./scorecard-rows.rules";
import { subjectsOf, type Subject } from "./subject.rules";
import { subjectsIn } from "./whole.rules";
import { addsUp } from "./sums-book.rules";
import { hull } from "./sums.queries";

export interface ResultsRequest {
  readonly clientId: string;
  readonly contractId: string;
  readonly periods: readonly Period[];
  readonly now: Date;
  /** By the definitions as they were believed then; as they are believed now when left out. */
  readonly believedAt?: Date | null;
  /** By the definitions in force on that day; on the deciding day of each period when left out. */
  readonly validOn?: Day | null;
  /** What items were decided to be, where that is not what would be planned now. */
  readonly decided?: DecidedItems | null;
  /** Objectives alone: scorecards are not computed. */
  readonly only?: "objectives";
}

export interface ContractResults {
  readonly cards: readonly ScorecardRow[];
  readonly objectives: readonly ObjectiveResultRow[];
}

/** Everything known of some periods of a contract, from the daily measures. Saves nothing. */
export async function computeResults(tx: Tx, request: ResultsRequest): Promise<ContractResults> {
  const definitions = await loadDefinitions(tx, request);
  const { slots, versionByKpi } = await loadCatalogueState(tx);
  const formulas = new FormulaBook(slots, versionByKpi);
  const plans = plansOf(definitions, request);
  const accounts = new Accounts(hull(request.periods));
  const wanted = plans.flatMap(itemsOf).flatMap(({ subject, item }): WantedFigure[] => {
    const account = accounts.numberOf(subject, item.days);
    return account === null ? [] : [{ account, kpi: item.kpi }];
  });
  const today = dayOf(request.now, definitions.contract.timeZone);
  const { clientId, contractId, decided, believedAt } = request;
  const setting = { clientId, contractId, formulas, today, approvedAt: decided ? null : believedAt };
  const spans = plans.map(({ no, period }) => ({ no, from: period.from, until: period.until }));
  const book = await loadFigureBook(tx, { clientId, formulas, today, spans, accounts, wanted });
  const figures = { accounts, formulas, book };
  const readings = await ItemReadings.load(tx, setting, notableItems(plans, figures));
  const days = [...new Set(request.periods.flatMap(daysOf))];
  const quality = new QualityBook(await loadFeedRecord(tx, definitions, days), {
    at: request.now,
    zone: definitions.contract.timeZone,
  });
  const manual = await loadManualBook(tx, request);
  const objectives = await ObjectiveFigures.load(tx, setting, plans);
  return resultsOf(plans, { ...figures, readings, manual, quality, objectives, now: request.now });
}

interface PeriodPlan {
  readonly no: number;
  readonly period: Period;
  readonly cards: readonly PlannedCard[];
  readonly objectives: readonly PlannedObjective[];
}

function plansOf(definitions: ContractDefinitions, request: ResultsRequest): PeriodPlan[] {
  const { periods, validOn = null, decided = null, only } = request;
  const subjects = subjectsOf(definitions);
  return periods.map((period, no) => {
    const present = subjectsIn(subjects, definitions.contract.id, period);
    const cards = only === "objectives" ? [] : plannedCards(definitions, present, { period, validOn });
    const objectives = plannedObjectives(definitions, subjects, { period, validOn });
    return {
      ...{ no, period },
      cards: decided ? cards.map((one) => decided.card(period, one)) : cards,
      objectives: decided ? objectives.map((one) => decided.objective(period, one)) : objectives,
    };
  });
}

interface ItemOfSubject {
  readonly subject: Subject;
  readonly item: PlannedItem;
}

const itemsOf = ({ cards, objectives }: PeriodPlan): ItemOfSubject[] => [
  ...cards.flatMap(({ subject, items }) => items.map((item) => ({ subject, item }))),
  ...objectives.filter(isMeasured),
];

interface Figures {
  readonly accounts: Accounts;
  readonly formulas: FormulaBook;
  readonly book: FigureBook;
}

interface Books extends Figures {
  readonly readings: ItemReadings;
  readonly manual: ManualBook;
  readonly quality: QualityBook;
  readonly objectives: ObjectiveFigures;
  readonly now: Date;
}

/** Items that more than the figure of their period may be asked of. */
const notableItems = (plans: readonly PeriodPlan[], figures: Figures): MeasuredItem[] =>
  plans.flatMap(({ no, period, cards }) =>
    cards.flatMap(({ subject, items }) =>
      items.filter(ItemReadings.areNeededFor).map((item) => {
        return { subject, item, period, figure: figureOf(figures, no, { subject, item }) };
      }),
    ),
  );

function figureOf({ accounts, book }: Figures, no: number, { subject, item }: ItemOfSubject): MeasuredFigure {
  const account = accounts.numberOf(subject, item.days);
  return account === null ? NOTHING : book.figure(item.kpi, account, no, item.minSample);
}

/** A period for which the contract has no daily measures, and nobody entered anything, has no results. */
function resultsOf(plans: readonly PeriodPlan[], books: Books): ContractResults {
  const withFacts = plans.filter(
    ({ no, period }) =>
      books.book.spansWithFacts.has(no) || books.manual.hasAnyIn(period) || books.objectives.hasAssessmentsIn(period),
  );
  return {
    cards: withFacts.flatMap((plan) => scorecardRows(plan.cards, materialOf(plan, books))),
    objectives: withFacts
      .filter((plan) => isOwn(plan, books))
      .flatMap((plan) => objectiveResultRows(plan.objectives, objectiveMaterial(plan, books))),
  };
}

/** Whether anything is known of a period that is not of another contract, which somebody answers for as well. */
const isOwn = (plan: PeriodPlan, { accounts, book, manual, objectives }: Books): boolean =>
  manual.hasAnyIn(plan.period) ||
  objectives.hasAssessmentsIn(plan.period) ||
  itemsOf(plan).some(({ subject, item }) => {
    const account = subject.scope === "all" ? null : accounts.numberOf(subject, item.days);
    return account !== null && book.hasFacts(account, plan.no);
  });

function materialOf({ no, period }: PeriodPlan, books: Books): PeriodMaterial {
  const { quality, now } = books;
  return {
    period,
    now,
    qualityOf: (subject) => quality.of(period, subject.serviceIds),
    figureOf: (subject, item) => entered(books, period, { subject, item }, figureOf(books, no, { subject, item })),
  };
}

/** The figure of an item, with the value in its place that somebody entered. */
function entered(
  { formulas, readings, manual }: Books,
  period: Period,
  { subject, item }: ItemOfSubject,
  figure: MeasuredFigure,
): ItemFigure {
  const { kpiVersion } = formulas.of(item.kpi);
  const measured = { kpiVersion, ...readings.of({ subject, item, period, figure }) };
  return manual.laidOver({ subject, period, kpi: item.kpi }, measured);
}

function objectiveMaterial({ no, period }: PeriodPlan, books: Books): ObjectiveMaterial {
  const { formulas, objectives, quality, now } = books;
  return {
    period,
    now,
    isOver: quality.isOver(period),
    readingOf: (objective, stretch) =>
      objectives.readingOf(objective, stretch, isOfPeriod(objective, period) ? figureOf(books, no, objective) : null),
    assessed: (objective) => objectives.assessed(objective, period),
    addsUp: (item) => addsUp(formulas.of(item.kpi).formula),
    laidOver: (objective, figure) => entered(books, period, objective, figure),
  };
}
