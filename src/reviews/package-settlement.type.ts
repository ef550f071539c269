import { Field, Int, ObjectType } from "type-graphql";
import { DateTime, Decimal } from "../platform/graphql/scalars";
import { PackagePeriodType } from "./package-figures.type";
import type {
  PackageCounter,
  PackageMoney,
  PackageMoneyCorrection,
  PackageSettlementLine,
  PackageStep,
  PackageTrace,
} from "./package-settlement";

@ObjectType("PackageMoney", { simpleResolvers: true, description: "An amount as the package shows it." })
class PackageMoneyType {
  @Field(() => Decimal, { description: "In minor units of the contract's currency, whole." })
  minor!: string;

  @Field(() => String, { description: "For people: `€ 2,000.00`." })
  display!: string;
}

@ObjectType("PackageStep", { simpleResolvers: true, description: "One step of how an amount came about." })
class PackageStepType {
  @Field(() => String, { description: "The rule, as a sentence." })
  rule!: string;

  @Field(() => String, { description: "What it was applied to; empty where there is nothing to name." })
  inputs!: string;

  @Field(() => String, { description: "What came out." })
  output!: string;

  @Field(() => String, { nullable: true, description: "Document and section of the contract; null: a general rule." })
  cites!: string | null;
}

@ObjectType("PackageSettlementLine", { simpleResolvers: true, description: "One amount of the settlement." })
class PackageSettlementLineType {
  @Field(() => Int, { description: "Its number within the settlement, from 1." })
  no!: number;

  @Field(() => String, { description: "Code of the clause." })
  clause!: string;

  @Field(() => String, { description: "Document and section of the contract." })
  cites!: string;

  @Field(() => String, { nullable: true, description: "Name of the objective; null: the contract as a whole." })
  objective!: string | null;

  @Field(() => PackageMoneyType, { description: "In the client's favour; below 0 in the provider's." })
  amount!: PackageMoney;

  @Field(() => String, { description: "For the invoice, in one sentence." })
  reason!: string;
}

@ObjectType("PackageTrace", {
  simpleResolvers: true,
  description: "How lines came about: those of one clause for one objective share their steps.",
})
class PackageTraceType {
  @Field(() => [Int], { description: "Numbers of the lines." })
  lines!: readonly number[];

  @Field(() => [PackageStepType], { description: "In order." })
  steps!: readonly PackageStep[];
}

@ObjectType("PackageCounter", {
  simpleResolvers: true,
  description: "Failures counted towards a default or a ground for termination.",
})
class PackageCounterType {
  @Field(() => String, { description: "Code of the clause." })
  clause!: string;

  @Field(() => String, { description: "Name of the objective." })
  objective!: string;

  @Field(() => Int, { description: "Failures within the last `within` periods." })
  failures!: number;

  @Field(() => Int, { description: "How many periods are looked at, this one included." })
  within!: number;

  @Field(() => Int, { description: "So many have the consequence." })
  limit!: number;

  @Field(() => Boolean, { description: "Whether the limit is reached." })
  isReached!: boolean;
}

@ObjectType("PackageMoneyCorrection", {
  simpleResolvers: true,
  description: "What the money of an earlier period was corrected by.",
})
class PackageMoneyCorrectionType {
  @Field(() => PackagePeriodType, { description: "Whose money was corrected." })
  period!: PackagePeriodType;

  @Field(() => DateTime, { description: "When the correction was issued." })
  issuedAt!: string;

  @Field(() => String, { description: "Why." })
  reason!: string;

  @Field(() => PackageMoneyType, { description: "In the client's favour; below 0 in the provider's." })
  difference!: PackageMoney;
}

@ObjectType("SettlementSection", {
  simpleResolvers: true,
  description: "What the reviewed period came to in money, once it was issued. Absent before that.",
})
export class SettlementSection {
  @Field(() => DateTime, { description: "When it was issued to the client." })
  issuedAt!: string;

  @Field(() => PackageMoneyType, { description: "Fee of the period." })
  fee!: PackageMoney;

  @Field(() => PackageMoneyType, { description: "The part of the fee that credits may reach." })
  pool!: PackageMoney;

  @Field(() => PackageMoneyType, { description: "Credits to the client." })
  credits!: PackageMoney;

  @Field(() => PackageMoneyType, { description: "Bonuses to the provider." })
  bonuses!: PackageMoney;

  @Field(() => PackageMoneyType, { description: "Credits withheld until it is clear whether they are earned back." })
  held!: PackageMoney;

  @Field(() => PackageMoneyType, { description: "Sum of the lines, in the client's favour." })
  net!: PackageMoney;

  @Field(() => [PackageSettlementLineType], { description: "As they go on the invoice." })
  lines!: readonly PackageSettlementLine[];

  @Field(() => [PackageTraceType], { description: "How they came about; money from an earlier period has none." })
  traces!: readonly PackageTrace[];

  @Field(() => [PackageStepType], { description: "Steps about the whole period: caps, incidents." })
  steps!: readonly PackageStep[];

  @Field(() => [PackageCounterType], { description: "Counters of defaults." })
  counters!: readonly PackageCounter[];
}

@ObjectType("MoneyCorrectionsSection", {
  simpleResolvers: true,
  description: "Corrections of earlier settlements issued since the package before. Absent when there are none.",
})
export class MoneyCorrectionsSection {
  @Field(() => [PackageMoneyCorrectionType], { description: "The earliest period first." })
  corrections!: readonly PackageMoneyCorrection[];
}
