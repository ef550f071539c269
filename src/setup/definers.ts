import type { KpiAssignmentService } from "../assignments/kpi-assignment.service";
import type { KpiSetService } from "../assignments/kpi-set.service";
import type { ClientService } from "../clients/client.service";
import type { AmendmentService } from "../contracts/amendment.service";
import type { CalendarService } from "../contracts/calendar.service";
import type { ContractService } from "../contracts/contract.service";
import type { KpiUseService } from "../contracts/kpi-use.service";
import type { ServiceService } from "../contracts/service.service";
import type { FeedService } from "../facts/feed.service";
import type { ImportProfileService } from "../facts/import-profile.service";
import type { OwnKpiService } from "../kpis/own/own-kpi.service";
import type { OwnMeasureService } from "../kpis/own/own-measure.service";
import type { SettlementTermsService } from "../objectives/clauses/settlement-terms.service";
import type { ObjectiveService } from "../objectives/objective.service";
import { partsFirst } from "../objectives/parts-first.rules";
import type { PersonService } from "../people/person.service";
import type { PositionService } from "../people/position.service";
import type { RoleService } from "../people/role.service";
import type { TeamService } from "../people/team.service";
import type { TrainingService } from "../people/training.service";
import type { Tx } from "../platform/database";
import type { Change, Defined } from "../platform/definitions/change";
import type { DefinitionContext } from "../platform/definitions/definition-context";
import type { ForumService } from "../reviews/forum.service";
import { Gathering } from "../shared/gathering";
import type { DocumentKind } from "./document-kinds";

/** The services that define things, one per kind of document. */
export interface DefinitionServices {
  readonly ownMeasures: OwnMeasureService;
  readonly ownKpis: OwnKpiService;
  readonly clients: ClientService;
  readonly calendars: CalendarService;
  readonly contracts: ContractService;
  readonly amendments: AmendmentService;
  readonly services: ServiceService;
  readonly teams: TeamService;
  readonly roles: RoleService;
  readonly people: PersonService;
  readonly positions: PositionService;
  readonly trainings: TrainingService;
  readonly kpiUses: KpiUseService;
  readonly objectives: ObjectiveService;
  readonly settlementTerms: SettlementTermsService;
  readonly kpiAssignments: KpiAssignmentService;
  readonly kpiSets: KpiSetService;
  readonly forums: ForumService;
  readonly importProfiles: ImportProfileService;
  readonly feeds: FeedService;
}

/** Defines a list of things of one kind; paths of refusals begin with the place in the list. */
export type Definer = (tx: Tx, context: DefinitionContext, inputs: readonly unknown[]) => Promise<Change[]>;

interface DefinesOne {
  define(tx: Tx, context: DefinitionContext, input: never): Promise<Defined<unknown>>;
}

const asWritten = (inputs: readonly unknown[]): number[] => [...inputs.keys()];

const oneByOne =
  (service: DefinesOne, orderOf = asWritten): Definer =>
  async (tx, context, inputs) => {
    const gathering = new Gathering();
    const changes: Change[] = [];
    for (const index of orderOf(inputs)) {
      const input = inputs[index] as never;
      const defined = await gathering.attempt(() => service.define(tx, context, input), [String(index)]);
      if (defined) changes.push(defined.change);
    }
    gathering.throwIfAny();
    return changes;
  };

/** Which service defines the documents of a kind. */
export const definersOf = (services: DefinitionServices): Readonly<Record<DocumentKind, Definer>> => ({
  Client: oneByOne(services.clients),
  Measure: oneByOne(services.ownMeasures),
  Kpi: oneByOne(services.ownKpis),
  Calendar: oneByOne(services.calendars),
  Contract: oneByOne(services.contracts),
  Amendment: oneByOne(services.amendments),
  Service: oneByOne(services.services),
  Team: oneByOne(services.teams),
  Role: oneByOne(services.roles),
  Person: oneByOne(services.people),
  Position: async (tx, context, inputs) =>
    (await services.positions.defineAll(tx, context, inputs as never)).map(({ change }) => change),
  Training: async (tx, context, inputs) =>
    (await services.trainings.defineAll(tx, context, inputs as never)).map(({ change }) => change),
  KpiUse: oneByOne(services.kpiUses),
  Objective: oneByOne(services.objectives, partsFirst),
  SettlementTerms: oneByOne(services.settlementTerms),
  KpiAssignment: oneByOne(services.kpiAssignments),
  KpiSet: oneByOne(services.kpiSets),
  Forum: oneByOne(services.forums),
  ImportProfile: oneByOne(services.importProfiles),
  Feed: oneByOne(services.feeds),
});
