import { DateTime } from "luxon";
import type { CalendarTerms } from "./business-calendar.rules";

const MINUTE = 60_000;

/** Whether the clock on the wall reads a time within a window: slow and simple, to check the fast ways by. */
export function isOpenAt(versions: readonly CalendarTerms[], instant: number): boolean {
  return versions.some(({ timeZone, windows, holidays, validFrom, validUntil }) => {
    const local = DateTime.fromMillis(instant, { zone: timeZone });
    const [on, time] = [local.toISODate()!, local.toFormat("HH:mm")];
    if (on < validFrom || (validUntil !== null && on >= validUntil)) return false;
    const holiday = holidays.find((one) => one.on === on);
    const today = holiday ? holiday.windows : windows.filter(({ weekday }) => weekday === local.weekday);
    return today.some(({ from, until }) => from <= time && time < until);
  });
}

/** Open minutes, one by one; the ends on full minutes. */
export function openMinutes(versions: readonly CalendarTerms[], from: number, until: number): number {
  let open = 0;
  for (let at = from; at < until; at += MINUTE) if (isOpenAt(versions, at)) open += 1;
  return open;
}

/** When the business day of an instant closes, minute by minute, within some days; null when nothing opens in them. */
export function plainDayEnd(versions: readonly CalendarTerms[], instant: number): number | null {
  const zone = versions[0]!.timeZone;
  const dayAt = (at: number) => DateTime.fromMillis(at, { zone }).toISODate();
  let at = instant;
  while (!isOpenAt(versions, at)) if ((at += MINUTE) > instant + 4 * 1440 * MINUTE) return null;
  const today = dayAt(at);
  let closes = at;
  for (const end = at + 28 * 60 * MINUTE; at < end; at += MINUTE)
    if (dayAt(at) === today && isOpenAt(versions, at)) closes = at + MINUTE;
  return closes;
}
