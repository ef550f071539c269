import { affected, rows, type Tx } from "../platform/database";
import { lockDefinitions } from "../platform/definitions/by-code";
import { BusinessCalendar, type CalendarTerms } from "./business-calendar.rules";
import { horizonOf, leastHorizonOf, windowRows, type WindowRow } from "./calendar-window.rules";

export interface CalendarKey {
  readonly clientId: string;
  readonly calendarId: string;
}

/** The versions believed now, compiled. */
export async function businessCalendarOf(tx: Tx, { clientId, calendarId }: CalendarKey): Promise<BusinessCalendar> {
  return new BusinessCalendar(await rows<CalendarTerms>(tx, VERSIONS, [clientId, calendarId]));
}

const VERSIONS = `
  select time_zone as "timeZone", windows, holidays, valid_from as "validFrom", valid_until as "validUntil"
    from calendar_version
   where client_id = $1 and calendar_id = $2 and superseded_at is null
   order by valid_from`;

/** Writes the windows of a calendar anew, from the versions believed now. */
export async function layOutWindows(tx: Tx, key: CalendarKey, now: Date): Promise<void> {
  const windows = windowRows(await businessCalendarOf(tx, key), horizonOf(now));
  const column = (name: keyof WindowRow) => windows.map((row) => row[name]);
  await rows(tx, "delete from calendar_window where client_id = $1 and calendar_id = $2", [
    key.clientId,
    key.calendarId,
  ]);
  await affected(tx, WRITE, [
    key.clientId,
    key.calendarId,
    column("startsAt"),
    column("endsAt"),
    column("secondsBefore"),
    column("dayEndsAt"),
  ]);
}

const WRITE = `
  insert into calendar_window (client_id, calendar_id, starts_at, ends_at, seconds_before, day_ends_at)
  select $1, $2, to_timestamp(starts_at), to_timestamp(ends_at), seconds_before, to_timestamp(day_ends_at)
    from unnest($3::float8[], $4::float8[], $5::bigint[], $6::float8[])
      as t(starts_at, ends_at, seconds_before, day_ends_at)`;

/** Lays out the windows of calendars that have none, or whose end draws near. Answers how many. */
export async function layOutDueWindows(tx: Tx, clientId: string, now: Date): Promise<number> {
  if ((await dueCalendars(tx, clientId, now)).length === 0) return 0;
  await lockDefinitions(tx, clientId);
  const due = await dueCalendars(tx, clientId, now);
  for (const calendarId of due) await layOutWindows(tx, { clientId, calendarId }, now);
  return due.length;
}

async function dueCalendars(tx: Tx, clientId: string, now: Date): Promise<string[]> {
  const due = await rows<{ id: string }>(tx, DUE, [clientId, leastHorizonOf(now)], "calendars-due-for-windows");
  return due.map(({ id }) => id);
}

const DUE = `
  select c.id from calendar c
   where c.client_id = $1
     and not exists (select from calendar_window w where w.client_id = $1 and w.calendar_id = c.id
                        and w.ends_at is null and w.starts_at >= $2)
   order by c.id`;
