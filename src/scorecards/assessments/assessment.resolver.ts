import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Int, Mutation, Resolver, Root } from "type-graphql";
import { contractByCode } from "../../contracts/contract.lookups";
import { contractById } from "../../contracts/contract.loaders";
import { clientOf } from "../../facts/client-of.queries";
import { hurry } from "../../facts/settle.jobs";
import { Objective } from "../../objectives/objective.entity";
import { objectiveById, versionsByObjective } from "../../objectives/objective.loaders";
import { ObjectiveType } from "../../objectives/objective.type";
import { byCode } from "../../platform/definitions/by-code";
import { ConnectionArgs, pageOf, type Connection } from "../../platform/graphql/connection";
import type { ApiContext } from "../../platform/graphql/context";
import { perform, type Outcome } from "../../platform/graphql/mutation";
import { localId } from "../../platform/graphql/node";
import { describePeriod, periodNamed, PeriodType } from "../../platform/graphql/period.type";
import { pageUnder } from "../../platform/graphql/row-list";
import type { Right } from "../../platform/viewer";
import { dayOf } from "../../shared/day";
import { NotFound } from "../../shared/errors";
import { refuseUnseenPromise } from "../visible-promise.queries";
import { periodOf } from "../scorecard-view";
import type { Assessment } from "./assessment.entity";
import { assessmentById, assessmentsInForceOf, assessmentsOfObjective } from "./assessment.loaders";
import { NotYourAssessment } from "./assessment.errors";
import { dueAssessments } from "./assessment.rules";
import { AssessmentService, sideOf } from "./assessment.service";
import {
  AssessmentDueType,
  AssessmentList,
  AssessmentType,
  AssessObjectiveInput,
  AssessObjectivePayload,
  WithdrawAssessmentInput,
  WithdrawAssessmentPayload,
} from "./assessment.type";

@ArgsType()
class AssessmentsArgs extends ConnectionArgs {
  @Field(() => Boolean, { nullable: true, description: "Only those in force, or only those no longer; null: all." })
  inForce?: boolean | null;
}

/** Our people enter values; the client's have a right of their own. */
const rightToAssess = ({ viewer }: ApiContext): Right =>
  viewer.kind === "client" ? "objectives:assess" : "values:enter";

@Resolver(() => AssessmentType)
export class AssessmentResolver {
  @FieldResolver(() => String, { description: "Name of who made it." })
  assessor(@Root() { assessorName }: Assessment): string {
    return assessorName;
  }

  @FieldResolver(() => ObjectiveType, { description: "The objective that is assessed." })
  objective(@Root() { objectiveId }: Assessment, @Ctx() ctx: ApiContext): Promise<Objective | undefined> {
    return ctx.loader(objectiveById).load(objectiveId);
  }

  @FieldResolver(() => PeriodType, { nullable: true, description: "The local days it is about." })
  async period(@Root() assessment: Assessment, @Ctx() ctx: ApiContext): Promise<PeriodType | null> {
    const contract = await ctx.loader(contractById).load(assessment.contractId);
    return contract ? describePeriod(periodOf(assessment), contract, ctx.now) : null;
  }

