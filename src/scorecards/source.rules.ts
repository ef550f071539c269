import type { Position } from "../people/position.entity";
import type { RoleScope } from "../people/role.entity";
import type { Training } from "../people/training.entity";
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
  readonly trainings: readonly Training[];
  /** Services of the client's other contracts; none where nobody under this contract answers for those. */
  readonly elsewhere: readonly ServiceElsewhere[];
}

/** A service of another contract of the same client, on the days of that contract's term. */
export interface ServiceElsewhere {
  readonly serviceId: string;
  readonly term: DayRange;
}

export const daysOfPosition = ({ validFrom, validUntil }: Pick<Position, "validFrom" | "validUntil">): DayRange => ({
  from: validFrom,
  until: validUntil,
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
  return together(members.flatMap((one) => ownSources(one, workforce, days)));
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
      return sourcesOfServices(workforce.serviceIds, days);
    case "trained":
      return sourcesOfTrainees(position, workforce).filter((one) => services.includes(one.serviceId));
    case "all":
      return [...sourcesOfServices(workforce.serviceIds, days), ...sourcesElsewhere(workforce, days)];
    case undefined:
      return [];
  }
}

/**
 * What the people trained did themselves, on days on which position, training and their own work meet. Whoever is
 * trained twice on a day counts once.
 */
function sourcesOfTrainees(position: Position, workforce: Workforce): Source[] {
  const { positions, scopeByRole, trainings } = workforce;
  const given = trainings.filter(({ trainerId }) => trainerId === position.personId);
  const sources = given.flatMap((training) => {
    const days = commonDays(daysOfPosition(training), daysOfPosition(position));
    const own = positions.filter(
      (one) => one.personId === training.traineeId && scopeByRole.get(one.roleCode) === "own",
    );
    const sources = days ? own.flatMap((one) => ownSources(one, workforce, days)) : [];
    return sources.filter(({ serviceId }) => training.serviceId === null || training.serviceId === serviceId);
  });
  return together(sources);
}

const sourcesElsewhere = ({ elsewhere }: Workforce, days: DayRange): Source[] =>
  elsewhere.flatMap(({ serviceId, term }) => {
    const common = commonDays(term, days);
    return common ? [{ serviceId, personId: null, days: common }] : [];
  });

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
export function together(sources: readonly Source[]): Source[] {
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
