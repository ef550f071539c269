import { BusinessCalendar } from "../../contracts/business-calendar.rules";
import { calendarTermsSchema } from "../../contracts/calendar.schema";
import { parseInput } from "../../shared/input";
import type { PlainCalendarArgs } from "./plain-calendar.type";

/** Before and after all that is asked about. */
const ALWAYS = { validFrom: "1900-01-01", validUntil: null } as const;

/** A calendar of one version, checked as those of contracts are; every problem at once. */
export function readCalendar({ timeZone, windows, holidays }: PlainCalendarArgs): BusinessCalendar {
  const week: Record<string, string[]> = {};
  for (const one of windows) week[one.weekdays] = [...(week[one.weekdays] ?? []), ...one.windows];
  return new BusinessCalendar([parseInput(calendarTermsSchema, { ...ALWAYS, timeZone, windows: week, holidays })]);
}
