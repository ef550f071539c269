import { evaluate, type MeasuredFigure } from "../kpis/figure.rules";
import type { KpiInUse } from "../kpis/kpi-definition";
import type { Tx } from "../platform/database";
import { addDays, earlierOf, type Day } from "../shared/day";
import { groupBy } from "../shared/group-by";
import type { Accounts, Window } from "./accounts.rules";
import { neededSlots, type FormulaBook } from "./formula-book.rules";
import { boundariesOf, LevelBook } from "./level-book.rules";
import { loadLevels } from "./level.queries";
import {
  percentileFigures,
  percentileIn,
  percentileKey,
  type ExactPercentiles,
  type PercentileQuestion,
} from "./percentile.queries";
import { peopleShare } from "./people-share.rules";
import { loadPersonSums, type PersonSumsRow } from "./person-sums.queries";
import { slotNeeds, type SlotNeeds } from "./slot-columns.rules";
import { figureSums, type BoundFormula, type SubjectSums } from "./sums-book.rules";
import { loadSums, type Span, type SumsRow } from "./sums.queries";

/** A KPI to be worked out for an account, in every span that is asked for. */
export interface WantedFigure {
  readonly account: number;
  readonly kpi: KpiInUse;
}

export interface FigureBookRequest {
  readonly clientId: string;
  readonly spans: readonly Span[];
  readonly accounts: Accounts;
  readonly formulas: FormulaBook;
  readonly wanted: readonly WantedFigure[];
  /** Days after it do not count yet, whatever is known of them. */
  readonly today: Day;
}

/**
 * Everything that figures of many accounts in many spans are made of: one statement for sums, and one more for each of
 * levels, shares of people, and percentiles of one KPI, where anybody needs them.
 */
export async function loadFigureBook(tx: Tx, request: FigureBookRequest): Promise<FigureBook> {
  const wanted = request.wanted.map((one) => ({ ...one, bound: request.formulas.of(one.kpi).formula }));
  const spans = request.spans.map((one) => ({ ...one, until: earlierOf(one.until, addDays(request.today, 1)) }));
  const asked = { ...request, spans, wanted };
  return new FigureBook({
    accounts: request.accounts,
    formulas: request.formulas,
    spans: new Map(spans.map((one) => [one.no, one])),
    sums: await sumsOf(tx, asked),
    levels: await levelsOf(tx, asked),
    persons: await personsOf(tx, asked),
    percentiles: await percentilesOf(tx, asked),
  });
}

interface Asked extends FigureBookRequest {
  readonly wanted: readonly BoundWish[];
}

interface BoundWish extends WantedFigure {
  readonly bound: BoundFormula;
}

const needsOf = (bounds: readonly BoundFormula[], isClosing: boolean): SlotNeeds =>
  slotNeeds([...new Set(bounds)].flatMap((one) => neededSlots(one, isClosing)));

const sumsOf = (tx: Tx, { clientId, spans, accounts, wanted }: Asked): Promise<SumsRow[]> => {
  const bounds = wanted.filter(({ bound }) => bound.dialect.percentile === undefined).map(({ bound }) => bound);
  // also of streams of which only levels are looked at: that something happened makes a period have results
  const present = bounds.flatMap(({ formula }) => formula.streams.map((stream) => [stream, new Map()] as const));
  const needs = new Map([...present, ...needsOf(bounds, false)]);
  return loadSums(tx, { clientId, spans, sources: accounts.sources, needs });
};

async function levelsOf(tx: Tx, { clientId, spans, accounts, wanted }: Asked): Promise<LevelBook> {
  const closing = wanted.filter(({ bound }) => bound.measures.some((one) => one.closing !== null));
  const numbers = accountsOf(closing);
  const windows = [...numbers].flatMap((account) => spans.flatMap((span) => accounts.windowOf(account, span) ?? []));
  const boundaries = boundariesOf(windows);
  const needs = needsOf(
    closing.map(({ bound }) => bound),
    true,
  );
  const sources = accounts.sourcesOfLevels(numbers);
  return new LevelBook(await loadLevels(tx, { clientId, sources, needs, boundaries }), boundaries);
}

