import type { JudgedKind, SubjectKind } from "../kpis/kpi-definition";
import type { Position } from "../people/position.entity";
import type { RoleScope } from "../people/role.entity";
import type { DayRange } from "../shared/date-range";
import type { ContractDefinitions } from "./definitions.queries";
import type { PositionVersion } from "./scorecard.entity";
import {
  commonDays,
  daysOfPosition,
  servicesOfPosition,
  sourcesOfPosition,
  sourcesOfServices,
  sourcesOfTeam,
  type Source,
  type Workforce,
} from "./source.rules";

/** Whose figures are computed, and from what. */
export interface Subject {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly serviceId: string | null;
  readonly teamId: string | null;
  readonly personId: string | null;
  readonly roleCode: string | null;
  /** Days on which the subject exists within the term of the contract. */
  readonly days: DayRange;
  /** The services whose feeds decide how trustworthy the figures are. */
  readonly serviceIds: readonly string[];
  /** Of a person's whole those in positions of other periods: its items say what counts in this one. */
  readonly sources: readonly Source[];
  /** What the role of a position answers for; null for everything else. */
  readonly scope: RoleScope | null;
  /** As whom a KPI must be allowed to judge: somebody who answers for a service is judged as the service is. */
  readonly judgedAs: JudgedKind;
  /** Versions of the positions whose work counts. */
  readonly positions: readonly PositionVersion[];
  /** Of a person's whole: own-work positions held in the period, the one held last at the end; empty otherwise. */
  readonly parts: readonly Subject[];
}

const NOBODY = { serviceId: null, teamId: null, personId: null, roleCode: null, scope: null, positions: [], parts: [] };

const versionOf = ({ id, version }: Position): PositionVersion => ({ id, version });

export const JUDGED_AS: Readonly<Record<RoleScope, JudgedKind>> = {
  own: "position",
  team: "team",
  trained: "team",
  service: "service",
  contract: "contract",
  all: "contract",
};

/** Every subject of a contract: itself, its services, its teams, and the positions held under it. */
export function subjectsOf(definitions: ContractDefinitions): Subject[] {
  const { contract, services, teams, positions } = definitions;
  const term: DayRange = { from: contract.startsOn, until: contract.endsOn };
  const workforce = workforceOf(definitions);
  return [
    subjectOfContract(contract.id, workforce, term),
    ...services.map((one) => subjectOfService(one.id, term)),
    ...teams.map((one) => subjectOfTeam(one.id, workforce, term)),
    ...positions.flatMap((one) => subjectOfPosition(one, workforce, term)),
  ];
}

const workforceOf = ({ services, positions, scopeByRole, trainings, elsewhere }: ContractDefinitions): Workforce => ({
  serviceIds: services.map(({ id }) => id),
  positions,
  scopeByRole,
  trainings,
  elsewhere: elsewhere.map(({ service, contract }) => ({
    serviceId: service.id,
    term: { from: contract.startsOn, until: contract.endsOn },
  })),
});

const subjectOfContract = (id: string, { serviceIds }: Workforce, days: DayRange): Subject => ({
  ...NOBODY,
  kind: "contract",
  id,
  days,
  serviceIds,
  sources: sourcesOfServices(serviceIds, days),
  judgedAs: "contract",
});

const subjectOfService = (id: string, days: DayRange): Subject => ({
  ...NOBODY,
  kind: "service",
  id,
  serviceId: id,
  days,
  serviceIds: [id],
  sources: sourcesOfServices([id], days),
  judgedAs: "service",
});

/** A team belongs to a service when all who were ever in it for their own work (not to lead it) are on that one. */
function subjectOfTeam(id: string, workforce: Workforce, days: DayRange): Subject {
  const everybody = workforce.positions.filter((one) => one.teamId === id);
  const workers = everybody.filter((one) => workforce.scopeByRole.get(one.roleCode) === "own");
  const members = workers.length > 0 ? workers : everybody;
  const serviceIds = [...new Set(members.flatMap((one) => servicesOfPosition(one, workforce)))].sort();
  const serviceId = serviceIds.length === 1 ? serviceIds[0]! : null;
  const sources = sourcesOfTeam(id, workforce, days);
  const held = { positions: everybody.map(versionOf), serviceId, serviceIds };
  return { ...NOBODY, ...held, kind: "team", id, teamId: id, days, sources, judgedAs: "team" };
}

function subjectOfPosition(position: Position, workforce: Workforce, term: DayRange): Subject[] {
  const { id, serviceId, teamId, personId, roleCode } = position;
  const days = commonDays(daysOfPosition(position), term);
  const scope = workforce.scopeByRole.get(roleCode);
  if (!days || !scope) return [];
  const serviceIds = servicesAnsweredFor(position, scope, workforce);
  const sources = sourcesOfPosition(position, workforce);
  const holder = { serviceId, teamId, personId, roleCode, scope, positions: [versionOf(position)], parts: [] };
  return [{ ...holder, kind: "position", id, days, serviceIds, sources, judgedAs: JUDGED_AS[scope] }];
}

function servicesAnsweredFor(position: Position, scope: RoleScope, workforce: Workforce): readonly string[] {
  if (scope === "contract") return workforce.serviceIds;
  if (scope === "all") return [...workforce.serviceIds, ...workforce.elsewhere.map(({ serviceId }) => serviceId)];
  return servicesOfPosition(position, workforce);
}
