import { rows, type Tx } from "../platform/database";
import { newId } from "../shared/ids";
import { addBusiness, businessBetween, dayEnd } from "./business-time.rules";
import { BusinessCalendar, type CalendarTerms } from "./business-calendar.rules";
import { businessIn, withoutPauses, type Pause } from "./business-pauses.rules";
import { CalendarVersion } from "./calendar-version.entity";
import { saveCalendar } from "./calendar.builder";
import { layOutWindows } from "./calendar-window.queries";

/** Business time by one of its two implementations, so that tests ask both the same. */
export interface BusinessClock {
  between(a: Date, b: Date): Promise<number>;
  add(start: Date, seconds: number): Promise<Date>;
  dayEnd(instant: Date): Promise<Date>;
  spent(a: Date, b: Date, pauses: readonly Pause[]): Promise<number>;
}

export function clockOfRules(versions: readonly CalendarTerms[]): BusinessClock {
  const calendar = new BusinessCalendar(versions);
  return {
    between: async (a, b) => businessBetween(a, b, calendar),
    add: async (start, seconds) => addBusiness(start, seconds, calendar),
    dayEnd: async (instant) => dayEnd(instant, calendar),
    spent: async (a, b, pauses) => businessIn(withoutPauses({ from: a, until: b }, pauses), calendar),
  };
}

/** Saves the calendar under a client, and asks the database. */
export async function clockOfSql(
  inTx: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>,
  { clientId, now }: { clientId: string; now: Date },
  versions: readonly CalendarTerms[],
): Promise<BusinessClock> {
  const calendarId = await inTx((tx) => saveVersions(tx, clientId, versions));
  await inTx((tx) => layOutWindows(tx, { clientId, calendarId }, now));
  const ask = <T>(call: string, ...params: unknown[]): Promise<T> =>
    inTx(async (tx) => {
      const [row] = await rows<{ answer: T }>(tx, `select ${call} as answer`, [clientId, calendarId, ...params]);
      return row!.answer;
    });
  return {
    between: (a, b) => ask("business_between($1, $2, $3, $4)", a, b),
    add: (start, seconds) => ask("business_add($1, $2, $3, $4)", start, seconds),
    dayEnd: (instant) => ask("business_day_end($1, $2, $3)", instant),
    spent: (a, b, pauses) =>
      ask(
        `business_in($1, $2, tstzmultirange(tstzrange($3, $4)) - coalesce((
           select range_agg(tstzrange(f, u)) from unnest($5::timestamptz[], $6::timestamptz[]) as p(f, u)), '{}'))`,
        ...[a, b, pauses.map(({ from }) => from), pauses.map(({ until }) => until)],
      ),
  };
}

/** A calendar of its own with these versions; its windows are not laid out yet. */
export async function saveVersions(tx: Tx, clientId: string, versions: readonly CalendarTerms[]): Promise<string> {
  const [first, ...others] = versions;
  const id = newId();
  await saveCalendar(tx, { clientId, id, code: id, ...first });
  const written = { clientId, calendarId: id, recordedAt: new Date(0), supersededAt: null };
  const rows = others.map((one, index) => ({ ...one, ...written, version: index + 2 }));
  if (rows.length > 0) await tx.insert(CalendarVersion, rows);
  return id;
}
