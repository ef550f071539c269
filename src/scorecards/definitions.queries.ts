import { In, IsNull, LessThanOrEqual, MoreThan, Not, type FindOptionsWhere } from "typeorm";
import { KpiAssignment } from "../assignments/kpi-assignment.entity";
import { KpiSet } from "../assignments/kpi-set.entity";
import { amendmentsOf, type BelievedAmendment } from "../contracts/amendment.lookups";
import { CalendarVersion } from "../contracts/calendar-version.entity";
import { Contract } from "../contracts/contract.entity";
import { KpiUse } from "../contracts/kpi-use.entity";
import { Service } from "../contracts/service.entity";
import { ObjectiveVersion } from "../objectives/objective-version.entity";
import { Objective } from "../objectives/objective.entity";
import { Position } from "../people/position.entity";
import { Role, type RoleScope } from "../people/role.entity";
import { Team } from "../people/team.entity";
import { Training } from "../people/training.entity";
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
  readonly trainings: readonly Training[];
  /** Services of the client's other contracts, where some role of a position answers for all; empty otherwise. */
  readonly elsewhere: readonly ServiceOfContract[];
  readonly uses: readonly KpiUse[];
  readonly objectives: readonly Objective[];
  readonly objectiveVersions: readonly ObjectiveVersion[];
  /** Those of the contract, where any objective cites one; empty otherwise. */
  readonly amendments: readonly BelievedAmendment[];
  /** Of this contract, of the client, and of the whole house. */
  readonly assignments: readonly KpiAssignment[];
  readonly kpiSets: readonly KpiSet[];
  readonly calendars: readonly CalendarVersion[];
}

export interface ServiceOfContract {
  readonly service: Service;
  readonly contract: Contract;
}

/** Whose definitions. */
export interface DefinitionsKey {
  readonly clientId: string;
  readonly contractId: string;
  /** As they were believed then; as they are believed now when left out. */
  readonly believedAt?: Date | null;
}

/**
 * Twelve statements, whatever the size of the contract; two more where somebody answers for all contracts, and one where
 * objectives were amended.
 */
export async function loadDefinitions(tx: Tx, key: DefinitionsKey): Promise<ContractDefinitions> {
  const { clientId, contractId, believedAt = null } = key;
  const contract = await tx.findOneBy(Contract, { clientId, id: contractId });
  if (!contract) throw new NotFound("contract", contractId);
  const ofContract = { clientId, contractId };
  const ofEveryContract = { clientId: In([clientId, NIL_ID]), contractId: IsNull() };
  const roles = await tx.find(Role);
  const objectives = await tx.find(Objective, { where: ofContract, order: { code: "ASC" } });
  const believed = <T>(where: object): FindOptionsWhere<T>[] => believedOf<T>(where, believedAt);
  const positions = await tx.find(Position, { where: believed<Position>(ofContract), order: { id: "ASC" } });
  const scopeByRole = new Map(roles.map(({ code, scope }) => [code, scope]));
  const answersForAll = positions.some(({ roleCode }) => scopeByRole.get(roleCode) === "all");
  const objectiveVersions = await tx.find(ObjectiveVersion, {
    where: believed<ObjectiveVersion>({ clientId, objectiveId: In(objectives.map(({ id }) => id)) }),
  });
  return {
    contract,
    services: await tx.find(Service, { where: ofContract, order: { id: "ASC" } }),
    teams: await tx.find(Team, { where: ofContract, order: { id: "ASC" } }),
    positions,
    scopeByRole,
    trainings: await tx.find(Training, { where: believed<Training>(ofContract), order: { id: "ASC" } }),
    elsewhere: answersForAll ? await servicesElsewhere(tx, contract) : [],
    uses: await tx.find(KpiUse, { where: believed<KpiUse>(ofContract), order: { kpiCode: "ASC", id: "ASC" } }),
    objectives,
    objectiveVersions,
    amendments: areAmended(objectiveVersions) ? await amendmentsOf(tx, contract, believedAt) : [],
    assignments: await tx.find(KpiAssignment, {
      where: believed<KpiAssignment>(ofContract).concat(believed(ofEveryContract)),
      order: { kpiCode: "ASC", id: "ASC" },
    }),
    kpiSets: await tx.find(KpiSet, {
      where: believed<KpiSet>(ofContract).concat(believed(ofEveryContract)),
      order: { id: "ASC" },
    }),
    calendars: await tx.find(CalendarVersion, { where: believed<CalendarVersion>({ clientId }) }),
  };
}

const areAmended = (versions: readonly ObjectiveVersion[]): boolean =>
  versions.some(({ amendmentId }) => amendmentId !== null);

/** The services of a client's other contracts, with those. */
async function servicesElsewhere(tx: Tx, { clientId, id }: Contract): Promise<ServiceOfContract[]> {
  const contracts = await tx.find(Contract, { where: { clientId, id: Not(id) } });
  const services = await tx.find(Service, { where: { clientId, contractId: Not(id) }, order: { id: "ASC" } });
  const byId = new Map(contracts.map((one) => [one.id, one]));
  return services.flatMap((service) => {
    const contract = byId.get(service.contractId);
    return contract ? [{ service, contract }] : [];
  });
}

/** Versions believed now (null) or at an instant. */
const believedOf = <T>(where: object, at: Date | null): FindOptionsWhere<T>[] =>
  (at === null
    ? [{ ...where, supersededAt: IsNull() }]
    : [
        { ...where, recordedAt: LessThanOrEqual(at), supersededAt: IsNull() },
        { ...where, recordedAt: LessThanOrEqual(at), supersededAt: MoreThan(at) },
      ]) as unknown as FindOptionsWhere<T>[];
