import { Arg, Ctx, Field, FieldResolver, ID, InputType, Mutation, ObjectType, Resolver, Root } from "type-graphql";
import type { ApiContext } from "../platform/graphql/context";
import { JobRunType } from "../platform/graphql/job-run.type";
import { ActInput, Payload, perform, type Outcome } from "../platform/graphql/mutation";
import { localId } from "../platform/graphql/node";
import { describePeriod, PeriodType } from "../platform/graphql/period.type";
import { contractById } from "../contracts/contract.loaders";
import { enqueueRun } from "../platform/job-run.jobs";
import type { JobRun } from "../platform/job-run.entity";
import { JobRunService } from "../platform/job-run.service";
import { NotFound } from "../shared/errors";
import type { Forum } from "./forum.entity";
import { ForumType } from "./forum.type";
import { compilePackage, type CompileRun } from "./review.jobs";
import { forumById, packagesOfReview, reviewById, type PackageHead } from "./review.loaders";
import type { Review } from "./review.entity";
import { ReviewPackageType, ReviewType } from "./review.type";

@InputType({ description: "Which review to compile." })
export class CompilePackageInput extends ActInput {
  @Field(() => ID, { description: "Id of the review." })
  reviewId!: string;
}

@ObjectType({ simpleResolvers: true, description: "What `compilePackage` answers." })
export class CompilePackagePayload extends Payload {
  @Field(() => JobRunType, {
    nullable: true,
    description: "The work; look at it through `node(id:)` until it is done. Null when refused.",
  })
  run?: JobRun | null;

  @Field(() => ReviewType, {
    nullable: true,
    description: "The review; its `package` is the new one once the run is done.",
  })
  review?: Review | null;
}

@Resolver(() => ReviewType)
export class ReviewResolver {
  @FieldResolver(() => ForumType, { nullable: true, description: "Whose sitting it is." })
  forum(@Root() review: Review, @Ctx() ctx: ApiContext): Promise<Forum | undefined> {
    return ctx.loader(forumById).load(review.forumId);
  }

  @FieldResolver(() => PeriodType, { nullable: true, description: "The period it is about." })
  async period(@Root() review: Review, @Ctx() ctx: ApiContext): Promise<PeriodType | null> {
    const forum = await ctx.loader(forumById).load(review.forumId);
    const contract = forum && (await ctx.loader(contractById).load(forum.contractId));
    if (!contract) return null;
    const period = { kind: review.periodKind, from: review.periodFrom, until: review.periodUntil };
    return describePeriod(period, contract, ctx.now);
  }

  @FieldResolver(() => ReviewPackageType, {
    nullable: true,
    description: "The latest version; null: none was compiled.",
  })
  async package(@Root() review: Review, @Ctx() ctx: ApiContext): Promise<PackageHead | null> {
    return (await ctx.loader(packagesOfReview).load(review.id))[0] ?? null;
  }

  @FieldResolver(() => [ReviewPackageType], { description: "Every version, latest first." })
  packages(@Root() review: Review, @Ctx() ctx: ApiContext): Promise<PackageHead[]> {
    return ctx.loader(packagesOfReview).load(review.id);
  }

  @Mutation(() => CompilePackagePayload, {
    description: "Freezes the material of a review as the next version of its package. Needs WRITE_REVIEWS.",
  })
  compilePackage(
    @Arg("input", () => CompilePackageInput, { description: "Which review." }) input: CompilePackageInput,
    @Ctx() ctx: ApiContext,
  ): Promise<Outcome<CompilePackagePayload>> {
    return perform(ctx, { name: "compilePackage", requires: "reviews:write", input }, async () => {
      const review = await ctx.loader(reviewById).load(localId("Review", input.reviewId, ["reviewId"]));
      if (!review) throw new NotFound("review", input.reviewId, ["reviewId"]);
      const payload: CompileRun = { reviewId: review.id };
      const order = { clientId: review.clientId, kind: "compilePackage", payload, requestedBy: ctx.viewer.name };
      const run = await ctx.service(JobRunService).request(ctx.tx, order, ctx.now);
      void enqueueRun(ctx.jobs, compilePackage, run);
      return { run, review };
    });
  }
}
