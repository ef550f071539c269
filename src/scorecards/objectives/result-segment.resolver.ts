import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { amendmentById } from "../../contracts/amendment.loaders";
import type { BelievedAmendment } from "../../contracts/amendment.lookups";
import { AmendmentType } from "../../contracts/amendment.type";
import type { ApiContext } from "../../platform/graphql/context";
import type { ResultSegment } from "../objective-result.entity";
import { ObjectiveResultType } from "../objective-result.type";
import type { ObjectiveResultView } from "../scorecard-view";
import { saidByVersion } from "./said-by-version.loaders";
import { ResultSegmentType } from "./result-segment.type";

/** A segment, and whose it is. */
interface SegmentView extends Omit<ResultSegment, "figure" | "aims"> {
  readonly objectiveId: string;
}

const viewOf = ({ figure, aims, ...segment }: ResultSegment, { objectiveId }: ObjectiveResultView): SegmentView => {
  const { value, status, numerator, denominator, sample } = figure;
  const { target, minimum, expected } = aims;
  const measured = { value, status, numerator, denominator, sample };
  return { ...segment, ...measured, ...{ target, minimum, expected }, objectiveId } as SegmentView;
};

@Resolver(() => ObjectiveResultType)
export class ResultSegmentsResolver {
  @FieldResolver(() => [ResultSegmentType], {
    description: "Its stretches, where an amendment took effect within it; empty where one version governed all of it.",
  })
  segments(@Root() result: ObjectiveResultView): SegmentView[] {
    return result.segments.map((one) => viewOf(one, result));
  }

  @FieldResolver(() => AmendmentType, {
    nullable: true,
    description: "The amendment that brought the terms of its last day; null: the contract itself.",
  })
  amendment(@Root() result: ObjectiveResultView, @Ctx() ctx: ApiContext) {
    return amendmentBehind(ctx, result);
  }
}

@Resolver(() => ResultSegmentType)
export class ResultSegmentResolver {
  @FieldResolver(() => AmendmentType, {
    nullable: true,
    description: "The amendment that brought its terms; null: the contract itself.",
  })
  amendment(@Root() segment: SegmentView, @Ctx() ctx: ApiContext) {
    return amendmentBehind(ctx, segment);
  }
}

async function amendmentBehind(
  ctx: ApiContext,
  { objectiveId, objectiveVersion }: Pick<ObjectiveResultView, "objectiveId" | "objectiveVersion">,
): Promise<BelievedAmendment | null> {
  const said = await ctx.loader(saidByVersion).load({ objectiveId, version: objectiveVersion });
  return said?.amendmentId ? ((await ctx.loader(amendmentById).load(said.amendmentId)) ?? null) : null;
}
