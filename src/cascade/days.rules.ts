import { commonDays } from "../scorecards/source.rules";
import { contains, type DayRange } from "../shared/date-range";
import { laterOf, type Day } from "../shared/day";

/** Each range cut to what lies within another; what lies outside falls away. */
export const within = (ranges: readonly DayRange[], whole: DayRange): DayRange[] =>
  ranges.flatMap((one) => commonDays(one, whole) ?? []);

/**
 * The same days in as few ranges as possible, in order.
 * | ranges               | merged     |
 * | 1–5, 5–9             | 1–9        |
 * | 1–5, 3–…             | 1–…        |
 * | 1–5, 6–9             | 1–5, 6–9   |
 */
export function merged(ranges: readonly DayRange[]): DayRange[] {
  const inOrder = [...ranges].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  return inOrder.reduce<DayRange[]>((done, next) => {
    const last = done.at(-1);
    if (!last || (last.until !== null && last.until < next.from)) return [...done, next];
    const until = last.until && next.until ? laterOf(last.until, next.until) : null;
    return [...done.slice(0, -1), { from: last.from, until }];
  }, []);
}

/**
 * The days of some ranges that are in none of the others.
 * | ranges | others   | left     |
 * | 1–9    | 3–5      | 1–3, 5–9 |
 * | 1–…    | 3–…      | 1–3      |
 * | 1–9    | 1–9      | none     |
 */
export const without = (ranges: readonly DayRange[], others: readonly DayRange[]): DayRange[] =>
  merged(others).reduce((left, other) => left.flatMap((one) => cut(one, other)), merged(ranges));

function cut(one: DayRange, away: DayRange): DayRange[] {
  if (!commonDays(one, away)) return [one];
  const before = one.from < away.from ? [{ from: one.from, until: away.from }] : [];
  const isOpenAfter = away.until !== null && (one.until === null || away.until < one.until);
  return isOpenAfter ? [...before, { from: away.until!, until: one.until }] : before;
}

/** The days between the first and the last range that are in none of them. */
export function holes(ranges: readonly DayRange[]): DayRange[] {
  const all = merged(ranges);
  return all.slice(1).map((next, index) => ({ from: all[index]!.until!, until: next.from }));
}

/** A range cut before each of some days, so that nothing changes within a part. */
export function cutAt(range: DayRange, days: Iterable<Day>): DayRange[] {
  const cuts = [...new Set(days)].filter((one) => one > range.from && contains(range, one)).sort();
  const starts = [range.from, ...cuts];
  return starts.map((from, index) => ({ from, until: starts[index + 1] ?? range.until }));
}
