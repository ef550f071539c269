import { Field, Int, ObjectType } from "type-graphql";
import { MoneyType } from "../../kpis/money.type";
import { Payload } from "../../platform/graphql/mutation";
import { PeriodType } from "../../platform/graphql/period.type";
import { Decimal } from "../../platform/graphql/scalars";
import { FigureStatusEnum } from "../../scorecards/figure.type";
import { OutcomeEnum } from "../../scorecards/objective-result.type";
import type { FigureStatus } from "../../scorecards/scorecard.entity";
import type { Outcome } from "../../scorecards/objective-result.entity";

@ObjectType({
  simpleResolvers: true,
  description: "What many draws of the same history came to: credits less bonuses.",
})
export class CreditSpread {
  @Field(() => MoneyType, { description: "One draw in twenty costs no more." })
  p5!: MoneyType;

  @Field(() => MoneyType, { description: "Half of the draws cost no more." })
  p50!: MoneyType;

  @Field(() => MoneyType, { description: "One draw in twenty costs more." })
  p95!: MoneyType;

  @Field(() => MoneyType, { description: "On average, rounded to the minor unit." })
  mean!: MoneyType;
}

@ObjectType({ simpleResolvers: true, description: "One line that would have been settled." })
export class SimulatedLine {
  @Field(() => String, { description: "Code of the clause." })
  clause!: string;

  @Field(() => String, { description: "Document and section." })
  cites!: string;

  @Field(() => String, { nullable: true, description: "Code of the objective; null: the contract as a whole." })
  objective!: string | null;

  @Field(() => MoneyType, { description: "In the client's favour; negative: in ours." })
  amount!: MoneyType;

  @Field(() => String, { description: "Why, in one sentence." })
  reason!: string;
}

@ObjectType("SimulatedResult", { simpleResolvers: true, description: "How an objective would have come out." })
export class SimulatedResultType {
  @Field(() => String, { description: "Code of the objective." })
  objective!: string;

  @Field(() => String, { description: "Code of the KPI." })
  kpi!: string;

  @Field(() => Decimal, { nullable: true, description: "In the KPI's unit, unrounded; null: see `status`." })
  value!: string | null;

  @Field(() => FigureStatusEnum, { description: "Whether there is a value." })
  status!: FigureStatus;

  @Field(() => Int, { description: "Facts it rests on." })
  sample!: number;

  @Field(() => Decimal, { description: "The target that would have applied." })
  target!: string;

  @Field(() => OutcomeEnum, { description: "Met or not." })
  outcome!: Outcome;

  @Field(() => Int, {
    nullable: true,
    description: "Misses that the target allows of so many; null: counts no misses.",
  })
  missesAllowed!: number | null;

  @Field(() => Decimal, {
    nullable: true,
    description:
      "Chance to meet the target with as many events at the rate seen, 0 to 1, binomial, to four decimals; null: counts " +
      "no events, or not judged.",
  })
  chance!: string | null;
}

@ObjectType("SimulatedPeriod", { simpleResolvers: true, description: "One period of the past under a draft." })
export class SimulatedPeriodType {
  @Field(() => PeriodType, { description: "The local days it is about." })
  period!: PeriodType;

  @Field(() => [SimulatedResultType], { description: "By code of the objective." })
  results!: readonly SimulatedResultType[];

  @Field(() => MoneyType, { nullable: true, description: "Credits after caps; null: the terms do not settle it." })
  credits!: MoneyType | null;

  @Field(() => MoneyType, { nullable: true, description: "Bonuses after caps." })
  bonuses!: MoneyType | null;

  @Field(() => MoneyType, { nullable: true, description: "All lines together, in the client's favour." })
  net!: MoneyType | null;

  @Field(() => MoneyType, {
    nullable: true,
    description: "All lines it was settled for in earnest, with all corrections since; null: it was not settled.",
  })
  settled!: MoneyType | null;

  @Field(() => [SimulatedLine], { description: "Every line, as it would have been settled." })
  lines!: readonly SimulatedLine[];

  @Field(() => CreditSpread, { nullable: true, description: "What chance could have made of it; null: nothing drawn." })
  spread!: CreditSpread | null;
}

