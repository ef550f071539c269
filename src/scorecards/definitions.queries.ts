import { In, IsNull, LessThanOrEqual, MoreThan, type FindOptionsWhere } from "typeorm";
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

/** Everything agreed and decided that scorecards of a contract follow from, as it is or was believed. */
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

/** Whose definitions. */
export interface DefinitionsKey {
  readonly clientId: string;
  readonly contractId: string;
  /** As they were believed then; as they are believed now when left out. */
  readonly believedAt?: Date | null;
}

/** Ten statements, whatever the size of the contract. */
export async function loadDefinitions(tx: Tx, key: DefinitionsKey): Promise<ContractDefinitions> {
  const { clientId, contractId, believedAt = null } = key;
  const contract = await tx.findOneBy(Contract, { clientId, id: contractId });
  if (!contract) throw new NotFound("contract", contractId);
  const ofContract = { clientId, contractId };
  const roles = await tx.find(Role);
  const objectives = await tx.find(Objective, { where: ofContract, order: { code: "ASC" } });
  const believed = <T>(where: object): FindOptionsWhere<T>[] => believedOf<T>(where, believedAt);
  return {
    contract,
    services: await tx.find(Service, { where: ofContract, order: { id: "ASC" } }),
    teams: await tx.find(Team, { where: ofContract, order: { id: "ASC" } }),
    positions: await tx.find(Position, { where: believed<Position>(ofContract), order: { id: "ASC" } }),
    scopeByRole: new Map(roles.map(({ code, scope }) => [code, scope])),
    uses: await tx.find(KpiUse, { where: believed<KpiUse>(ofContract), order: { kpiCode: "ASC", id: "ASC" } }),
    objectives,
    objectiveVersions: await tx.find(ObjectiveVersion, {
      where: believed<ObjectiveVersion>({ clientId, objectiveId: In(objectives.map(({ id }) => id)) }),
    }),
    assignments: await tx.find(KpiAssignment, {
      where: [
        ...believed<KpiAssignment>(ofContract),
        ...believed<KpiAssignment>({ clientId: In([clientId, NIL_ID]), contractId: IsNull() }),
      ],
      order: { kpiCode: "ASC", id: "ASC" },
    }),
    calendars: await tx.find(CalendarVersion, { where: believed<CalendarVersion>({ clientId }) }),
  };
}

/** Versions believed now (null) or at an instant. */
const believedOf = <T>(where: object, at: Date | null): FindOptionsWhere<T>[] =>
  (at === null
    ? [{ ...where, supersededAt: IsNull() }]
    : [
        { ...where, recordedAt: LessThanOrEqual(at), supersededAt: IsNull() },
        { ...where, recordedAt: LessThanOrEqual(at), supersededAt: MoreThan(at) },
      ]) as unknown as FindOptionsWhere<T>[];
