import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { MoneyType } from "../../kpis/money.type";
import { Decimal, LocalDate } from "../../platform/graphql/scalars";
import type { Day } from "../../shared/day";
import { FailureCounterType } from "../settled-clause.type";
import type { GradeName } from "./grade.rules";
import type { Trend } from "./rating.rules";

export const GradeEnum = { A: "A", B: "B", C: "C", D: "D", E: "E" } as const satisfies Record<string, GradeName>;

registerEnumType(GradeEnum, {
  name: "RatingGrade",
  description: "Grades of a contract's performance, by shares of weighted results; equal is reached.",
  valuesConfig: {
    A: { description: "95 % met, all at their minimum." },
    B: { description: "90 % met, 98 % at their minimum." },
    C: { description: "80 % met, 95 % at their minimum." },
    D: { description: "65 % met, 90 % at their minimum; with a default in the periods the best there is." },
    E: { description: "Less." },
  },
});

export const RatingTrendEnum = {
  IMPROVING: "improving",
  STEADY: "steady",
  WORSENING: "worsening",
} as const satisfies Record<string, Trend>;

registerEnumType(RatingTrendEnum, {
  name: "RatingTrend",
  description: "The later half of the periods against the earlier half.",
  valuesConfig: {
    IMPROVING: { description: "More than 5 percentage points more are met." },
    STEADY: { description: "Within 5 percentage points." },
    WORSENING: { description: "More than 5 percentage points fewer are met." },
  },
});

/** Extended by what is rated. */
@ObjectType({ simpleResolvers: true, description: "How objectives came out over some periods." })
export abstract class PerformanceType {
  @Field(() => Int, { description: "Results that were judged; those without data enough do not count." })
  judged!: number;

  @Field(() => Int, { description: "Results that missed their target." })
  misses!: number;

  @Field(() => Int, { description: "Results that missed their minimum, too." })
  belowMinimum!: number;

  @Field(() => Decimal, {
    nullable: true,
    description: "Weighted share that met its target, 0 to 1; null: none judged.",
  })
  met!: string | null;

  @Field(() => Decimal, { nullable: true, description: "Weighted share that reached its minimum; null: none judged." })
  atMinimum!: string | null;

  @Field(() => Decimal, { nullable: true, description: "`met` of the later half less that of the earlier half." })
  change!: string | null;

  @Field(() => RatingTrendEnum, { nullable: true, description: "Null where one of the halves has nothing judged." })
  trend!: Trend | null;

  @Field(() => Decimal, { description: "Points of clauses." })
  points!: string;
}

@ObjectType("ObjectiveRating", { simpleResolvers: true, description: "How one objective came out over some periods." })
export class ObjectiveRatingType extends PerformanceType {
  @Field(() => String, { description: "Its code." })
  code!: string;
}

@ObjectType("RatingWindow", { simpleResolvers: true, description: "A contract's performance over rolling periods." })
export class RatingWindowType extends PerformanceType {
  @Field(() => Int, { description: "How many periods are looked at at most: 6 or 12." })
  over!: number;

  @Field(() => Int, { description: "How many there are." })
  periods!: number;

  @Field(() => MoneyType, { description: "Credits of these periods, corrections included." })
  credits!: MoneyType;

  @Field(() => MoneyType, { description: "Fees of these periods." })
  fees!: MoneyType;

  @Field(() => Decimal, { nullable: true, description: "Credits ÷ fees; null where there are no fees." })
  creditShare!: string | null;

  @Field(() => Int, { description: "Defaults and grounds for termination that arose." })
  notices!: number;

  @Field(() => GradeEnum, { nullable: true, description: "Null: nothing was judged." })
  grade!: GradeName | null;

  @Field(() => String, { nullable: true, description: "Why it is no better grade; null without one." })
  gradeReason!: string | null;

  @Field(() => [ObjectiveRatingType], { description: "The same of each objective, by code." })
  objectives!: readonly ObjectiveRatingType[];
}

@ObjectType("ContractRating", {
  simpleResolvers: true,
  description: "How a contract performs over rolling 6 and 12 settled periods; clients: of what was issued to them.",
})
export class ContractRatingType {
  @Field(() => LocalDate, { description: "Of periods that ended by this local day." })
  asOf!: Day;

  @Field(() => RatingWindowType, { description: "The last 6 periods." })
  six!: RatingWindowType;

  @Field(() => RatingWindowType, { description: "The last 12 periods." })
  twelve!: RatingWindowType;

  @Field(() => [FailureCounterType], { description: "Counters of failures after the last of these periods." })
  counters!: readonly FailureCounterType[];
}
