import type { Tx } from "../platform/database";
import { day } from "../shared/day";
import { newId } from "../shared/ids";
import { CalendarVersion } from "./calendar-version.entity";
import { Calendar } from "./calendar.entity";

type CalendarParts = Partial<Omit<CalendarVersion, "clientId" | "calendarId">> &
  Partial<Calendar> & { readonly clientId: string };

/** A calendar with one version: Monday to Friday, 09:00 to 18:00 in Rome, without holidays. */
export async function saveCalendar(tx: Tx, parts: CalendarParts): Promise<Calendar> {
  const { clientId, id = newId(), code = "office-hours", name = "Office hours", ...terms } = parts;
  const calendar = Object.assign(new Calendar(), { clientId, id, code, name });
  await tx.insert(Calendar, calendar);
  await tx.insert(CalendarVersion, {
    clientId,
    calendarId: id,
    timeZone: "Europe/Rome",
    windows: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: "09:00", until: "18:00" })),
    holidays: [],
    version: 1,
    validFrom: day("2020-01-01"),
    validUntil: null,
    recordedAt: new Date("2020-01-01T00:00:00Z"),
    supersededAt: null,
    ...terms,
  });
  return calendar;
}