async function personsOf(tx: Tx, { clientId, spans, accounts, wanted }: Asked): Promise<PersonSumsRow[]> {
  const people = wanted.filter(({ bound }) => bound.dialect.people !== undefined);
  if (people.length === 0) return [];
  const needs = needsOf(
    people.map(({ bound }) => bound),
    false,
  );
  return loadPersonSums(tx, { clientId, spans, sources: accounts.sourcesOf(accountsOf(people)), needs });
}

async function percentilesOf(tx: Tx, { clientId, spans, accounts, wanted }: Asked): Promise<Percentiles> {
  const exact = wanted.filter(({ bound }) => bound.dialect.percentile !== undefined);
  const found = new Map<string, ExactPercentiles>();
  for (const [key, together] of groupBy(exact, ({ bound }) => percentileKey(bound))) {
    const [first] = together;
    if (!first) continue;
    const sources = accounts.sourcesOf(accountsOf(together));
    const question: PercentileQuestion = { clientId, spans, sources, bound: first.bound };
    for (const one of await percentileFigures(tx, question)) found.set(`${key}/${one.account}/${one.no}`, one);
  }
  return found;
}

const accountsOf = (wanted: readonly WantedFigure[]): Set<number> => new Set(wanted.map(({ account }) => account));

type Percentiles = ReadonlyMap<string, ExactPercentiles>;

interface Pages {
  readonly accounts: Accounts;
  readonly formulas: FormulaBook;
  readonly spans: ReadonlyMap<number, Span>;
  readonly sums: readonly SumsRow[];
  readonly levels: LevelBook;
  readonly persons: readonly PersonSumsRow[];
  readonly percentiles: Percentiles;
}

interface PercentilePlace {
  readonly account: number;
  readonly no: number;
  readonly minSample: number;
}

const bookKey = ({ account, no }: { readonly account: number; readonly no: number }): string => `${account}/${no}`;

/** Figures of accounts in spans. */
export class FigureBook {
  private readonly sums: ReadonlyMap<string, readonly SumsRow[]>;
  private readonly persons: ReadonlyMap<string, readonly PersonSumsRow[]>;
  /** Those that have any sums. */
  readonly spansWithFacts: ReadonlySet<number>;
  /** The sums asked for last: all items of a subject ask for the same. */
  private last: (SubjectSums & { readonly account: number; readonly no: number }) | null = null;

  constructor(private readonly pages: Pages) {
    this.sums = groupBy(pages.sums, bookKey);
    this.persons = groupBy(pages.persons, bookKey);
    this.spansWithFacts = new Set(pages.sums.map(({ no }) => no));
  }

  hasFacts = (account: number, no: number): boolean => this.sums.has(bookKey({ account, no }));

  figure(kpi: KpiInUse, account: number, no: number, minSample: number): MeasuredFigure {
    const bound = this.pages.formulas.of(kpi).formula;
    const { percentile, people } = bound.dialect;
    if (percentile !== undefined) return this.percentile(bound, { account, no, minSample });
    if (people === undefined) return evaluate(figureSums(bound, this.subjectSums(account, no)), minSample);
    const persons = groupBy(this.persons.get(bookKey({ account, no })) ?? [], ({ personId }) => personId);
    return evaluate(peopleShare(bound, people, [...persons.values()]), minSample);
  }

  /** Sums and closings of an account in a span. */
  subjectSums(account: number, no: number): SubjectSums {
    if (this.last?.account !== account || this.last.no !== no) this.last = { ...this.sumsOf(account, no), account, no };
    return this.last;
  }

  private sumsOf(account: number, no: number): SubjectSums {
    const window = this.windowOf(account, no);
    const rows = this.sums.get(bookKey({ account, no })) ?? [];
    if (!window) return { rows, days: 0 };
    return { rows: [...rows, ...this.pages.levels.closingsOf(account, window)], days: window.days };
  }

  private windowOf(account: number, no: number): Window | null {
    const span = this.pages.spans.get(no);
    return span ? this.pages.accounts.windowOf(account, span) : null;
  }

  /** The value itself stands above the line: nothing is divided. */
  private percentile(bound: BoundFormula, { account, no, minSample }: PercentilePlace): MeasuredFigure {
    const found = this.pages.percentiles.get(`${percentileKey(bound)}/${account}/${no}`);
    const known = { numerator: found ? percentileIn(found, bound) : null, sample: found?.sample ?? 0 };
    return evaluate({ ...known, denominator: null, hasDenominator: false, isComplete: true }, minSample);
  }
}
