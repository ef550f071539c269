import { createUnionType, Field, Int, ObjectType } from "type-graphql";
import { MoneyType } from "../../kpis/money.type";
import { DatedType } from "../../platform/graphql/dated.type";
import { PeriodKindEnum } from "../../platform/graphql/period.type";
import { Decimal } from "../../platform/graphql/scalars";
import type { PeriodKind } from "../../shared/period";
import {
  AimLevelEnum,
  ClauseSideEnum,
  EarnBackModeEnum,
  EarnBackOfEnum,
  EarnBackSettleEnum,
  MoneyRoundingEnum,
  PaysEnum,
  StageEnum,
  TriggerEnum,
} from "./clause-enums.type";
import type { AimLevel, Clause, EarnBack, Guard, MoneyRounding, Pays, Stage, Trigger } from "./clause";
import { MechanismUnion } from "./mechanism.type";

@ObjectType("BinomialGuard", {
  simpleResolvers: true,
  description: "Nothing follows unless the deficit is significant.",
})
export class BinomialGuardType {
  @Field(() => Decimal, { description: "Level of significance, a ratio. Exact." })
  alpha!: string;
}

@ObjectType("CriticalZRow", { simpleResolvers: true, description: "A critical value from a sample on." })
export class CriticalZRowType {
  @Field(() => Int, { description: "The smallest sample it is for." })
  fromSample!: number;

  @Field(() => Decimal, { description: "The deficit in standard errors that must be passed. Exact." })
  z!: string;
}

@ObjectType("CriticalZGuard", { simpleResolvers: true, description: "The deficit must pass the value of its sample." })
export class CriticalZGuardType {
  @Field(() => [CriticalZRowType], { description: "From small samples to large." })
  table!: readonly CriticalZRowType[];
}

@ObjectType("SmallSampleRow", { simpleResolvers: true, description: "Misses that a small sample may have." })
export class SmallSampleRowType {
  @Field(() => Int, { description: "The largest sample it is for." })
  upToSample!: number;

  @Field(() => Int, { description: "How many may miss." })
  missesAllowed!: number;
}

@ObjectType("SmallSampleGuard", { simpleResolvers: true, description: "Small samples may have some misses." })
export class SmallSampleGuardType {
  @Field(() => [SmallSampleRowType], { description: "From small samples to large; larger ones pass." })
  table!: readonly SmallSampleRowType[];
}

@ObjectType("MinimumSampleGuard", { simpleResolvers: true, description: "Nothing follows from fewer facts." })
export class MinimumSampleGuardType {
  @Field(() => Int, { description: "How many facts there must be." })
  sample!: number;
}

@ObjectType("AllReachGuard", { simpleResolvers: true, description: "No bonus unless objectives reach their level." })
export class AllReachGuardType {
  @Field(() => AimLevelEnum, { description: "Which level." })
  level!: AimLevel;

  @Field(() => [String], { description: "Codes of the objectives; empty: all of the contract." })
  objectives!: readonly string[];
}

const GUARD_NAMES: Readonly<Record<Guard["kind"], string>> = {
  binomial: "BinomialGuard",
  critical_z: "CriticalZGuard",
  small_sample: "SmallSampleGuard",
  minimum_sample: "MinimumSampleGuard",
  all_reach: "AllReachGuard",
};

export const GuardUnion = createUnionType({
  name: "ClauseGuard",
  description: "A condition without which nothing follows. Ask for `__typename`.",
  types: () =>
    [BinomialGuardType, CriticalZGuardType, SmallSampleGuardType, MinimumSampleGuardType, AllReachGuardType] as const,
  resolveType: (guard) => GUARD_NAMES[(guard as unknown as Guard).kind],
});

export const shownGuard = (guard: Guard) => ({ __typename: GUARD_NAMES[guard.kind], ...guard });

@ObjectType("ClauseRepeat", { simpleResolvers: true, description: "Failing again multiplies." })
export class RepeatType {
  @Field(() => Decimal, { nullable: true, description: "2 doubles. Exact. Null: failures in a row multiply." })
  multiplier?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "Within how many periods before. Null: failures in a row multiply.",
  })
  within?: number | null;

  @Field(() => [Decimal], {
    nullable: true,
    description:
      "Multipliers of the first failure in a row, the second, …; the last holds from then on. Exact. Null: one multiplier.",
  })
  inARow?: readonly string[] | null;
}

@ObjectType("PayCap", { simpleResolvers: true, description: "The most that is paid." })
export class CapType {
  @Field(() => PaysEnum, { description: "What the amount means." })
  pays!: Pays;

