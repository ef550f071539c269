import type { ServiceClass, ServiceRegistry } from "../platform/graphql/context";
import { KpiService } from "../kpis/kpi.service";
import { MeasureService } from "../measures/measure.service";
import { SlotService } from "../measures/slot.service";
import { ScorecardService } from "../scorecards/scorecard.service";

/** Every service of the program, wired by hand: upstream first, as in the list of folders. */
export interface Services {
  readonly kpis: KpiService;
  readonly slots: SlotService;
  readonly measures: MeasureService;
  readonly scorecards: ScorecardService;
}

export function wireServices(): Services {
  const kpis = new KpiService();
  const slots = new SlotService();
  const measures = new MeasureService();
  const scorecards = new ScorecardService();
  return { kpis, slots, measures, scorecards };
}

/** The same services by their class, for resolvers: `ctx.service(ScorecardService)`. */
export const registryOf = (services: Services): ServiceRegistry =>
  new Map(Object.values(services).map((one: object) => [one.constructor as ServiceClass<unknown>, one]));
