import { Field, ObjectType, registerEnumType } from "type-graphql";
import type { LateChange } from "../../facts/late-fact.entity";
import { StreamEnum } from "../../facts/stream.type";
import type { KpiDefinition } from "../../kpis/kpi-definition";
import { KpiType } from "../../kpis/kpi.type";
import { connectionOf } from "../../platform/graphql/connection";
import { PeriodType } from "../../platform/graphql/period.type";
import { DateTime, LocalDate } from "../../platform/graphql/scalars";
import type { Day } from "../../shared/day";
import type { Stream } from "../../shared/stream";
import { FigureStandingType, ResultStandingType } from "./standing.type";
import type { FigureStandingView } from "./standing-view";

export const LateChangeEnum = {
  ADDED: "added",
  CHANGED: "changed",
  MOVED: "moved",
  WITHDRAWN: "withdrawn",
} as const satisfies Record<string, LateChange>;

registerEnumType(LateChangeEnum, {
  name: "LateChange",
  description: "What happened to a fact on a day that was closed already.",
  valuesConfig: {
    ADDED: { description: "It came for the first time." },
    CHANGED: { description: "It counted here and does so still, but says something else." },
    MOVED: { description: "It counts here now or did before, but not both: another day, person or service." },
    WITHDRAWN: { description: "It counted here and is gone." },
  },
});

@ObjectType("LateFact", {
  simpleResolvers: true,
  description: "Something that happened to a fact after its day was closed. Needs the right READ_FACTS.",
})
export class LateFactType {
  @Field(() => StreamEnum, { description: "What kind of record it is." })
  stream!: Stream;

  @Field(() => String, { description: "The system that sent it." })
  source!: string;

  @Field(() => String, { description: "Its id in that system." })
  externalId!: string;

  @Field(() => LocalDate, { description: "The local day of its service on which it counts, or counted." })
  day!: Day;

  @Field(() => LateChangeEnum, { description: "What happened to it there." })
  change!: LateChange;

  @Field(() => DateTime, { description: "When." })
  at!: Date;
}

export const LateFactList = connectionOf("LateFact", "late facts", () => LateFactType);
@ObjectType("Drift", {
  simpleResolvers: true,
  description:
    "What a final figure would be by the facts, manual values and disputes known now, under the definitions it was " +
    "decided by. It changes nothing until somebody restates the period.",
})
export class DriftType {
  @Field(() => KpiType, { description: "What is measured." })
  kpi!: KpiDefinition;

  @Field(() => FigureStandingType, { nullable: true, description: "What is in force; null: there is no such figure." })
  from!: FigureStandingView | null;

  @Field(() => FigureStandingType, { nullable: true, description: "What it would be; null: no fact is left." })
  to!: FigureStandingView | null;

  @Field(() => DateTime, { description: "Since when the result would change in this way." })
  noticedAt!: Date;
}

@ObjectType("ResultDrift", {
  simpleResolvers: true,
  description: "What a final scorecard or objective result would be by what is known now.",
})
export class ResultDriftType {
  @Field(() => PeriodType, { description: "The closed period." })
  period!: PeriodType;

  @Field(() => ResultStandingType, { nullable: true, description: "What is in force; null: there is no result." })
  from!: ResultStandingType | null;

  @Field(() => ResultStandingType, { nullable: true, description: "What it would be; null: no fact is left." })
  to!: ResultStandingType | null;

  @Field(() => [DriftType], { description: "The figures that would change, in the order they are shown." })
  figures!: readonly DriftType[];

  @Field(() => DateTime, { description: "Since when it would change in this way." })
  noticedAt!: Date;
}

export const ResultDriftList = connectionOf("ResultDrift", "results that would change", () => ResultDriftType);
