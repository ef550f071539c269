import type { Service } from "../contracts/service.entity";
import { isLive } from "../kpis/channel-kind.rules";
import type { KpiDefinition } from "../kpis/kpi-definition";
import { requireKpi } from "../kpis/kpi-in-use.rules";
import type { Found, FindingCode, Severity } from "./cascade-finding";
import type { Ground } from "./cascade-ground.rules";
import { LEVEL_OF, type Level, type ServiceDays } from "./service-days.rules";

/** Whether every KPI that is promised or in use at a service is answered for, at each level that can influence it. */
export const ownershipFindings = (ground: Ground, all: readonly ServiceDays[]): Found[] =>
  all.flatMap((at) => demandsOf(ground, at).flatMap((demand) => unowned(demand, at)));

/** A KPI that somebody must answer for. */
interface Demand {
  readonly kpi: KpiDefinition;
  /** Code of an objective; null: it is in use only. */
  readonly promisedBy: string | null;
}

function demandsOf(ground: Ground, { service, days }: ServiceDays): Demand[] {
  const promises = ground.objectivesOn(service.id, days.from);
  const promisedBy = new Map(promises.map(({ kpi, objective }) => [kpi.kpiCode, objective.code]));
  const used = ground.usesOn(service.id, days.from).map(({ kpiCode }) => kpiCode);
  return [...new Set([...promisedBy.keys(), ...used])]
    .map((code) => ({ kpi: requireKpi(code), promisedBy: promisedBy.get(code) ?? null }))
    .filter(({ kpi }) => isMeasurable(kpi, service));
}

/** Without live channels there is nobody who waits. */
const isMeasurable = ({ channels }: KpiDefinition, service: Service): boolean =>
  channels !== "live" || service.channels.length === 0 || service.channels.some(isLive);

const NOBODY: Readonly<Record<Level, string>> = {
  contract: "nobody who answers for the whole contract",
  service: "nobody who answers for the service",
  "front line": "nobody of the front line (own work, a team, or people trained)",
};

const CODES: Readonly<Record<Level, FindingCode>> = {
  contract: "KPI_WITHOUT_CONTRACT_OWNER",
  service: "KPI_WITHOUT_SERVICE_OWNER",
  "front line": "KPI_WITHOUT_FRONT_LINE_OWNER",
};

function unowned({ kpi, promisedBy }: Demand, at: ServiceDays): Found[] {
  const { service, days, present } = at;
  const owners = present.filter(({ assignments }) => assignments.some((one) => one.kpiCode === kpi.code));
  const wanted = promisedBy === null ? `${kpi.code} is in use` : `${kpi.code} is promised by objective ${promisedBy}`;
  const found = (code: FindingCode, severity: Severity, nobody: string): Found => ({
    ...{ code, severity, about: { kpiCode: kpi.code }, serviceId: service.id, days },
    says: `${wanted}, but ${nobody} has it in the set of the role`,
    remedy: `Assign ${kpi.code} to a role that somebody holds there; with weight 0 it informs without being scored.`,
  });
  if (owners.length === 0)
    return [found("KPI_WITHOUT_OWNER", promisedBy === null ? "warning" : "error", "nobody at any level")];
  const owned = new Set(owners.map(({ post }) => LEVEL_OF[post.scope]));
  return levelsOf(kpi, at)
    .filter((level) => !owned.has(level))
    .map((level) => found(CODES[level], severityAt(level, promisedBy), NOBODY[level]));
}

/** Whoever answers for the contract answers for the service as well: that a level between is left out is only noted. */
const severityAt = (level: Level, promisedBy: string | null): Severity =>
  promisedBy === null || level === "service" ? "note" : "warning";

/** The levels that can influence a KPI. Between contract and front line only those that anybody holds a role at. */
function levelsOf({ judges }: KpiDefinition, { present }: ServiceDays): Level[] {
  const isStaffed = (level: Level): boolean => present.some(({ post }) => LEVEL_OF[post.scope] === level);
  return [
    ...(judges.includes("contract") ? (["contract"] as const) : []),
    ...(judges.includes("service") && isStaffed("service") ? (["service"] as const) : []),
    ...((judges.includes("position") || judges.includes("team")) && isStaffed("front line")
      ? (["front line"] as const)
      : []),
  ];
}
