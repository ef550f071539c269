import { contractsByKpi } from "../assignments/contracts-by-kpi.queries";
import { KpiAssignmentService } from "../assignments/kpi-assignment.service";
import { KpiSetService } from "../assignments/kpi-set.service";
import { ClientService } from "../clients/client.service";
import { AmendmentService } from "../contracts/amendment.service";
import { CalendarService } from "../contracts/calendar.service";
import { ContractService } from "../contracts/contract.service";
import { KpiUseService } from "../contracts/kpi-use.service";
import { ServiceService } from "../contracts/service.service";
import { FeedService } from "../facts/feed.service";
import { ImportProfileService } from "../facts/import-profile.service";
import { servicesWithFacts } from "../facts/services-with-facts.queries";
import { resolveMeasuredKpi } from "../kpis/kpi-in-use.rules";
import { OwnKpiService } from "../kpis/own/own-kpi.service";
import { OwnMeasureService } from "../kpis/own/own-measure.service";
import { citationsOf } from "../objectives/amendments/citations.queries";
import { SettlementTermsService } from "../objectives/clauses/settlement-terms.service";
import { ObjectiveService } from "../objectives/objective.service";
import { PersonService } from "../people/person.service";
import { PositionService } from "../people/position.service";
import { RoleService } from "../people/role.service";
import { TeamService } from "../people/team.service";
import { TrainingService } from "../people/training.service";
import { oncePerContract } from "../platform/definitions/on-definition-changed";
import { ForumService } from "../reviews/forum.service";
import { ReviewService } from "../reviews/review.service";
import { touchPeriods } from "../scorecards/touched-period.queries";
import { laterOf } from "../shared/day";
import type { DefinitionServices } from "../setup/definers";

/** Services that define things. What a change makes stale is marked in its transaction; a settle then follows up. */
export function wireDefinitionServices(): DefinitionServices {
  const onChanged = oncePerContract(touchPeriods);
  const ownKpis = new OwnKpiService(async (tx, { kpiCode, from }, context) => {
    for (const { startsOn, ...contract } of await contractsByKpi(tx, context.clientIds, kpiCode))
      await onChanged(tx, { ...contract, from: laterOf(from, startsOn) }, context);
  });
  return {
    ownMeasures: new OwnMeasureService((tx, code, context) => ownKpis.followMeasure(tx, code, context)),
    ownKpis,
    clients: new ClientService(),
    calendars: new CalendarService(onChanged),
    contracts: new ContractService(servicesWithFacts),
    amendments: new AmendmentService(citationsOf, onChanged),
    services: new ServiceService(servicesWithFacts, onChanged),
    teams: new TeamService(),
    roles: new RoleService(onChanged),
    people: new PersonService(),
    positions: new PositionService(onChanged),
    trainings: new TrainingService(onChanged),
    kpiUses: new KpiUseService(resolveMeasuredKpi, onChanged),
    objectives: new ObjectiveService(onChanged),
    settlementTerms: new SettlementTermsService(onChanged),
    kpiAssignments: new KpiAssignmentService(onChanged),
    kpiSets: new KpiSetService(onChanged),
    forums: new ForumService(new ReviewService()),
    importProfiles: new ImportProfileService(),
    feeds: new FeedService(),
  };
}
