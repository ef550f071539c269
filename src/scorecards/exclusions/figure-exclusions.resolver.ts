import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Exclusion } from "../../contracts/exclusions/exclusion.entity";
import type { ApiContext } from "../../platform/graphql/context";
import { Decimal } from "../../platform/graphql/scalars";
import { isId } from "../../shared/ids";
import { FigureType } from "../figure.type";
import type { AppliedExclusion } from "../objective-result.entity";
import { ObjectiveResultType } from "../objective-result.type";
import type { FigureView, ObjectiveResultView } from "../scorecard-view";
import { AppliedExclusionType } from "./applied-exclusion.type";
import { exclusionById } from "./exclusion.loaders";
import { ExclusionType } from "./exclusion.type";

@Resolver(() => FigureType)
export class FigureExclusionsResolver {
  @FieldResolver(() => Decimal, {
    nullable: true,
    description:
      "The value without exclusions, unrounded, in the KPI's unit. Null: nothing was excluded, or there is no value " +
      "without them. Only figures of objectives have exclusions.",
  })
  unadjusted(@Root() { adjusted }: FigureView): string | null {
    return adjusted?.unadjusted?.value ?? null;
  }

  @FieldResolver(() => [AppliedExclusionType], {
    description: "What was taken out of it, in that order: by when it begins, then by code. Empty: nothing.",
  })
  exclusions(@Root() { adjusted }: FigureView): readonly AppliedExclusion[] {
    return adjusted?.exclusions ?? [];
  }
}

@Resolver(() => AppliedExclusionType)
export class AppliedExclusionResolver {
  @FieldResolver(() => ExclusionType, {
    nullable: true,
    description: "Who asked for it and who approved it. Null for relief, and for whoever does not see the contract.",
  })
  async exclusion(@Root() { id }: AppliedExclusion, @Ctx() ctx: ApiContext): Promise<Exclusion | null> {
    return isId(id) ? ((await ctx.loader(exclusionById).load(id)) ?? null) : null;
  }
}

@Resolver(() => ObjectiveResultType)
export class ResultExclusionsResolver {
  @FieldResolver(() => FigureType, {
    nullable: true,
    description: "The figure as it would be without exclusions; null: nothing was excluded.",
  })
  unadjusted(@Root() { unadjusted, figure }: ObjectiveResultView): FigureView | null {
    return unadjusted && { ...figure, ...unadjusted, manual: null, adjusted: null };
  }
}
