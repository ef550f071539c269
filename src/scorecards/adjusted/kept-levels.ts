import type { Tx } from "../../platform/database";
import { earlierOf, type Day } from "../../shared/day";
import { Accounts } from "../accounts.rules";
import { neededSlots } from "../formula-book.rules";
import { LevelBook } from "../level-book.rules";
import { loadLevels } from "../level.queries";
import { slotNeeds } from "../slot-columns.rules";
import type { BoundFormula, StreamSums } from "../sums-book.rules";
import { hull } from "../sums.queries";
import { daysIn, rangesOf } from "./day-clock.rules";
import type { Cut } from "./cut.rules";

/** A cut with the formula whose figure is asked for. */
export interface BoundCut {
  readonly cut: Cut;
  readonly bound: BoundFormula;
}

/** Days that count of a cut after a step, in order. */
export function keptDays({ ask, gone }: Cut, until: Day, step: number): Day[] {
  const days = daysIn({ from: ask.span.from, until: earlierOf(ask.span.until, until) });
  return days.filter((day) => (gone.get(day) ?? Infinity) > step);
}

/**
 * Levels of cuts, such as a backlog. What came in and went out stays as it was: a day that does not count is no day on
 * which anybody looks. A period starts before its first day that counts, and ends with its last.
 */
export class KeptLevels {
  private constructor(
    private readonly accounts: Accounts,
    private readonly book: LevelBook,
    private readonly until: Day,
  ) {}

  static async load(tx: Tx, clientId: string, all: readonly BoundCut[], until: Day): Promise<KeptLevels | null> {
    const closing = all.filter(({ bound }) => bound.measures.some((one) => one.closing !== null));
    if (closing.length === 0) return null;
    const accounts = new Accounts(hull(closing.map(({ cut }) => cut.ask.span)));
    const numbers = new Set(closing.flatMap(({ cut: { ask } }) => accounts.numberOf(ask.subject, ask.item.days) ?? []));
    const boundaries = [...new Set(closing.flatMap(({ cut }) => edgesOf(cut, until)))].sort();
    const needs = slotNeeds(closing.flatMap(({ bound }) => neededSlots(bound, true)));
    const sources = accounts.sourcesOfLevels(numbers);
    const found = await loadLevels(tx, { clientId, sources, needs, boundaries });
    return new KeptLevels(accounts, new LevelBook(found, boundaries), until);
  }

  /** The closings of a cut after a step; and on how many days. */
  closingsOf(cut: Cut, step: number): StreamSums[] {
    const { ask } = cut;
    const account = this.accounts.numberOf(ask.subject, ask.item.days);
    if (account === null) return [];
    const windows = rangesOf(keptDays(cut, this.until, step)).flatMap(
      (range) => this.accounts.windowOf(account, range) ?? [],
    );
    return windows.flatMap((window, at) =>
      this.book.closingsOf(account, window).filter(({ closing }) => {
        if (closing === "at_start") return at === 0;
        return closing === "at_end" ? at === windows.length - 1 : true;
      }),
    );
  }
}

const edgesOf = (cut: Cut, until: Day): Day[] => {
  const steps = [0, ...cut.taken.map((_, index) => index + 1)];
  const { days } = cut.ask.item;
  const kept = steps.flatMap((step) => rangesOf(keptDays(cut, until, step)));
  return kept.flatMap((range) => {
    const from = days.from > range.from ? days.from : range.from;
    const end = days.until !== null && days.until < range.until ? days.until : range.until;
    return from < end ? [from, end] : [];
  });
};
