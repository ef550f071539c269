import type { MeasuredFigure } from "../kpis/figure.rules";
import type { Tx } from "../platform/database";
import type { Day } from "../shared/day";
import { Accounts } from "./accounts.rules";
import { loadFigureBook, type FigureBook } from "./figure-book";
import { NOTHING } from "./figure-item.rules";
import type { FormulaBook } from "./formula-book.rules";
import type { PlannedItem } from "./planned-item";
import type { Subject } from "./subject.rules";
import { hull, type Span } from "./sums.queries";

/** Whose figures, by which formulas, up to which day. */
export interface FigureSetting {
  readonly clientId: string;
  readonly formulas: FormulaBook;
  readonly today: Day;
}

interface DayBounds {
  readonly from: Day;
  readonly until: Day;
}

/** An item of a subject over some days. */
export interface WantedSpan {
  readonly subject: Subject;
  readonly item: PlannedItem;
  readonly span: DayBounds;
}

const keyOf = ({ from, until }: DayBounds): string => `${from}/${until}`;

/** Figures of a few items over other days than those of the periods that are computed. */
export class SpanFigures {
  private constructor(
    private readonly numbers: ReadonlyMap<string, Span>,
    private readonly pages: { readonly accounts: Accounts; readonly book: FigureBook } | null,
  ) {}

  /** As many statements as a figure book, whatever is asked for; none when nothing is. */
  static async load(tx: Tx, setting: FigureSetting, asked: readonly WantedSpan[]): Promise<SpanFigures> {
    const distinct = new Map(asked.map(({ span }) => [keyOf(span), span]));
    const spans = [...distinct].map(([key, { from, until }], no) => [key, { no, from, until }] as const);
    if (spans.length === 0) return new SpanFigures(new Map(), null);
    const accounts = new Accounts(hull([...distinct.values()]));
    const wanted = asked.flatMap(({ subject, item }) => {
      const account = accounts.numberOf(subject, item.days);
      return account === null ? [] : [{ account, kpi: item.kpi }];
    });
    const request = { ...setting, spans: spans.map(([, span]) => span), accounts, wanted };
    return new SpanFigures(new Map(spans), { accounts, book: await loadFigureBook(tx, request) });
  }

  figure({ subject, item, span }: WantedSpan, minSample: number): MeasuredFigure {
    const no = this.numbers.get(keyOf(span))?.no;
    const account = this.pages?.accounts.numberOf(subject, item.days) ?? null;
    if (!this.pages || account === null || no === undefined) return NOTHING;
    return this.pages.book.figure(item.kpi, account, no, minSample);
  }
}
