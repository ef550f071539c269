import { createUnionType, Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { ContractType } from "../contracts/contract.type";
import { ServiceType } from "../contracts/service.type";
import type { SubjectKind } from "../kpis/kpi-definition";
import { SubjectKindEnum } from "../kpis/kpi.type";
import { PersonType } from "../people/person.type";
import { PositionType } from "../people/position.type";
import { TeamType } from "../people/team.type";
import { connectionOf } from "../platform/graphql/connection";
import { NodeType } from "../platform/graphql/node";
import { PeriodType } from "../platform/graphql/period.type";
import { DateTime, Decimal } from "../platform/graphql/scalars";
import { FinalityEnum } from "./figure.type";
import { ScorecardItemType } from "./scorecard-item.type";
import type { ScorecardOrder } from "./scorecard-reading.queries";
import { CompositionType, ScoreLevelType } from "./scorecard-score.type";
import type { Finality, ScorecardItemView } from "./scorecard-view";
import type { Composition, ScoreLevel } from "./scorecard.entity";

export const ScorecardOrderEnum = {
  SCORE_DESC: "score_desc",
  SCORE_ASC: "score_asc",
} as const satisfies Record<string, ScorecardOrder>;

registerEnumType(ScorecardOrderEnum, {
  name: "ScorecardOrder",
  description: "Orders of a list of scorecards. Scorecards without a score come last; equal scores stand by id.",
  valuesConfig: {
    SCORE_DESC: { description: "Best first." },
    SCORE_ASC: { description: "Worst first." },
  },
});

export const ScorecardSubject = createUnionType({
  name: "ScorecardSubject",
  description: "Whose scorecard it is.",
  types: () => [ContractType, ServiceType, TeamType, PersonType, PositionType] as const,
  resolveType: (value) => (value as unknown as { __typename: string }).__typename,
});

@ObjectType("Rank", { simpleResolvers: true, description: "Place among the scorecards it is compared with." })
export class RankType {
  @Field(() => Int, { description: "1 is best; equal scores share a place." })
  place!: number;

  @Field(() => Int, { description: "How many are ranked." })
  of!: number;
}

@ObjectType("DataQuality", { simpleResolvers: true, description: "What to know before believing the figures." })
export class DataQualityType {
  @Field(() => Int, { description: "Days of the period that lie behind us." })
  days!: number;

  @Field(() => Int, { description: "Days on which a service was open but no data came." })
  daysWithoutData!: number;

  @Field(() => Int, { description: "Rows of the client's feeds refused on those days." })
  rowsRejected!: number;
}

@ObjectType("Scorecard", {
  simpleResolvers: true,
  implements: NodeType,
  description:
    "The KPI results of one subject in one period. A person's is seen with the right READ_PEOPLE, and by that person.",
})
export class ScorecardType extends NodeType {
  @Field(() => SubjectKindEnum, { description: "What kind of thing `subject` is." })
  subjectKind!: SubjectKind;

  @Field(() => PeriodType, { description: "The local days it is about." })
  period!: PeriodType;

  @Field(() => FinalityEnum, { description: "Whether it can still change." })
  state!: Finality;

  @Field(() => Int, { description: "1 at first; each restatement adds one." })
  version!: number;

  @Field(() => Decimal, {
    nullable: true,
    description:
      "0 to 200 by weight, 100 is what was asked for; null when no item could be scored, or as `composition` says.",
  })
  score!: string | null;

  @Field(() => ScoreLevelType, { nullable: true, description: "What the score is called; null without one." })
  level!: ScoreLevel | null;

  @Field(() => CompositionType, { description: "How the items became the score." })
  composition!: Composition;

  @Field(() => RankType, { nullable: true, description: "Null below the minimum sample and where nobody is compared." })
  rank!: RankType | null;

  @Field(() => [ScorecardItemType], { description: "In the order they are shown." })
  items!: readonly ScorecardItemView[];

  @Field(() => DataQualityType, { description: "What to know before believing it." })
  dataQuality!: DataQualityType;

  @Field(() => DateTime, { description: "When the figures were computed." })
  computedAt!: Date;
}

export const ScorecardList = connectionOf("Scorecard", "scorecards", () => ScorecardType);
