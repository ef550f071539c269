import { createUnionType, Field, Int, ObjectType, registerEnumType } from "type-graphql";
import type { Interval } from "../kpis/interval.rules";
import type { KpiDefinition } from "../kpis/kpi-definition";
import { KpiType } from "../kpis/kpi.type";
import { PersonType } from "../people/person.type";
import { TeamType } from "../people/team.type";
import { connectionOf } from "../platform/graphql/connection";
import { PeriodType } from "../platform/graphql/period.type";
import { Decimal } from "../platform/graphql/scalars";
import { FinalityEnum, IntervalType } from "../scorecards/figure.type";
import type { Finality } from "../scorecards/scorecard-view";
import type { Recognition, RecognitionKind } from "./recognition";

export const RecognitionKindEnum = {
  PERSONAL_BEST: "personal_best",
  SUSTAINED_IMPROVEMENT: "sustained_improvement",
  CONSISTENTLY_STRONG_TEAM: "consistently_strong_team",
} as const satisfies Record<string, RecognitionKind>;

registerEnumType(RecognitionKindEnum, {
  name: "RecognitionKind",
  description: "What somebody is recognised for.",
  valuesConfig: {
    PERSONAL_BEST: { description: "A person's best value of a KPI in this role so far; at least 6 earlier periods." },
    SUSTAINED_IMPROVEMENT: {
      description: "At least 4 periods in a row each better than the one before, beyond what chance brings.",
    },
    CONSISTENTLY_STRONG_TEAM: {
      description: "A team whose share reached its target with confidence in at least 3 periods in a row.",
    },
  },
});

export const RecognitionSubject = createUnionType({
  name: "RecognitionSubject",
  description: "Who is recognised.",
  types: () => [PersonType, TeamType] as const,
  resolveType: (value) => (value as unknown as { __typename: string }).__typename,
});

@ObjectType("RecognitionFigure", { simpleResolvers: true, description: "A figure that a recognition rests on." })
export class RecognitionFigureType {
  @Field(() => PeriodType, { description: "When." })
  period!: PeriodType;

  @Field(() => Decimal, { description: "Unrounded, in the KPI's unit; a share is 0 to 1." })
  value!: string;

  @Field(() => Int, { description: "How many facts it rests on." })
  sample!: number;

  @Field(() => IntervalType, { nullable: true, description: "95 % Wilson interval of a share; null for other KPIs." })
  interval!: Interval | null;

  @Field(() => Decimal, { nullable: true, description: "What it was held against then; null without a target." })
  target!: string | null;

  @Field(() => FinalityEnum, { description: "Whether it can still change." })
  finality!: Finality;
}

@ObjectType("RecognitionEvidence", { simpleResolvers: true, description: "Why somebody is recognised." })
export class RecognitionEvidenceType {
  @Field(() => String, { description: "By what rule, in English." })
  rule!: string;

  @Field(() => Decimal, {
    description:
      "How likely it is by chance alone, 0 to 1: when nothing changed or, of a target, when it is just reached.",
  })
  chance!: string;

  @Field(() => Int, { description: "How many in the same role (or teams) were looked at for this KPI." })
  compared!: number;

  @Field(() => Decimal, { description: "How many of those chance alone would bring out: `chance` × `compared`." })
  expectedByChance!: string;

  @Field(() => [RecognitionFigureType], { description: "The figures it rests on, in order; the last is the period's." })
  figures!: readonly RecognitionFigureType[];
}

@ObjectType("Recognition", {
  simpleResolvers: true,
  description: "Something to thank a person or a team for, as data. Of people: for whoever may see their scorecards.",
})
export class RecognitionType {
  @Field(() => RecognitionKindEnum, { description: "What for." })
  kind!: RecognitionKind;

  @Field(() => KpiType, { description: "In which KPI." })
  kpi!: KpiDefinition;

  @Field(() => PeriodType, { description: "The period it is told of." })
  period!: PeriodType;

  @Field(() => FinalityEnum, { description: "Of the period's figure: provisional ones may still change." })
  finality!: Finality;

  @Field(() => RecognitionEvidenceType, { description: "The figures and the rule behind it." })
  evidence!: RecognitionEvidenceType;
}

/** A recognition as the API shows it, with what it was made of. */
export interface RecognitionView extends RecognitionType {
  readonly of: Recognition;
  readonly currency: string;
}

export const RecognitionList = connectionOf("Recognition", "recognitions", () => RecognitionType);
