import { KpiAssignmentService } from "../assignments/kpi-assignment.service";
import { ClientService } from "../clients/client.service";
import { CalendarService } from "../contracts/calendar.service";
import { ContractService } from "../contracts/contract.service";
import { KpiUseService } from "../contracts/kpi-use.service";
import { ServiceService } from "../contracts/service.service";
import { FeedService } from "../facts/feed.service";
import { ImportProfileService } from "../facts/import-profile.service";
import { servicesWithFacts } from "../facts/services-with-facts.queries";
import { resolveKpi } from "../kpis/kpi-in-use.rules";
import { ObjectiveService } from "../objectives/objective.service";
import { PersonService } from "../people/person.service";
import { PositionService } from "../people/position.service";
import { RoleService } from "../people/role.service";
import { TeamService } from "../people/team.service";
import { oncePerContract } from "../platform/definitions/on-definition-changed";
import { ForumService } from "../reviews/forum.service";
import { ReviewService } from "../reviews/review.service";
import { touchPeriods } from "../scorecards/touched-period.queries";
import type { DefinitionServices } from "../setup/definers";

/** Services that define things. What a change makes stale is marked in its transaction; a settle then follows up. */
export function wireDefinitionServices(): DefinitionServices {
  const onChanged = oncePerContract(touchPeriods);
  return {
    clients: new ClientService(),
    calendars: new CalendarService(onChanged),
    contracts: new ContractService(servicesWithFacts),
    services: new ServiceService(servicesWithFacts, onChanged),
    teams: new TeamService(),
    roles: new RoleService(onChanged),
    people: new PersonService(),
    positions: new PositionService(onChanged),
    kpiUses: new KpiUseService(resolveKpi, onChanged),
    objectives: new ObjectiveService(onChanged),
    kpiAssignments: new KpiAssignmentService(onChanged),
    forums: new ForumService(new ReviewService()),
    importProfiles: new ImportProfileService(),
    feeds: new FeedService(),
  };
}
