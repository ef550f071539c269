import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { requireKpi } from "../../kpis/kpi-in-use.rules";
import type { Aims } from "../../objectives/objective-terms";
import type { ApiContext } from "../../platform/graphql/context";
import { confidenceOf, levelsReached, type Confidence, type Demand } from "../objective-outcome.rules";
import { ObjectiveResultType } from "../objective-result.type";
import type { ObjectiveResultView } from "../scorecard-view";
import { partsOfResult, type PartResult } from "./composite-parts";
import { CompositePartResultType, ConfidenceEnum, ObjectiveAimsType } from "./result-levels.type";

const demandOf = ({ item, aims }: ObjectiveResultView): Demand => ({ kpi: requireKpi(item.kpiCode), aims });

@Resolver(() => ObjectiveResultType)
export class ResultLevelsResolver {
  @FieldResolver(() => ObjectiveAimsType, { description: "Everything it was held against." })
  aims(@Root() { aims }: ObjectiveResultView): Aims {
    return aims;
  }

  @FieldResolver(() => ConfidenceEnum, {
    nullable: true,
    description: "Whether chance alone could explain the outcome; null for anything but shares that were judged.",
  })
  confidence(@Root() result: ObjectiveResultView): Confidence | null {
    return confidenceOf(result.item, demandOf(result));
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description: "Whether the minimum is reached; null where there is none, or nothing to judge.",
  })
  isMinimumMet(@Root() result: ObjectiveResultView): boolean | null {
    return levelsReached(result.item, demandOf(result)).isMinimumMet;
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description: "Whether the expected level is reached; null where there is none, or nothing to judge.",
  })
  isExpectedMet(@Root() result: ObjectiveResultView): boolean | null {
    return levelsReached(result.item, demandOf(result)).isExpectedMet;
  }

  @FieldResolver(() => [CompositePartResultType], {
    description: "How the parts came out that it is put together from. Empty unless the objective is COMPOSITE.",
  })
  parts(@Root() result: ObjectiveResultView, @Ctx() ctx: ApiContext): Promise<PartResult[]> {
    return partsOfResult(ctx, result);
  }
}
