import { aKpiAssignment } from "../assignments/kpi-assignment.builder";
import type { KpiAssignment } from "../assignments/kpi-assignment.entity";
import { HOUSE_KPI_SET } from "../assignments/house-kpi-set.rules";
import type { KpiSet } from "../assignments/kpi-set.entity";
import { aContract } from "../contracts/contract.builder";
import { aKpiUse } from "../contracts/kpi-use.builder";
import type { KpiUse } from "../contracts/kpi-use.entity";
import { aService } from "../contracts/service.builder";
import type { ObjectiveVersion } from "../objectives/objective-version.entity";
import { PLAIN_PROMISE } from "../objectives/objective.builder";
import type { Objective } from "../objectives/objective.entity";
import { aPosition } from "../people/position.builder";
import type { Position } from "../people/position.entity";
import type { RoleScope } from "../people/role.entity";
import { aTeam } from "../people/team.builder";
import { day, type Day } from "../shared/day";
import type { CascadeFinding } from "./cascade-finding";
import type { CascadeMaterial } from "./cascade-ground.rules";
import { cascadeFindings } from "./cascade.rules";

const ids = { clientId: "client", contractId: "contract" };
export const SCOPES: ReadonlyMap<string, RoleScope> = new Map<string, RoleScope>([
  ["agent", "own"],
  ["team-lead", "team"],
  ["quality-specialist", "service"],
  ["operations-manager", "contract"],
]);

/** The parts of a setup; tests break one of them. Days count from 1 January 2026. */
export interface Setup {
  positions: Position[];
  uses: KpiUse[];
  objectives: Objective[];
  versions: ObjectiveVersion[];
  assignments: KpiAssignment[];
  sets: KpiSet[];
  scopes: ReadonlyMap<string, RoleScope>;
  elsewhere: CascadeMaterial["elsewhere"];
  days: CascadeMaterial["days"];
  endsOn: Day | null;
}

const START = day("2026-01-01");
const services = [
  aService({ ...ids, id: "chat", code: "chat", channels: ["chat"] }),
  aService({ ...ids, id: "phone", code: "phone", channels: ["phone"] }),
];
const teams = [aTeam({ ...ids, id: "red", code: "red" })];

export const position = (parts: Partial<Position>): Position =>
  aPosition({ ...ids, personId: "anna", validFrom: START, ...parts });

export const use = (kpiCode: string, parts: Partial<KpiUse> = {}): KpiUse =>
  aKpiUse({ ...ids, kpiCode, validFrom: START, ...parts });

export const assignment = (roleCode: string, kpiCode: string, parts: Partial<KpiAssignment> = {}): KpiAssignment =>
  aKpiAssignment({ ...ids, contractId: null, roleCode, kpiCode, validFrom: START, ...parts });

export const set = (roleCode: string, parts: Partial<KpiSet> = {}): KpiSet => ({
  ...HOUSE_KPI_SET,
  ...{ clientId: "client", id: `set-${roleCode}`, roleCode, contractId: null, serviceId: null, version: 1 },
  ...{ validFrom: START, validUntil: null, recordedAt: new Date(0), supersededAt: null },
  ...parts,
});

export const objective = (parts: Partial<Objective> = {}): Objective => ({
  ...{ ...ids, id: "SL-1", serviceId: null, code: "SL-1", name: "Speed", kind: "measured", clause: "§ 1" },
  ...parts,
});

export const promise = (parts: Partial<ObjectiveVersion> = {}): ObjectiveVersion => ({
  ...{ clientId: "client", objectiveId: "SL-1", kpiCode: "SERVICE_LEVEL", dialect: null, parameters: {} },
  ...{ ...PLAIN_PROMISE, target: "0.8", minimum: null, measuredBy: "month", minSample: 0, version: 1 },
  ...{ validFrom: START, validUntil: null, recordedAt: new Date(0), supersededAt: null },
  ...parts,
});

/**
 * Anna and Bruno are agents in the red team, Carla leads it, Dario sees to quality, Elena manages. The service level is
 * promised, satisfaction and quality are in use; each is owned at each level, weights total 100.
 */
export const cleanSetup = (): Setup => ({
  positions: [
    position({ personId: "anna", teamId: "red" }),
    position({ personId: "bruno", teamId: "red" }),
    position({ personId: "carla", roleCode: "team-lead", teamId: "red" }),
    position({ personId: "dario", roleCode: "quality-specialist" }),
    position({ personId: "elena", roleCode: "operations-manager" }),
  ],
  uses: ["SERVICE_LEVEL", "CSAT", "QUALITY"].map((code) => use(code)),
  objectives: [objective(), objective({ id: "CSAT-1", code: "CSAT-1" })],
  versions: [promise(), promise({ objectiveId: "CSAT-1", kpiCode: "CSAT", target: "0.85" })],
  assignments: [
    ...["agent", "team-lead"].flatMap((role) => [
      assignment(role, "CSAT", { weight: "60", target: role === "agent" ? "0.9" : "0.88" }),
      assignment(role, "QUALITY", { weight: "40", target: "0.9" }),
    ]),
    ...["quality-specialist", "operations-manager"].flatMap((role) => [
      assignment(role, "QUALITY", { weight: "40", target: "0.85" }),
      assignment(role, "SERVICE_LEVEL", { weight: "30" }),
      assignment(role, "CSAT", { weight: "30" }),
    ]),
  ],
  sets: [],
  scopes: SCOPES,
  elsewhere: new Map(),
  days: { from: START, until: null },
  endsOn: null,
});

export function materialOf(setup: Setup): CascadeMaterial {
  const contract = aContract({
    clientId: "client",
    calendarId: "c",
    id: "contract",
    startsOn: START,
    endsOn: setup.endsOn,
  });
  const { positions, uses, objectives, versions, assignments, sets, scopes, elsewhere, days } = setup;
  const personCodes = new Map(positions.map(({ personId }) => [personId, personId]));
  const of = {
    contract,
    services,
    teams,
    positions,
    scopeByRole: scopes,
    uses,
    objectives,
    assignments,
    kpiSets: sets,
    calendars: [],
  };
  const definitions = { ...of, objectiveVersions: versions } as unknown as CascadeMaterial["definitions"];
  return { definitions, days, personCodes, elsewhere };
}

/** What is found in a clean setup after something was done to it. */
export function foundAfter(harm: (setup: Setup) => unknown): CascadeFinding[] {
  const setup = cleanSetup();
  harm(setup);
  return cascadeFindings(materialOf(setup));
}

/** Severity, code and message of what is found in a clean setup after something was done to it. */
export const told = (harm: (setup: Setup) => unknown): [string, string, string][] =>
  foundAfter(harm).map(({ severity, code, message }) => [severity, code, message]);

/** The assignment of a KPI to a role. */
export const assignmentOf = (setup: Setup, role: string, kpi: string): KpiAssignment =>
  setup.assignments.find((one) => one.roleCode === role && one.kpiCode === kpi)!;

/** Takes a role's assignments away: all, or that of one KPI. */
export function drop(setup: Setup, role: string, kpi?: string): void {
  setup.assignments = setup.assignments.filter(
    (one) => one.roleCode !== role || (kpi !== undefined && one.kpiCode !== kpi),
  );
}

/** The first position of a person. */
export const positionOf = (setup: Setup, personId: string): Position =>
  setup.positions.find((one) => one.personId === personId)!;
