import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { termsOf } from "../objectives/define-objective.type";
import type { ApiContext } from "../platform/graphql/context";
import { define } from "../platform/graphql/definition";
import type { Outcome } from "../platform/graphql/mutation";
import { AssignKpiInput, AssignKpiPayload, type KpiAssignmentVersionInput } from "./assign-kpi.type";
import { KpiAssignmentService } from "./kpi-assignment.service";
import { chosenScheme, withInputPaths } from "./scheme-choice";

@Resolver()
export class AssignKpiResolver {
  @Mutation(() => AssignKpiPayload, { description: "Makes a role answer for a KPI. Needs WRITE_SETUP." })
  assignKpi(
    @Arg("input", () => AssignKpiInput, { description: "The assignment, whole." }) input: AssignKpiInput,
    @Ctx() ctx: ApiContext,
  ): Promise<Outcome<AssignKpiPayload>> {
    return define(ctx, { name: "assignKpi", input }, async (context, { versions, ...written }) => {
      const { thing } = await withInputPaths(versions, () =>
        ctx.service(KpiAssignmentService).define(ctx.tx, context, { ...written, versions: inWriting(versions) }),
      );
      return { kpiAssignment: thing[0] ?? null };
    });
  }
}

/** Versions as a document says them. */
const inWriting = (versions: readonly KpiAssignmentVersionInput[]) =>
  versions.map((version, index) => ({ ...termsOf(version), scheme: chosenScheme(version.scheme, index) }));
