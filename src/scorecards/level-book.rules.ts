import type { Closing } from "../kpis/expression";
import { daysBetween, type Day } from "../shared/day";
import { groupBy } from "../shared/group-by";
import type { Window } from "./accounts.rules";
import type { LevelRow } from "./level.queries";
import type { StreamSums } from "./sums-book.rules";

/** The days at which levels are looked at, each once, in order. */
export const boundariesOf = (windows: readonly Window[]): Day[] =>
  [...new Set(windows.flatMap(({ from, until }) => [from, until]))].sort();

/**
 * Levels of accounts from their flows. Of flows +5 on the 1st, −2 on the 3rd, over the days [2nd, 5th):
 * | closing  | value | why                          |
 * | at_start |     5 | flows before the 2nd         |
 * | at_end   |     3 | flows before the 5th         |
 * | day_sum  |    11 | 5 + 3 + 3 on the 2nd to 4th  |
 */
export class LevelBook {
  private readonly byAccount: ReadonlyMap<number, readonly LevelRow[]>;
  private readonly placeOf: ReadonlyMap<Day, number>;

  constructor(
    rows: readonly LevelRow[],
    private readonly boundaries: readonly Day[],
  ) {
    this.byAccount = groupBy(rows, ({ account }) => account);
    this.placeOf = new Map(boundaries.map((day, place) => [day, place]));
  }

  /** The closings of an account's window: by stream and class of channels, as sums are. */
  closingsOf(account: number, { from, until }: Window): StreamSums[] {
    const [start, end] = [this.placeOf.get(from) ?? 0, this.placeOf.get(until) ?? 0];
    const before = (this.byAccount.get(account) ?? []).filter(({ bucket }) => bucket <= end);
    return [...groupBy(before, ({ stream, channels }) => `${stream}/${channels}`).values()].flatMap((flows) => {
      const earlier = flows.filter(({ bucket }) => bucket <= start);
      const during = flows.filter(({ bucket }) => bucket > start);
      const [days, last] = [daysBetween(from, until), this.dayNumber(until)];
      const lasting = (slot: number): number =>
        days * total(earlier, "sums", slot) + last * total(during, "sums", slot) - total(during, "moments", slot);
      return [
        closed("at_end", flows, (slot) => total(flows, "sums", slot)),
        closed("at_start", flows, (slot) => total(earlier, "sums", slot)),
        closed("day_sum", flows, lasting),
      ];
    });
  }

  private dayNumber(day: Day): number {
    const [origin] = this.boundaries;
    return origin === undefined ? 0 : daysBetween(origin, day);
  }
}

function closed(closing: Closing, flows: readonly LevelRow[], valueOf: (slot: number) => number): StreamSums {
  const { stream, channels, sums } = flows[0] as LevelRow;
  const length = Math.min(...flows.map((one) => one.length));
  return { stream, channels, closing, length, sums: sums.map((_, index) => valueOf(index)) };
}

const total = (flows: readonly LevelRow[], of: "sums" | "moments", index: number): number =>
  flows.reduce((sum, one) => sum + (one[of][index] ?? 0), 0);
