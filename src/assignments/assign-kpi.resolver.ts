import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { termsOf } from "../objectives/define-objective.type";
import type { ApiContext } from "../platform/graphql/context";
import { define } from "../platform/graphql/definition";
import type { Outcome } from "../platform/graphql/mutation";
import { AssignKpiInput, AssignKpiPayload } from "./assign-kpi.type";
import { KpiAssignmentService } from "./kpi-assignment.service";

@Resolver()
export class AssignKpiResolver {
  @Mutation(() => AssignKpiPayload, { description: "Makes a role answer for a KPI. Needs WRITE_SETUP." })
  assignKpi(
    @Arg("input", () => AssignKpiInput, { description: "The assignment, whole." }) input: AssignKpiInput,
    @Ctx() ctx: ApiContext,
  ): Promise<Outcome<AssignKpiPayload>> {
    return define(ctx, { name: "assignKpi", input }, async (context, { versions, ...written }) => {
      const assignment = { ...written, versions: versions.map(termsOf) };
      const { thing } = await ctx.service(KpiAssignmentService).define(ctx.tx, context, assignment);
      return { kpiAssignment: thing[0] ?? null };
    });
  }
}
