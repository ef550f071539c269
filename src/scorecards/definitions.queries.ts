import { In, IsNull } from "typeorm";
import { KpiAssignment } from "../assignments/kpi-assignment.entity";
import { CalendarVersion } from "../contracts/calendar-version.entity";
import { Contract } from "../contracts/contract.entity";
import { KpiUse } from "../contracts/kpi-use.entity";
import { Service } from "../contracts/service.entity";
import { ObjectiveVersion } from "../objectives/objective-version.entity";
import { Objective } from "../objectives/objective.entity";
import { Position } from "../people/position.entity";
import { Role, type RoleScope } from "../people/role.entity";
import { Team } from "../people/team.entity";
import type { Tx } from "../platform/database";
import { NotFound } from "../shared/errors";
import { NIL_ID } from "../shared/ids";

/** Everything agreed and decided that scorecards of a contract follow from, as it is believed now. */
export interface ContractDefinitions {
  readonly contract: Contract;
  readonly services: readonly Service[];
  readonly teams: readonly Team[];
  readonly positions: readonly Position[];
  readonly scopeByRole: ReadonlyMap<string, RoleScope>;
  readonly uses: readonly KpiUse[];
  readonly objectives: readonly Objective[];
  readonly objectiveVersions: readonly ObjectiveVersion[];
  /** Of this contract, of the client, and of the whole house. */
  readonly assignments: readonly KpiAssignment[];
  readonly calendars: readonly CalendarVersion[];
}

/** Ten statements, whatever the size of the contract. */
export async function loadDefinitions(tx: Tx, clientId: string, contractId: string): Promise<ContractDefinitions> {
  const contract = await tx.findOneBy(Contract, { clientId, id: contractId });
  if (!contract) throw new NotFound("contract", contractId);
  const ofContract = { clientId, contractId };
  const believed = { supersededAt: IsNull() };
  const roles = await tx.find(Role);
  const objectives = await tx.find(Objective, { where: ofContract, order: { code: "ASC" } });
  return {
    contract,
    services: await tx.find(Service, { where: ofContract, order: { id: "ASC" } }),
    teams: await tx.find(Team, { where: ofContract, order: { id: "ASC" } }),
    positions: await tx.find(Position, { where: { ...ofContract, ...believed }, order: { id: "ASC" } }),
    scopeByRole: new Map(roles.map(({ code, scope }) => [code, scope])),
    uses: await tx.find(KpiUse, { where: { ...ofContract, ...believed }, order: { kpiCode: "ASC", id: "ASC" } }),
    objectives,
    objectiveVersions: await tx.findBy(ObjectiveVersion, {
      ...{ clientId, objectiveId: In(objectives.map(({ id }) => id)) },
      ...believed,
    }),
    assignments: await assignmentsFor(tx, clientId, contractId),
    calendars: await tx.findBy(CalendarVersion, { clientId, ...believed }),
  };
}

const assignmentsFor = (tx: Tx, clientId: string, contractId: string): Promise<KpiAssignment[]> =>
  tx.find(KpiAssignment, {
    where: [
      { clientId, contractId, supersededAt: IsNull() },
      { clientId: In([clientId, NIL_ID]), contractId: IsNull(), supersededAt: IsNull() },
    ],
    order: { kpiCode: "ASC", id: "ASC" },
  });
