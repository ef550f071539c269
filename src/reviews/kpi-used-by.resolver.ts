import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { kpiAssignmentById } from "../assignments/kpi-assignment.loaders";
import type { KpiDefinition } from "../kpis/kpi-definition";
import { KpiType } from "../kpis/kpi.type";
import { kpiUseById } from "../objectives/kpi-use.loaders";
import { objectiveById } from "../objectives/objective.loaders";
import type { ApiContext, LoaderFactory } from "../platform/graphql/context";
import { usersByKpi } from "./kpi-used-by.loaders";
import { KpiUsersType } from "./kpi-used-by.type";
import { forumById } from "./review.loaders";

const MOST_SHOWN = 100;

@Resolver(() => KpiType)
export class KpiUsedByResolver {
  @FieldResolver(() => KpiUsersType, { description: "Objectives, assignments, uses and forums it stands in." })
  async usedBy(@Root() kpi: KpiDefinition, @Ctx() ctx: ApiContext): Promise<KpiUsersType> {
    const users = await ctx.loader(usersByKpi).load(kpi.code);
    const { kpiUses, objectives, assignments, forums } = users;
    const all = async <T>(loader: LoaderFactory<string, T | undefined>, ids: readonly string[]): Promise<T[]> => {
      const found = await ctx.loader(loader).loadMany(ids.slice(0, MOST_SHOWN));
      return found.flatMap((one) => (one === undefined || one instanceof Error ? [] : [one]));
    };
    return {
      count: kpiUses.length + objectives.length + assignments.length + forums.length,
      kpisInUse: await all(kpiUseById, kpiUses),
      objectives: await all(objectiveById, objectives),
      assignments: await all(kpiAssignmentById, assignments),
      forums: await all(forumById, forums),
    };
  }
}
