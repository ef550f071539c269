import { Field, InputType, Int } from "type-graphql";
import type { AimLevel, Clause, EarnBack, Pays, Trigger } from "./clause";
import {
  AimLevelEnum,
  ClauseSideEnum,
  EarnBackModeEnum,
  EarnBackOfEnum,
  EarnBackSettleEnum,
  PaysEnum,
  TriggerEnum,
} from "./clause-enums.type";
import { MechanismInput } from "./mechanism-input.type";

@InputType({ description: "Nothing follows unless the deficit is more than chance: the exact binomial test." })
export class BinomialGuardInput {
  @Field(() => String, { description: "Level of significance: `5 %` or `0.05`." })
  alpha!: string;
}

@InputType({ description: "A critical value from a sample on." })
export class CriticalZRowInput {
  @Field(() => Int, { description: "The smallest sample it is for." })
  fromSample!: number;

  @Field(() => String, { description: "The deficit in standard errors that must be passed: `1.645`." })
  z!: string;
}

@InputType({ description: "Nothing follows unless the deficit passes the critical value of its sample." })
export class CriticalZGuardInput {
  @Field(() => [CriticalZRowInput], { description: "From small samples to large; the first from 0 or 1." })
  table!: CriticalZRowInput[];
}

@InputType({ description: "Misses that a small sample may have." })
export class SmallSampleRowInput {
  @Field(() => Int, { description: "The largest sample it is for." })
  upToSample!: number;

  @Field(() => Int, { description: "How many may miss." })
  missesAllowed!: number;
}

@InputType({ description: "Of small samples more misses than listed must have happened; larger ones pass." })
export class SmallSampleGuardInput {
  @Field(() => [SmallSampleRowInput], { description: "From small samples to large." })
  table!: SmallSampleRowInput[];
}

@InputType({ description: "Nothing follows from fewer facts." })
export class MinimumSampleGuardInput {
  @Field(() => Int, { description: "How many facts there must be." })
  sample!: number;
}

@InputType({ description: "No bonus unless objectives reach their level." })
export class AllReachGuardInput {
  @Field(() => AimLevelEnum, { description: "Which level." })
  level!: AimLevel;

  @Field(() => [String], { nullable: true, description: "Codes of the objectives. Left out: all of the contract." })
  objectives?: string[] | null;
}

@InputType({ description: "A condition without which nothing follows: exactly one of the fields." })
export class GuardInput {
  @Field(() => BinomialGuardInput, { nullable: true, description: "A significant deficit, exactly." })
  binomial?: BinomialGuardInput | null;

  @Field(() => CriticalZGuardInput, { nullable: true, description: "A significant deficit, by a table." })
  criticalZ?: CriticalZGuardInput | null;

  @Field(() => SmallSampleGuardInput, { nullable: true, description: "More misses than small samples may have." })
  smallSample?: SmallSampleGuardInput | null;

  @Field(() => MinimumSampleGuardInput, { nullable: true, description: "Enough facts." })
  minimumSample?: MinimumSampleGuardInput | null;

  @Field(() => AllReachGuardInput, { nullable: true, description: "Objectives at their level." })
  allReach?: AllReachGuardInput | null;
}

@InputType({ description: "Failing again multiplies: a multiplier, or one for each failure in a row." })
export class RepeatInput {
  @Field(() => String, { nullable: true, description: "1 or more: `2` doubles. Not with `inARow`." })
  multiplier?: string | null;

  @Field(() => Int, { nullable: true, description: "Within how many periods before. Left out: 1." })
  within?: number | null;

  @Field(() => [String], {
    nullable: true,
    description: "Of the first failure in a row, the second, …: `1`, `2`, `3`; the last holds from then on.",
  })
  inARow?: string[] | null;
}

@InputType({ description: "The most that is paid." })
export class CapInput {
  @Field(() => PaysEnum, { description: "What the amount means; not POINTS." })
  pays!: Pays;

  @Field(() => String, { description: "`15 %`, `500.00 EUR`." })
  amount!: string;
}

@InputType({ description: "Credits that better service earns back." })
export class EarnBackInput {
  @Field(() => AimLevelEnum, { nullable: true, description: "The level to be reached. Left out: TARGET." })
  level?: AimLevel | null;

  @Field(() => Int, { description: "How many of the following periods must reach it." })
  periods!: number;

  @Field(() => EarnBackModeEnum, { nullable: true, description: "Left out: EACH." })
  mode?: EarnBack["mode"] | null;

  @Field(() => EarnBackOfEnum, { nullable: true, description: "Left out: OBJECTIVE." })
  of?: EarnBack["of"] | null;

  @Field(() => Int, { nullable: true, description: "Periods after which it is lost. Left out: as `periods`." })
  expiresAfter?: number | null;

  @Field(() => EarnBackSettleEnum, { nullable: true, description: "Left out: WITHHELD." })
  settle?: EarnBack["settle"] | null;
}

@InputType({ description: "One rule by which money or points follow from results." })
export class ClauseInput {
  @Field(() => String, { description: "Unique within the contract." })
  code!: string;

  @Field(() => String, { description: "Name for people." })
  name!: string;

  @Field(() => String, { description: "Document and section of the contract." })
  cites!: string;

  @Field(() => ClauseSideEnum, { nullable: true, description: "Left out: CREDIT." })
  side?: Clause["side"] | null;

  @Field(() => [String], {
    nullable: true,
    description: "Codes of the objectives it looks at, each by itself. Left out: it is about the contract.",
  })
  objectives?: string[] | null;

  @Field(() => TriggerEnum, {
    nullable: true,
    description: "Left out: MISSED for credits and MET for bonuses of fixed amounts; else ALWAYS.",
  })
  when?: Trigger | null;

  @Field(() => MechanismInput, { description: "What it does." })
  mechanism!: MechanismInput;

  @Field(() => [GuardInput], { nullable: true, description: "Conditions, all of which must hold." })
  guards?: GuardInput[] | null;

  @Field(() => RepeatInput, { nullable: true, description: "Left out: failing again costs the same." })
  repeat?: RepeatInput | null;

  @Field(() => String, { nullable: true, description: "Money up to this is dropped: `1.00 EUR`." })
  ignoredUpTo?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "What is due is at least this: `1.00 EUR`. Left out: no such floor.",
  })
  atLeast?: string | null;

  @Field(() => CapInput, { nullable: true, description: "The most for one objective and period." })
  cap?: CapInput | null;

  @Field(() => EarnBackInput, { nullable: true, description: "Left out: credits are final." })
  earnBack?: EarnBackInput | null;
}
