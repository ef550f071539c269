import { In, IsNull } from "typeorm";
import { KpiAssignment } from "../assignments/kpi-assignment.entity";
import { KpiSet } from "../assignments/kpi-set.entity";
import { Client } from "../clients/client.entity";
import { amendmentsOfClients, type BelievedAmendment } from "../contracts/amendment.lookups";
import { CalendarVersion } from "../contracts/calendar-version.entity";
import { Calendar } from "../contracts/calendar.entity";
import { Contract } from "../contracts/contract.entity";
import { KpiUse } from "../contracts/kpi-use.entity";
import { Service } from "../contracts/service.entity";
import { FeedExpectation } from "../facts/feed-expectation.entity";
import { Feed } from "../facts/feed.entity";
import { ImportProfile } from "../facts/import-profile.entity";
import { OwnKpiVersion } from "../kpis/own/own-kpi-version.entity";
import { OwnKpi } from "../kpis/own/own-kpi.entity";
import { OwnMeasureVersion } from "../kpis/own/own-measure-version.entity";
import { OwnMeasure } from "../kpis/own/own-measure.entity";
import { SettlementTermsVersion } from "../objectives/clauses/settlement-terms-version.entity";
import { ObjectiveVersion } from "../objectives/objective-version.entity";
import { Objective } from "../objectives/objective.entity";
import { Person } from "../people/person.entity";
import { Position } from "../people/position.entity";
import { Role } from "../people/role.entity";
import { Team } from "../people/team.entity";
import { Training } from "../people/training.entity";
import type { Tx } from "../platform/database";
import { Forum } from "../reviews/forum.entity";
import { NIL_ID } from "../shared/ids";

/** Everything that is defined for some clients and for the house, as it is believed now. */
export interface Definitions {
  readonly clients: readonly Client[];
  readonly ownMeasures: readonly OwnMeasure[];
  readonly ownMeasureVersions: readonly OwnMeasureVersion[];
  readonly ownKpis: readonly OwnKpi[];
  readonly ownKpiVersions: readonly OwnKpiVersion[];
  readonly calendars: readonly Calendar[];
  readonly calendarVersions: readonly CalendarVersion[];
  readonly contracts: readonly Contract[];
  readonly amendments: readonly BelievedAmendment[];
  readonly services: readonly Service[];
  readonly teams: readonly Team[];
  readonly roles: readonly Role[];
  readonly people: readonly Person[];
  readonly positions: readonly Position[];
  readonly trainings: readonly Training[];
  readonly kpiUses: readonly KpiUse[];
  readonly objectives: readonly Objective[];
  readonly objectiveVersions: readonly ObjectiveVersion[];
  readonly settlementTerms: readonly SettlementTermsVersion[];
  readonly kpiAssignments: readonly KpiAssignment[];
  readonly kpiSets: readonly KpiSet[];
  readonly forums: readonly Forum[];
  readonly importProfiles: readonly ImportProfile[];
  readonly feeds: readonly Feed[];
  readonly feedExpectations: readonly FeedExpectation[];
}

/** One statement per kind, whatever there is. Lists come by code, versions by the days they apply on. */
export async function loadEverything(tx: Tx, clientIds: readonly string[]): Promise<Definitions> {
  const where = { clientId: In([...clientIds]) };
  const believed = { ...where, supersededAt: IsNull() };
  const orHouse = { clientId: In([...clientIds, NIL_ID]) };
  const believedOrHouse = { ...orHouse, supersededAt: IsNull() };
  const byCode = { code: "ASC" } as const;
  const byKpi = { kpiCode: "ASC", serviceId: "ASC", validFrom: "ASC" } as const;
  return {
    clients: await tx.find(Client, { where, order: byCode }),
    ownMeasures: await tx.find(OwnMeasure, { where: orHouse, order: byCode }),
    ownMeasureVersions: await tx.find(OwnMeasureVersion, { where: believedOrHouse, order: { validFrom: "ASC" } }),
    ownKpis: await tx.find(OwnKpi, { where: orHouse, order: byCode }),
    ownKpiVersions: await tx.find(OwnKpiVersion, { where: believedOrHouse, order: { validFrom: "ASC" } }),
    calendars: await tx.find(Calendar, { where, order: byCode }),
    calendarVersions: await tx.find(CalendarVersion, { where: believed, order: { validFrom: "ASC" } }),
    contracts: await tx.find(Contract, { where, order: byCode }),
    amendments: await amendmentsOfClients(tx, clientIds),
    services: await tx.find(Service, { where, order: byCode }),
    teams: await tx.find(Team, { where, order: byCode }),
    roles: await tx.find(Role, { order: byCode }),
    people: await tx.find(Person, { order: byCode }),
    positions: await tx.find(Position, { where: believed, order: { validFrom: "ASC", id: "ASC" } }),
    trainings: await tx.find(Training, { where: believed, order: { validFrom: "ASC", id: "ASC" } }),
    kpiUses: await tx.find(KpiUse, { where: believed, order: byKpi }),
    objectives: await tx.find(Objective, { where, order: byCode }),
    objectiveVersions: await tx.find(ObjectiveVersion, { where: believed, order: { validFrom: "ASC" } }),
    settlementTerms: await tx.find(SettlementTermsVersion, { where: believed, order: { validFrom: "ASC" } }),
    kpiAssignments: await tx.find(KpiAssignment, {
      where: { ...believed, clientId: In([...clientIds, NIL_ID]) },
      order: { roleCode: "ASC", ...byKpi },
    }),
    kpiSets: await tx.find(KpiSet, { where: believedOrHouse, order: { roleCode: "ASC", validFrom: "ASC" } }),
    forums: await tx.find(Forum, { where, order: byCode }),
    importProfiles: await tx.find(ImportProfile, { where: believed, order: byCode }),
    feeds: await tx.find(Feed, { where, order: { stream: "ASC", source: "ASC" } }),
    feedExpectations: await tx.find(FeedExpectation, { where: believed, order: { validFrom: "ASC" } }),
  };
}
