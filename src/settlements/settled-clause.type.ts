import { Field, Int, ObjectType } from "type-graphql";
import { MoneyType } from "../kpis/money.type";
import type { AimLevel } from "../objectives/clauses/clause";
import { AimLevelEnum, ConsequenceEnum } from "../objectives/clauses/clause-enums.type";
import { DateTime, Decimal, LocalDate } from "../platform/graphql/scalars";
import { OutcomeEnum } from "../scorecards/objective-result.type";
import type { Outcome } from "../scorecards/objective-result.entity";
import type { Day } from "../shared/day";
import type { Step } from "./engine/settled-period";
import { SettlementStepType } from "./settlement-step.type";

@ObjectType("SettledClause", { simpleResolvers: true, description: "What came of one clause, with every step." })
export class SettledClauseType {
  @Field(() => String, { description: "Its code." })
  clause!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: "First day it applied, where terms changed within the period.",
  })
  from!: Day | null;

  @Field(() => Boolean, { description: "False: there was too little data, or none." })
  isJudged!: boolean;

  @Field(() => Boolean, { description: "Whether it was set off, conditions included." })
  isTriggered!: boolean;

  @Field(() => Boolean, { description: "Whether this counts as a failure for repeats and counters." })
  isFailure!: boolean;

  @Field(() => Int, { description: "Failures in a row, this one included." })
  failuresInRow!: number;

  @Field(() => Decimal, { description: "Points, where the clause gives any." })
  points!: string;

  @Field(() => MoneyType, {
    description: "In the client's favour, after the objective's cap and before that of the pool, rounded for display.",
  })
  amount!: MoneyType;

  @Field(() => [SettlementStepType], { description: "How it came about." })
  steps!: readonly Step[];
}

@ObjectType("SettledObjective", { simpleResolvers: true, description: "What came of an objective in a settlement." })
export class SettledObjectiveType {
  @Field(() => String, { description: "Its code." })
  code!: string;

  @Field(() => OutcomeEnum, { description: "How it came out when this was settled." })
  outcome!: Outcome;

  @Field(() => String, { description: "The value with its sums as settled, for people: `96.5 % (193 of 200)`." })
  shown!: string;
}

@ObjectType("FailureCounter", { simpleResolvers: true, description: "Failures of a level, counted towards a limit." })
export class FailureCounterType {
  @Field(() => String, { description: "Code of the clause." })
  clause!: string;

  @Field(() => String, { description: "Code of the objective." })
  objective!: string;

  @Field(() => AimLevelEnum, { description: "The level whose misses are counted." })
  below!: AimLevel;

  @Field(() => Int, { description: "Failures so far." })
  failures!: number;

  @Field(() => Int, { description: "Within so many periods." })
  within!: number;

  @Field(() => Int, { description: "So many are too many." })
  limit!: number;

  @Field(() => Int, { description: "How many more may fail before the limit is reached; 0: the next one reaches it." })
  mayStillFail!: number;

  @Field(() => ConsequenceEnum, { description: "What follows at the limit." })
  consequence!: "default" | "termination";

  @Field(() => Boolean, { description: "Whether the limit is reached." })
  isReached!: boolean;
}

@ObjectType("EarnBackHold", { simpleResolvers: true, description: "A credit that may still be earned back." })
export class EarnBackHoldType {
  @Field(() => String, { description: "Code of the clause." })
  clause!: string;

  @Field(() => String, { nullable: true, description: "Code of the objective; null: the contract." })
  objective!: string | null;

  @Field(() => String, { description: "Document and section." })
  cites!: string;

  @Field(() => LocalDate, { description: "First local day of the period of the credit." })
  origin!: Day;

  @Field(() => MoneyType, { description: "How much." })
  amount!: MoneyType;

  @Field(() => Boolean, { description: "True: not invoiced until it is clear. False: credited, to be taken back." })
  isWithheld!: boolean;

  @Field(() => Int, { description: "Periods that have passed since." })
  periodsPassed!: number;

  @Field(() => Int, { description: "So many in a row reached the level." })
  periodsReached!: number;

  @Field(() => Int, { description: "So many must reach it." })
  periodsNeeded!: number;

  @Field(() => Int, { description: "After so many periods it is lost." })
  expiresAfter!: number;
}

@ObjectType("RaisedTarget", { simpleResolvers: true, description: "Whether performance above a target raises it." })
export class RaisedTargetType {
  @Field(() => String, { description: "Code of the clause." })
  clause!: string;

  @Field(() => String, { description: "Code of the objective." })
  objective!: string;

  @Field(() => Int, { description: "Periods in a row above the target." })
  periodsInRow!: number;

  @Field(() => Decimal, { description: "In the KPI's unit." })
  oldTarget!: string;

  @Field(() => Decimal, { nullable: true, description: "From the next period on; null: the target stays." })
  newTarget!: string | null;
}

@ObjectType("SettlementNotice", {
  simpleResolvers: true,
  description:
    "A default, or a ground for termination, that arose. Raised once, when its settlement was issued; withdrawn where a correction undoes it, never deleted.",
})
export class SettlementNoticeType {
  @Field(() => String, { description: "Code of the clause." })
  clause!: string;

  @Field(() => String, { description: "Document and section." })
  cites!: string;

  @Field(() => String, { description: "Code of the objective." })
  objectiveCode!: string;

  @Field(() => ConsequenceEnum, { description: "What arose." })
  consequence!: "default" | "termination";

  @Field(() => Int, { description: "Failures counted." })
  failures!: number;

  @Field(() => Int, { description: "Within so many periods." })
  within!: number;

  @Field(() => LocalDate, { description: "First local day of the period in which it arose." })
  periodFrom!: Day;

  @Field(() => DateTime, { description: "When its settlement was issued." })
  raisedAt!: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: "When it was withdrawn, by corrected figures; null: it stands.",
  })
  withdrawnAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Name of who issued the correction; `settlement`: none was needed, as no money changed. Null: it stands.",
  })
  withdrawnBy!: string | null;

  @Field(() => String, { nullable: true, description: "Why, in a sentence; null: it stands." })
  withdrawalReason!: string | null;
}
