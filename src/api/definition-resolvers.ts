import { AssignKpiResolver } from "../assignments/assign-kpi.resolver";
import { DefineKpiSetResolver } from "../assignments/define-kpi-set.resolver";
import { KpiAssignmentResolver } from "../assignments/kpi-assignment.resolver";
import { KpiAssignmentList } from "../assignments/kpi-assignment.type";
import { KpiSetResolver } from "../assignments/kpi-set.resolver";
import { KpiSetList } from "../assignments/kpi-set.type";
import { AdoptRoleTemplateResolver, RoleTemplateResolver } from "../assignments/templates/role-template.resolver";
import { ClientResolver } from "../clients/client.resolver";
import { ClientList } from "../clients/client.type";
import { DefineClientResolver } from "../clients/define-client.resolver";
import { ViewerClientsResolver } from "../clients/viewer.resolver";
import { AmendmentResolver, ContractAmendmentsResolver } from "../contracts/amendment.resolver";
import { AmendmentList } from "../contracts/amendment.type";
import { BusinessTimeResolver } from "../contracts/business-time.resolver";
import { CalendarResolver, ClientCalendarsResolver } from "../contracts/calendar.resolver";
import { CalendarList } from "../contracts/calendar.type";
import { ClientContractsResolver, ContractResolver } from "../contracts/contract.resolver";
import { ContractList } from "../contracts/contract.type";
import { DefineAmendmentResolver } from "../contracts/define-amendment.resolver";
import { DefineContractResolver } from "../contracts/define-contract.resolver";
import { ServiceResolver } from "../contracts/service.resolver";
import { ServiceList } from "../contracts/service.type";
import { KpiDialectResolver, KpiResolver } from "../kpis/kpi.resolver";
import { AmendContractResolver } from "../objectives/amendments/amend-contract.resolver";
import { AmendmentChangesResolver } from "../objectives/amendments/amendment-changes.resolver";
import { DefineObjectiveResolver } from "../objectives/define-objective.resolver";
import { ContractKpisInUseResolver, KpiUseResolver } from "../objectives/kpi-use.resolver";
import { KpiUseList } from "../objectives/kpi-use.type";
import {
  CompositePartResolver,
  ContractObjectivesResolver,
  ObjectiveResolver,
  ObjectiveVersionResolver,
} from "../objectives/objective.resolver";
import { ObjectiveList } from "../objectives/objective.type";
import { DefinePeopleResolver } from "../people/define-people.resolver";
import { DefineTrainingsResolver } from "../people/define-training.resolver";
import { PersonResolver } from "../people/person.resolver";
import { PersonList } from "../people/person.type";
import {
  ContractPositionsResolver,
  PersonPositionsResolver,
  PositionResolver,
  ServicePositionsResolver,
  TeamPositionsResolver,
} from "../people/position.resolver";
import { PositionList } from "../people/position.type";
import { RoleResolver } from "../people/role.resolver";
import { RoleList } from "../people/role.type";
import { ContractTeamsResolver, TeamResolver } from "../people/team.resolver";
import { TeamList } from "../people/team.type";
import { ContractTrainingsResolver, PersonTrainingsResolver, TrainingResolver } from "../people/training.resolver";
import { TrainingList } from "../people/training.type";
import { ViewerPersonResolver } from "../people/viewer.resolver";
import { ViewerResolver } from "../platform/graphql/viewer.type";
import { DefineForumResolver } from "../reviews/define-forum.resolver";
import { ClientImportProfilesResolver, ImportProfileResolver } from "../setup/import-profile.resolver";
import { ImportProfileList } from "../setup/import-profile.type";
import { KpiPreviewResolver } from "../setup/kpi-preview.resolver";
import { MeasureResolver, OwnKpiResolver } from "../setup/own-kpi.resolver";

/** Clients, contracts, people, KPIs, objectives and what roles answer for, and what defines them. */
export const DEFINITION_RESOLVERS = [
  ...[ViewerResolver, ViewerClientsResolver, ViewerPersonResolver],
  ...[ClientResolver, ClientList.Resolver],
  ...[ContractResolver, ClientContractsResolver, ContractList.Resolver],
  ...[
    AmendmentResolver,
    ContractAmendmentsResolver,
    AmendmentList.Resolver,
    DefineAmendmentResolver,
    AmendmentChangesResolver,
    AmendContractResolver,
  ],
  ...[ServiceResolver, ServiceList.Resolver],
  ...[CalendarResolver, BusinessTimeResolver, ClientCalendarsResolver, CalendarList.Resolver],
  ...[PersonResolver, PersonList.Resolver],
  ...[TeamResolver, ContractTeamsResolver, TeamList.Resolver],
  ...[RoleResolver, RoleList.Resolver],
  ...[PositionResolver, PositionList.Resolver],
  ...[PersonPositionsResolver, TeamPositionsResolver, ServicePositionsResolver, ContractPositionsResolver],
  ...[RoleTemplateResolver, AdoptRoleTemplateResolver],
  ...[TrainingResolver, TrainingList.Resolver, PersonTrainingsResolver, ContractTrainingsResolver],
  DefineTrainingsResolver,
  ...[KpiResolver, KpiDialectResolver],
  ...[MeasureResolver, OwnKpiResolver, KpiPreviewResolver],
  ...[KpiUseResolver, ContractKpisInUseResolver, KpiUseList.Resolver],
  ...[
    ObjectiveResolver,
    ObjectiveVersionResolver,
    CompositePartResolver,
    ContractObjectivesResolver,
    ObjectiveList.Resolver,
  ],
  ...[KpiAssignmentResolver, KpiAssignmentList.Resolver],
  ...[KpiSetResolver, KpiSetList.Resolver, DefineKpiSetResolver],
  ...[ImportProfileResolver, ClientImportProfilesResolver, ImportProfileList.Resolver],
  ...[DefineClientResolver, DefineContractResolver, DefinePeopleResolver],
  ...[DefineObjectiveResolver, AssignKpiResolver, DefineForumResolver],
];
