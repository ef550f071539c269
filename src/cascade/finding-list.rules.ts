import type { Service } from "../contracts/service.entity";
import type { DayRange } from "../shared/date-range";
import { addDays } from "../shared/day";
import { groupBy } from "../shared/group-by";
import type { CascadeFinding, Found, Severity } from "./cascade-finding";
import { merged } from "./days.rules";

/** Where and when was looked. */
export interface Looked {
  readonly services: readonly Pick<Service, "id" | "code">[];
  readonly days: DayRange;
}

/**
 * What was found stretch by stretch, put together: days that follow each other become one range, places with the same
 * days one finding. The worst come first, then by code, message and days.
 */
export function findingList(found: readonly Found[], looked: Looked): CascadeFinding[] {
  const onDays = [...groupBy(found, (one) => `${textOf(one)}/${one.serviceId}`).values()].flatMap((group) =>
    merged(group.map(({ days }) => days)).map((days): Found => ({ ...group[0]!, days })),
  );
  const together = groupBy(onDays, (one) => `${textOf(one)}/${one.days.from}/${one.days.until}`);
  return [...together.values()].map((group) => findingOf(group, looked)).sort(byWeight);
}

const textOf = ({ code, severity, about, says }: Found): string => JSON.stringify([code, severity, about, says]);

function findingOf(group: readonly Found[], { services }: Looked): CascadeFinding {
  const { code, severity, about, says, days, remedy } = group[0]!;
  const ids = new Set(group.map(({ serviceId }) => serviceId));
  const places = services.filter(({ id }) => ids.has(id));
  const isEverywhere = ids.has(null) || (places.length === services.length && services.length > 1);
  const where = isEverywhere ? " on every service" : places.length > 0 ? ` on ${listed(places)}` : "";
  const message = `${says}:${where}${whenText(days)}.`;
  return { code, severity, message, remedy, days, about: { ...about, serviceIds: places.map(({ id }) => id) } };
}

const MOST_NAMED = 5;
const listed = (places: readonly { readonly code: string }[]): string => {
  const named = places.slice(0, MOST_NAMED).map(({ code }) => code);
  const rest = places.length - named.length;
  return rest > 0 ? `${named.join(", ")} and ${rest} more` : named.join(", ");
};

/**
 * | days                     | text                              |
 * | 1 June until 2 June      | on 2026-06-01                     |
 * | 1 June until 1 July      | from 2026-06-01 to 2026-06-30     |
 * | 1 June, open             | from 2026-06-01 on                |
 */
function whenText({ from, until }: DayRange): string {
  if (until === null) return ` from ${from} on`;
  const last = addDays(until, -1);
  return last === from ? ` on ${from}` : ` from ${from} to ${last}`;
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

const byWeight = (a: CascadeFinding, b: CascadeFinding): number =>
  RANK[a.severity] - RANK[b.severity] ||
  compared(a.code, b.code) ||
  compared(a.message, b.message) ||
  compared(a.days.from, b.days.from);

const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
