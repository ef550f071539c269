import { secondOf, joined, type BusinessCalendar, type Stretch } from "./business-calendar.rules";
import { addBusiness, businessBetween } from "./business-time.rules";

/** Time that does not count, as waiting for the customer: half-open; `until` null while it lasts. */
export interface Pause {
  readonly from: Date;
  readonly until: Date | null;
}

export interface Span {
  readonly from: Date;
  readonly until: Date;
}

/**
 * What remains of a span without its pauses, in order. Pauses may overlap, lie outside, or still last.
 * | span        | pauses                     | remains                  |
 * | 10:00–12:00 | 10:30–11:00, 10:45–11:15   | 10:00–10:30, 11:15–12:00 |
 * | 10:00–12:00 | 11:00–                     | 10:00–11:00              |
 * | 10:00–12:00 | 09:00–09:30, 11:00–11:00   | 10:00–12:00              |
 */
export function withoutPauses(span: Span, pauses: readonly Pause[]): Span[] {
  const remaining: Span[] = [];
  let from = secondOf(span.from);
  for (const pause of inOrder(pauses)) {
    remaining.push(...spanOf(from, Math.min(pause.from, secondOf(span.until))));
    from = Math.max(from, pause.until);
  }
  return [...remaining, ...spanOf(from, secondOf(span.until))];
}

/** Open seconds within spans that do not overlap; pauses outside hours take nothing away. */
export const businessIn = (spans: readonly Span[], calendar: BusinessCalendar): number =>
  spans.reduce((sum, { from, until }) => sum + businessBetween(from, until, calendar), 0);

/** Seconds within spans that do not overlap, on any clock. */
export const elapsedIn = (spans: readonly Span[]): number =>
  spans.reduce((sum, { from, until }) => sum + secondOf(until) - secondOf(from), 0);

export interface Allowance {
  readonly start: Date;
  /** Open seconds allowed. */
  readonly seconds: number;
  readonly pauses: readonly Pause[];
}

/**
 * When an allowance is used up, pauses not counted; null while a pause lasts before that, because nobody knows.
 * | 10:00–18:00, 2 h from Thu 15:00 | due          |
 * | no pause                        | Thu 17:00    |
 * | paused 15:30–16:30              | Thu 18:00    |
 * | paused 15:30–16:30:01           | Fri 10:00:01 |
 * | paused 19:00–23:00              | Thu 17:00    |
 * | paused from 15:30 on            | null         |
 */
export function deadline({ start, seconds, pauses }: Allowance, calendar: BusinessCalendar): Date | null {
  let [from, left] = [secondOf(start), seconds];
  for (const pause of inOrder(pauses).filter(({ until }) => until > from)) {
    const due = addBusiness(atSecond(from), left, calendar);
    if (secondOf(due) <= Math.max(pause.from, from)) return due;
    if (pause.from > from) left -= businessBetween(atSecond(from), atSecond(pause.from), calendar);
    from = pause.until;
    if (from === Infinity) return null;
  }
  return addBusiness(atSecond(from), left, calendar);
}

/** Pauses in seconds, as one where they touch or overlap. */
const inOrder = (pauses: readonly Pause[]): Stretch[] =>
  joined(
    pauses
      .map(({ from, until }) => ({ from: secondOf(from), until: until ? secondOf(until) : Infinity }))
      .filter(({ from, until }) => from < until),
  );

const spanOf = (from: number, until: number): Span[] =>
  from < until ? [{ from: atSecond(from), until: atSecond(until) }] : [];

const atSecond = (second: number): Date => new Date(second * 1000);
