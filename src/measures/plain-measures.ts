import { amountOfFact, countsFact } from "../kpis/measure-fact.rules";
import type { ContactFacts, Measure, MeasureInUse, SurveyFacts } from "../kpis/measure-definition";
import { NIL_ID } from "../shared/ids";
import { slotKey } from "./slots.rules";

/**
 * Daily measures in plain code, written apart from the SQL: one fact after the other, every day worked out anew from
 * its instant. For the double-entry test; slow on purpose.
 */
export interface PlainFact {
  readonly externalId: string;
  readonly serviceId: string;
  readonly zone: string;
  readonly channel: string;
  readonly personId: string | null;
}

export interface PlainContact extends PlainFact, Omit<ContactFacts, "lastAt" | "previousLastAt" | "nextOfferedAt"> {
  readonly reason: string | null;
  readonly answeredAt: number | null;
  readonly endedAt: number | null;
}

export interface PlainSurvey extends PlainFact, SurveyFacts {
  readonly surveyedAt: number;
  readonly closedAt: number | null;
}

/** Row (stream/service/day/channel/person) → sums by slot key. */
export type PlainRows = Map<string, Map<string, number>>;

export function plainRows(
  contacts: readonly PlainContact[],
  surveys: readonly PlainSurvey[],
  measures: readonly MeasureInUse[],
): PlainRows {
  const book = new Book();
  for (const contact of withNeighbours(contacts)) bookContact(book, contact, measures);
  for (const survey of surveys) bookSurvey(book, survey, measures);
  return book.rows;
}

class Book {
  readonly rows: PlainRows = new Map();

  row({ serviceId, channel, personId }: PlainFact, stream: string, day: string): Map<string, number> {
    const key = [stream, serviceId, day, channel, personId ?? NIL_ID].join("/");
    const found = this.rows.get(key) ?? new Map<string, number>();
    this.rows.set(key, found);
    return found;
  }
}

function bookContact(book: Book, contact: PlainContact & ContactFacts, measures: readonly MeasureInUse[]): void {
  const days: Record<string, string> = {
    offered: localDay(contact.offeredAt, contact.zone),
    answered: localDay(contact.answeredAt ?? contact.offeredAt, contact.zone),
    ended: localDay(contact.lastAt, contact.zone),
  };
  book.row(contact, "contact", days.offered!);
  if (contact.outcome === "answered") for (const day of Object.values(days)) book.row(contact, "contact", day);
  for (const use of measures) {
    if (use.measure.stream !== "contact" || !countsFact(use, contact)) continue;
    const later = use.measure.attribution === "chain" ? (use.parameters.repeatDays ?? 0) : null;
    const day = later === null ? days[use.measure.attribution]! : plusDays(days.ended!, later);
    add(book.row(contact, "contact", day), use, amountOfFact(use, contact));
  }
}

function bookSurvey(book: Book, survey: PlainSurvey, measures: readonly MeasureInUse[]): void {
  const surveyed = localDay(survey.surveyedAt, survey.zone);
  const closed = localDay(survey.closedAt ?? survey.surveyedAt, survey.zone);
  for (const day of [surveyed, closed]) book.row(survey, "survey", day);
  for (const use of measures) {
    if (use.measure.stream !== "survey" || !countsFact(use, survey)) continue;
    const day = use.measure.attribution === "closed" ? closed : surveyed;
    add(book.row(survey, "survey", day), use, amountOfFact(use, survey));
  }
}

function add(row: Map<string, number>, use: { measure: Measure; parameters: MeasureInUse["parameters"] }, by: number) {
  row.set(slotKey(use), (row.get(slotKey(use)) ?? 0) + by);
}

/** Contacts of one customer and reason stand in a line; each is told when the one before ended and the next began. */
export function withNeighbours(contacts: readonly PlainContact[]): (PlainContact & ContactFacts)[] {
  const last = (one: PlainContact | undefined): number | null =>
    one ? (one.endedAt ?? one.answeredAt ?? one.offeredAt) : null;
  return contacts.map((one) => {
    const line = contacts
      .filter((other) => other.outcome === "answered" && other.customerRef !== null)
      .filter((other) => other.customerRef === one.customerRef && other.reason === one.reason)
      .sort((a, b) => a.offeredAt - b.offeredAt || (a.externalId < b.externalId ? -1 : 1));
    const at = line.indexOf(one);
    const nextOfferedAt = at < 0 ? null : (line[at + 1]?.offeredAt ?? null);
    return { ...one, lastAt: last(one)!, nextOfferedAt, previousLastAt: last(at < 0 ? undefined : line[at - 1]) };
  });
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The local day of an instant, by the platform's own calendar. */
export function localDay(instant: number, zone: string): string {
  const format = formats.get(zone) ?? new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short" });
  formats.set(zone, format);
  return format.format(instant);
}

function plusDays(day: string, days: number): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10);
}
