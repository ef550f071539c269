import { Arg, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Language } from "../../kpis/kpi-definition";
import { display } from "../../kpis/kpi-display.rules";
import { requireKpi } from "../../kpis/kpi-in-use.rules";
import { LanguageEnum } from "../../kpis/kpi.type";
import type { AimLevel } from "../../objectives/clauses/clause";
import { AimLevelEnum } from "../../objectives/clauses/clause-enums.type";
import type { Aims } from "../../objectives/objective-terms";
import type { ApiContext } from "../../platform/graphql/context";
import { confidenceOf, levelsReached, type Confidence, type Demand } from "../objective-outcome.rules";
import { ObjectiveResultType } from "../objective-result.type";
import type { FigureView, ObjectiveResultView } from "../scorecard-view";
import { partsOfResult, type PartResult } from "./composite-parts";
import { CompositePartResultType, ConfidenceEnum, ObjectiveAimsType } from "./result-levels.type";

const demandOf = ({ item, aims }: ObjectiveResultView): Demand => ({ kpi: requireKpi(item.kpiCode), aims });

/** What a result was held against, with how it is shown. */
interface AimsView extends Aims {
  readonly figure: FigureView;
}

@Resolver(() => ObjectiveAimsType)
export class ObjectiveAimsResolver {
  @FieldResolver(() => String, {
    description: "A level for people, in the precision of the KPI: `83.3 %`; `–` where there is none.",
  })
  display(
    @Root() { figure: { kpi, clock }, ...aims }: AimsView,
    @Arg("level", () => AimLevelEnum, { defaultValue: "target", description: "Which of them." }) level: AimLevel,
    @Arg("language", () => LanguageEnum, { defaultValue: "en", description: "Language of units and number marks." })
    language: Language,
  ): string {
    return display(kpi, aims[level], language, clock.currency);
  }
}

@Resolver(() => ObjectiveResultType)
export class ResultLevelsResolver {
  @FieldResolver(() => ObjectiveAimsType, { description: "Everything it was held against." })
  aims(@Root() { aims, figure }: ObjectiveResultView): AimsView {
    return { ...aims, figure };
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