@ObjectType("SimulatedObjective", { simpleResolvers: true, description: "One objective over all periods." })
export class SimulatedObjectiveType {
  @Field(() => String, { description: "Its code." })
  code!: string;

  @Field(() => String, { description: "Its name." })
  name!: string;

  @Field(() => Int, { description: "Periods it was in force." })
  periods!: number;

  @Field(() => Int, { description: "Those with enough data to judge." })
  judged!: number;

  @Field(() => Int, { description: "Those in which the target was met." })
  met!: number;

  @Field(() => Int, { nullable: true, description: "Those in which the minimum was reached; null: there is none." })
  minimumMet!: number | null;

  @Field(() => Decimal, {
    nullable: true,
    description:
      "Chance to attain the target at real volumes and the rates seen, 0 to 1: mean of the periods' `chance`; null: " +
      "counts no events.",
  })
  attainable!: string | null;

  @Field(() => Int, { nullable: true, description: "Facts of the middle period." })
  typicalSample!: number | null;

  @Field(() => Int, { nullable: true, description: "Misses allowed in the middle period; null: counts no misses." })
  typicalMissesAllowed!: number | null;

  @Field(() => Decimal, { nullable: true, description: "How much better than the target the middle period was." })
  typicalMargin!: string | null;

  @Field(() => Decimal, { nullable: true, description: "The same of the worst period; negative: worse." })
  leastMargin!: string | null;

  @Field(() => MoneyType, { description: "All its lines together, in the client's favour." })
  credits!: MoneyType;
}

@ObjectType("Simulation", { simpleResolvers: true, description: "What the past would have come to under a draft." })
export class SimulationType {
  @Field(() => String, { description: "As the draft was called." })
  name!: string;

  @Field(() => [SimulatedPeriodType], { description: "Oldest first." })
  periods!: readonly SimulatedPeriodType[];

  @Field(() => [SimulatedObjectiveType], { description: "By code." })
  objectives!: readonly SimulatedObjectiveType[];

  @Field(() => MoneyType, { description: "Fees of all periods that are settled." })
  fee!: MoneyType;

  @Field(() => MoneyType, { description: "Credits of all periods." })
  credits!: MoneyType;

  @Field(() => MoneyType, { description: "Bonuses of all periods." })
  bonuses!: MoneyType;

  @Field(() => MoneyType, { description: "All lines of all periods, in the client's favour." })
  net!: MoneyType;

  @Field(() => CreditSpread, {
    nullable: true,
    description: "Of all periods together; null: no money, or nothing drawn.",
  })
  spread!: CreditSpread | null;

  @Field(() => Int, { description: "Seed of the draws." })
  seed!: number;

  @Field(() => Int, { description: "How often history was drawn again." })
  draws!: number;

  @Field(() => [String], { description: "Documents of the draft that mean nothing to a simulation: `Service phone`." })
  ignored!: readonly string[];
}

@ObjectType({ simpleResolvers: true, description: "How two simulations differ in a period." })
export class SimulatedDifference {
  @Field(() => PeriodType, { description: "The period." })
  period!: PeriodType;

  @Field(() => MoneyType, {
    nullable: true,
    description: "Net of the second less net of the first; null: one has none.",
  })
  net!: MoneyType | null;
}

@ObjectType({ simpleResolvers: true, description: "What `simulateContract` found." })
export class SimulateContractPayload extends Payload {
  @Field(() => SimulationType, { nullable: true, description: "Null when refused." })
  simulation?: SimulationType | null;
}

@ObjectType({ simpleResolvers: true, description: "What `simulateContracts` found." })
export class SimulateContractsPayload extends Payload {
  @Field(() => [SimulationType], { nullable: true, description: "In the order of the drafts; null when refused." })
  simulations?: readonly SimulationType[] | null;

  @Field(() => [SimulatedDifference], { nullable: true, description: "Period by period; null when refused." })
  differences?: readonly SimulatedDifference[] | null;

  @Field(() => MoneyType, { nullable: true, description: "Net of the second less net of the first, over all periods." })
  netDifference?: MoneyType | null;
}