  @Field(() => Decimal, { description: "A ratio (0.1 is 10 %), or minor units of the contract's currency. Exact." })
  amount!: string;
}

@ObjectType("EarnBack", { simpleResolvers: true, description: "Credits that better service earns back." })
export class EarnBackType {
  @Field(() => AimLevelEnum, { description: "The level to be reached." })
  level!: AimLevel;

  @Field(() => Int, { description: "How many of the following periods must reach it." })
  periods!: number;

  @Field(() => EarnBackModeEnum, { description: "Each of them, or their mean." })
  mode!: EarnBack["mode"];

  @Field(() => EarnBackOfEnum, { description: "Whose results." })
  of!: EarnBack["of"];

  @Field(() => Int, { description: "Periods after which what was not earned back is lost." })
  expiresAfter!: number;

  @Field(() => EarnBackSettleEnum, { description: "Where the money is meanwhile." })
  settle!: EarnBack["settle"];
}

@ObjectType("SettlementClause", {
  simpleResolvers: true,
  description: "One rule by which money or points follow from results.",
})
export class SettlementClauseType {
  @Field(() => String, { description: "Unique within the contract." })
  code!: string;

  @Field(() => String, { description: "Name for people." })
  name!: string;

  @Field(() => String, { description: "Document and section of the contract." })
  cites!: string;

  @Field(() => ClauseSideEnum, { description: "In whose favour; a bonus with malus is both." })
  side!: Clause["side"];

  @Field(() => [String], { description: "Codes of the objectives it looks at, each by itself; empty: the contract." })
  objectives!: readonly string[];

  @Field(() => TriggerEnum, { description: "When it looks at an objective." })
  when!: Trigger;

  @Field(() => MechanismUnion, { description: "What it does." })
  mechanism!: typeof MechanismUnion;

  @Field(() => [GuardUnion], { description: "Conditions, all of which must hold." })
  guards!: readonly (typeof GuardUnion)[];

  @Field(() => RepeatType, { nullable: true, description: "Null: failing again costs the same." })
  repeat!: RepeatType | null;

  @Field(() => MoneyType, { nullable: true, description: "Money up to this is dropped; null: nothing is." })
  ignoredUpTo!: MoneyType | null;

  @Field(() => MoneyType, { nullable: true, description: "What is due is at least this. Null: no such floor." })
  atLeast!: MoneyType | null;

  @Field(() => CapType, { nullable: true, description: "The most for one objective and period; null: no such cap." })
  cap!: CapType | null;

  @Field(() => EarnBackType, { nullable: true, description: "Null: credits are final." })
  earnBack!: EarnBackType | null;

  @Field(() => String, { description: "What it does, in plain English, for documents." })
  sentence!: string;
}

@ObjectType("SettlementTerms", {
  simpleResolvers: true,
  description:
    "What a contract says about money for a range of days. Seen by the client and by those of ours who answer for the contract.",
})
export class SettlementTermsType extends DatedType {
  @Field(() => PeriodKindEnum, { description: "The length of period that is settled." })
  settledBy!: PeriodKind;

  @Field(() => MoneyType, { description: "Fee of one such period, unless another is charged." })
  fee!: MoneyType;

  @Field(() => Decimal, { description: "Share of the fee that credits may reach, a ratio. Exact." })
  atRisk!: string;

  @Field(() => Decimal, { description: "What all allocations together may come to, a ratio. Exact." })
  allocationLimit!: string;

  @Field(() => MoneyType, { nullable: true, description: "Money per point; null: points count on ladders only." })
  pointValue!: MoneyType | null;

  @Field(() => CapType, { nullable: true, description: "The most of all credits of a period; null: what is at risk." })
  creditCap!: CapType | null;

  @Field(() => CapType, { nullable: true, description: "The most of all credits of a year; null: no such cap." })
  yearlyCreditCap!: CapType | null;

  @Field(() => CapType, { nullable: true, description: "The most of all bonuses of a period; null: no such cap." })
  bonusCap!: CapType | null;

  @Field(() => Boolean, { description: "Whether objectives that one incident breaches yield one credit together." })
  singleIncident!: boolean;

  @Field(() => [StageEnum], { description: "The order of evaluation." })
  order!: readonly Stage[];

  @Field(() => MoneyRoundingEnum, { description: "Of each line, to the minor unit." })
  rounding!: MoneyRounding;

  @Field(() => [SettlementClauseType], { description: "In the order written." })
  clauses!: readonly SettlementClauseType[];
}
