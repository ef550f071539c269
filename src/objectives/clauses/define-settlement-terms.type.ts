import { Field, InputType, ObjectType } from "type-graphql";
import { DatedInput } from "../../platform/graphql/dated-input.type";
import { ActInput, Payload } from "../../platform/graphql/mutation";
import { PeriodKindEnum } from "../../platform/graphql/period.type";
import type { PeriodKind } from "../../shared/period";
import type { MoneyRounding, Stage } from "./clause";
import { MoneyRoundingEnum, StageEnum } from "./clause-enums.type";
import { CapInput, ClauseInput } from "./clause-input.type";
import { SettlementTermsType } from "./settlement-terms.type";

@InputType({ description: "What a contract says about money for a range of days." })
export class SettlementTermsVersionInput extends DatedInput {
  @Field(() => String, {
    nullable: true,
    description: "Code of the amendment that brings it; it then begins when that takes effect.",
  })
  amendment?: string | null;

  @Field(() => PeriodKindEnum, {
    nullable: true,
    description: "The length of period that is settled. Left out: MONTH.",
  })
  settledBy?: PeriodKind | null;

  @Field(() => String, { description: "Fee of one such period, unless another is charged: `100000.00 EUR`." })
  fee!: string;

  @Field(() => String, { description: "Share of the fee that is at risk: `10 %`." })
  atRisk!: string;

  @Field(() => String, {
    nullable: true,
    description: "What all allocations together may come to: `200 %`. Left out: `100 %`.",
  })
  allocationLimit?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Money per point: `500.00 EUR`. Left out: points are for ladders.",
  })
  pointValue?: string | null;

  @Field(() => CapInput, {
    nullable: true,
    description: "The most of all credits of a period. Left out: what is at risk.",
  })
  creditCap?: CapInput | null;

  @Field(() => CapInput, { nullable: true, description: "The most of all credits of a year. Left out: no such cap." })
  yearlyCreditCap?: CapInput | null;

  @Field(() => CapInput, { nullable: true, description: "The most of all bonuses of a period. Left out: no such cap." })
  bonusCap?: CapInput | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether objectives that one incident breaches yield one credit together. Left out: no.",
  })
  singleIncident?: boolean | null;

  @Field(() => [StageEnum], {
    nullable: true,
    description: "Every step once; REPEAT, FLOOR and OBJECTIVE_CAP may be swapped, and POOL_CAP with EARN_BACK.",
  })
  order?: Stage[] | null;

  @Field(() => MoneyRoundingEnum, { nullable: true, description: "Of each line. Left out: HALF_UP." })
  rounding?: MoneyRounding | null;

  @Field(() => [ClauseInput], { description: "At least one." })
  clauses!: ClauseInput[];
}

@InputType({ description: "What a contract says about money, in all its versions." })
export class DefineSettlementTermsInput extends ActInput {
  @Field(() => String, { description: "Code of the client." })
  client!: string;

  @Field(() => String, { description: "Code of the contract." })
  contract!: string;

  @Field(() => [SettlementTermsVersionInput], { description: "All of them; none: money no longer follows." })
  versions!: SettlementTermsVersionInput[];
}

@ObjectType({ simpleResolvers: true, description: "The terms as they are now defined." })
export class DefineSettlementTermsPayload extends Payload {
  @Field(() => [SettlementTermsType], { nullable: true, description: "By the days they apply on. Null when refused." })
  settlementTerms?: SettlementTermsType[] | null;
}
