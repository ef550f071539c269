import type { GraphQLSchema } from "graphql";
import { buildSchemaSync, type NonEmptyArray } from "type-graphql";
import { KpiAssignmentResolver } from "../assignments/kpi-assignment.resolver";
import { KpiAssignmentList } from "../assignments/kpi-assignment.type";
import { ClientResolver } from "../clients/client.resolver";
import { ClientList } from "../clients/client.type";
import { CalendarResolver, ClientCalendarsResolver } from "../contracts/calendar.resolver";
import { CalendarList } from "../contracts/calendar.type";
import { ClientContractsResolver, ContractResolver } from "../contracts/contract.resolver";
import { ContractList } from "../contracts/contract.type";
import { ServiceResolver } from "../contracts/service.resolver";
import { ServiceList } from "../contracts/service.type";
import { KpiDialectResolver, KpiResolver } from "../kpis/kpi.resolver";
import { ContractKpisInUseResolver, KpiUseResolver } from "../objectives/kpi-use.resolver";
import { KpiUseList } from "../objectives/kpi-use.type";
import {
  ContractObjectivesResolver,
  ObjectiveResolver,
  ObjectiveVersionResolver,
} from "../objectives/objective.resolver";
import { ObjectiveList } from "../objectives/objective.type";
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
import { makeIdsGlobal } from "../platform/graphql/node";
import { ViewerResolver } from "../platform/graphql/viewer.type";
import { NodeResolver } from "./node.resolver";

/** Everything that is served. A resolver that is not listed here does not exist. */
const RESOLVERS: NonEmptyArray<new () => object> = [
  NodeResolver,
  ViewerResolver,
  ClientResolver,
  ClientList.Resolver,
  CalendarResolver,
  CalendarList.Resolver,
  ClientCalendarsResolver,
  ContractResolver,
  ContractList.Resolver,
  ClientContractsResolver,
  ServiceResolver,
  ServiceList.Resolver,
  PersonResolver,
  PersonList.Resolver,
  RoleResolver,
  RoleList.Resolver,
  TeamResolver,
  TeamList.Resolver,
  ContractTeamsResolver,
  PositionResolver,
  PositionList.Resolver,
  PersonPositionsResolver,
  TeamPositionsResolver,
  ServicePositionsResolver,
  ContractPositionsResolver,
  KpiResolver,
  KpiDialectResolver,
  KpiUseResolver,
  KpiUseList.Resolver,
  ContractKpisInUseResolver,
  ObjectiveResolver,
  ObjectiveVersionResolver,
  ObjectiveList.Resolver,
  ContractObjectivesResolver,
  KpiAssignmentResolver,
  KpiAssignmentList.Resolver,
];

let built: GraphQLSchema | undefined;

/** The schema of the API. Built once per process: building is slow, and building again would only cost memory. */
export function apiSchema(): GraphQLSchema {
  built ??= build();
  return built;
}

function build(): GraphQLSchema {
  const schema = buildSchemaSync({ resolvers: RESOLVERS, validate: { forbidUnknownValues: false } });
  makeIdsGlobal(schema);
  return schema;
}