  @Mutation(() => AssessObjectivePayload, {
    description:
      "Answers the question of a qualitative objective for a period; your answer before, if any, is superseded. In a " +
      "closed period it changes nothing that is final. Needs ENTER_VALUES, of a client's people ASSESS_OBJECTIVES.",
  })
  assessObjective(
    @Arg("input", () => AssessObjectiveInput, { description: "Which objective and period, and the answer." })
    input: AssessObjectiveInput,
    @Ctx() ctx: ApiContext,
  ): Promise<Outcome<AssessObjectivePayload>> {
    return perform(ctx, { name: "assessObjective", requires: rightToAssess(ctx), input }, async () => {
      const clientId = await clientOf(ctx.tx, ctx.viewer, input.client ?? null);
      const contract = await contractByCode(ctx.tx, clientId, input.contract);
      const named = { clientId, contractId: contract.id, code: input.objective };
      const objective = await byCode(ctx.tx, Objective, named, { kind: "objective" });
      await refuseUnseenPromise(ctx.tx, ctx.viewer, objective);
      const period = periodNamed(input.period, ctx.now, contract.timeZone);
      const { points, note = null, evidence = null } = input;
      const answer = { objective, timeZone: contract.timeZone, period, points, note, evidence };
      const acting = { ...actingOf(ctx), side: sideOf(ctx.viewer) };
      const assessment = await ctx.service(AssessmentService).assess(ctx.tx, answer, acting);
      await hurry(ctx.jobs, clientId, "request");
      return { assessment };
    });
  }

  @Mutation(() => WithdrawAssessmentPayload, {
    description:
      "Withdraws an assessment of your own side. Needs ENTER_VALUES, of a client's people ASSESS_OBJECTIVES.",
  })
  withdrawAssessment(
    @Arg("input", () => WithdrawAssessmentInput, { description: "Which assessment, and why." })
    input: WithdrawAssessmentInput,
    @Ctx() ctx: ApiContext,
  ): Promise<Outcome<WithdrawAssessmentPayload>> {
    return perform(ctx, { name: "withdrawAssessment", requires: rightToAssess(ctx), input }, async () => {
      const found = await ctx.loader(assessmentById).load(localId("Assessment", input.id));
      const objective = found && (await ctx.loader(objectiveById).load(found.objectiveId));
      if (!found || !objective) throw new NotFound("assessment", input.id, ["id"]);
      if (found.side !== sideOf(ctx.viewer)) throw new NotYourAssessment(found.side);
      const withdrawn = { assessment: found, objective, reason: input.reason };
      const assessment = await ctx.service(AssessmentService).withdraw(ctx.tx, withdrawn, actingOf(ctx));
      await hurry(ctx.jobs, found.clientId, "request");
      return { assessment };
    });
  }
}

const actingOf = ({ viewer, now, requestId }: ApiContext) => ({ viewer, now, requestId });

const MOST_DUE = 100;

@Resolver(() => ObjectiveType)
export class ObjectiveAssessmentsResolver {
  @FieldResolver(() => AssessmentList.Connection, {
    description: "What people answered to its question, latest first. Empty unless it is QUALITATIVE.",
  })
  assessments(
    @Root() objective: Objective,
    @Args(() => AssessmentsArgs) args: AssessmentsArgs,
    @Ctx() ctx: ApiContext,
  ): Promise<Connection<Assessment>> {
    const page = pageOf(args, { list: "assessments", inForce: args.inForce ?? null }, 1);
    return pageUnder(ctx, assessmentsOfObjective, objective.id, page);
  }

  @FieldResolver(() => [AssessmentDueType], {
    description: "Periods that are over and not wholly assessed, the latest first. Empty unless it is QUALITATIVE.",
  })
  async assessmentsDue(
    @Root() objective: Objective,
    @Arg("last", () => Int, { defaultValue: 12, description: "Among how many periods of the cadence, 1 to 100." })
    last: number,
    @Ctx() ctx: ApiContext,
  ): Promise<AssessmentDueType[]> {
    const contract =
      objective.kind === "qualitative" ? await ctx.loader(contractById).load(objective.contractId) : null;
    if (!contract) return [];
    const given = await ctx.loader(assessmentsInForceOf).load({ objectiveId: objective.id });
    const versions = await ctx.loader(versionsByObjective).load(objective.id);
    const asked = { today: dayOf(ctx.now, contract.timeZone), last: Math.min(MOST_DUE, Math.max(1, last)) };
    return dueAssessments(versions, given, asked).map(({ period, sides }) => ({
      sides,
      period: describePeriod(period, contract, ctx.now),
    }));
  }
}
