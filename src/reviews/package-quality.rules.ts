import { isOpenOn } from "../contracts/calendar.rules";
import type { CalendarVersion } from "../contracts/calendar-version.entity";
import { contains } from "../shared/date-range";
import { addDays, earlierOf, type Day } from "../shared/day";
import type { Period } from "../shared/period";
import type { PackageDataQuality } from "./package-document";
import type { PackageMaterial, ServiceMaterial } from "./package-material.queries";

/** What arrived and what did not in the reviewed period; open days count as missing only once they are over. */
export function packageQuality(
  material: PackageMaterial,
  calendars: readonly CalendarVersion[],
  reviewed: { readonly period: Period; readonly today: Day },
): PackageDataQuality {
  const until = earlierOf(reviewed.period.until, reviewed.today);
  const gaps = material.services.map((service) => ({
    service: service.name,
    days: missingDays(service, calendars, { from: reviewed.period.from, until }),
  }));
  return {
    rowsAccepted: material.facts,
    rowsRejected: material.rejects.reduce((sum, { rows }) => sum + rows, 0),
    rejects: material.rejects,
    daysWithoutData: gaps.filter(({ days }) => days.length > 0),
    provisional: [...material.results, ...material.cards].some(({ state }) => state === "provisional"),
  };
}

function missingDays(
  service: ServiceMaterial,
  calendars: readonly CalendarVersion[],
  days: { readonly from: Day; readonly until: Day },
): Day[] {
  const present = new Set(service.daysWithData);
  const missing: Day[] = [];
  for (let on = days.from; on < days.until; on = addDays(on, 1)) {
    const calendar = calendars.find(
      (one) => one.calendarId === service.calendarId && contains({ from: one.validFrom, until: one.validUntil }, on),
    );
    if (calendar && isOpenOn(calendar, on) && !present.has(on)) missing.push(on);
  }
  return missing;
}
