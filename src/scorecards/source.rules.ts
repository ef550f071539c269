import type { Position } from "../people/position.entity";
import type { RoleScope } from "../people/role.entity";
import type { DayRange } from "../shared/date-range";
import { earlierOf, laterOf } from "../shared/day";
import { groupBy } from "../shared/group-by";

/** Daily measures that count for a subject: of one service, of one person (null: everybody's), on some days. */
export interface Source {
  readonly serviceId: string;
  readonly personId: string | null;
  readonly days: DayRange;
}

/** What decides where the figures of a contract's subjects come from. */
export interface Workforce {
  readonly serviceIds: readonly string[];
  readonly positions: readonly Position[];
  readonly scopeByRole: ReadonlyMap<string, RoleScope>;
}

export const daysOfPosition = (position: Position): DayRange => ({
  from: position.validFrom,
  until: position.validUntil,
});

/** The days in both ranges, or null. */
export function commonDays(a: DayRange, b: DayRange): DayRange | null {
  const from = laterOf(a.from, b.from);
  const until = a.until && b.until ? earlierOf(a.until, b.until) : (a.until ?? b.until);
  return until !== null && until <= from ? null : { from, until };
}

/** Everything done on the services. */
export const sourcesOfServices = (serviceIds: readonly string[], days: DayRange): Source[] =>
  serviceIds.map((serviceId) => ({ serviceId, personId: null, days }));

/**
 * What the people of a team did while they were in it (semantics R21): whoever leaves takes later work along and
 * leaves the earlier behind. Somebody in the team twice on one day counts once.
 */
export function sourcesOfTeam(teamId: string, workforce: Workforce, days: DayRange): Source[] {
  const members = workforce.positions.filter((one) => one.teamId === teamId);
  return merged(members.flatMap((one) => ownSources(one, workforce, days)));
}

/** What a position answers for, by the scope of its role, on the days it is held. */
export function sourcesOfPosition(position: Position, workforce: Workforce): Source[] {
  const days = daysOfPosition(position);
  const services = servicesOfPosition(position, workforce);
  switch (workforce.scopeByRole.get(position.roleCode)) {
    case "own":
      return ownSources(position, workforce, days);
    case "team":
      if (position.teamId === null) return [];
      return sourcesOfTeam(position.teamId, workforce, days).filter((one) => services.includes(one.serviceId));
    case "service":
      return sourcesOfServices(services, days);
    case "contract":
    case "all":
      return sourcesOfServices(workforce.serviceIds, days);
    case "trained":
    case undefined:
      return [];
  }
}

/** The services a position works on: the one it names, or every service of the contract. */
export const servicesOfPosition = (position: Position, { serviceIds }: Workforce): readonly string[] =>
  position.serviceId === null ? serviceIds : [position.serviceId];

function ownSources(position: Position, workforce: Workforce, days: DayRange): Source[] {
  const held = commonDays(daysOfPosition(position), days);
  if (!held) return [];
  const { personId } = position;
  return servicesOfPosition(position, workforce).map((serviceId) => ({ serviceId, personId, days: held }));
}

/** The same days without any of them twice for one person and service. */
function merged(sources: readonly Source[]): Source[] {
  const groups = groupBy(sources, (one) => `${one.serviceId}/${one.personId}`);
  return [...groups.values()].flatMap((group) => {
    const inOrder = [...group].sort((a, b) => (a.days.from < b.days.from ? -1 : 1));
    return inOrder.reduce<Source[]>((done, next) => joined(done, next), []);
  });
}

function joined(done: readonly Source[], next: Source): Source[] {
  const last = done.at(-1);
  if (!last || (last.days.until !== null && last.days.until < next.days.from)) return [...done, next];
  const until = last.days.until && next.days.until ? laterOf(last.days.until, next.days.until) : null;
  return [...done.slice(0, -1), { ...last, days: { from: last.days.from, until } }];
}
