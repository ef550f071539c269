import { Field, InputType, Int } from "type-graphql";
import { AimLevelEnum, ConsequenceEnum, PaysEnum } from "./clause-enums.type";
import type { AimLevel, Mechanism, Pays } from "./clause";
import { BandsInput, BonusMalusInput, PayTableInput, PerPointInput } from "./value-mechanism-input.type";

const AMOUNT = "As `pays` says: `3` points, `10 %`, `500.00 EUR`.";

@InputType({ description: "A share of the amount at risk." })
export class AllocationInput {
  @Field(() => String, { description: "Share of the amount at risk: `50 %`. May pass 100 %." })
  allocation!: string;

  @Field(() => String, { nullable: true, description: "Share of critical services, multiplied in. Left out: `100 %`." })
  criticality?: string | null;
}

@InputType({ description: "The same amount whenever the clause is triggered." })
export class FixedInput {
  @Field(() => PaysEnum, { description: "What the amount means." })
  pays!: Pays;

  @Field(() => String, { description: AMOUNT })
  amount!: string;
}

@InputType({ description: "An amount for each event that missed, beyond a tolerance." })
export class PerEventInput {
  @Field(() => PaysEnum, { description: "What the amount means." })
  pays!: Pays;

  @Field(() => String, { description: `For each event. ${AMOUNT}` })
  amount!: string;

  @Field(() => String, { nullable: true, description: "Share of all events that costs nothing: `5 %`." })
  toleratedShare?: string | null;

  @Field(() => Int, { nullable: true, description: "Number of events that cost nothing, in the place of the share." })
  toleratedCount?: number | null;
}

@InputType({ description: "An amount for each failure in a row, this one included." })
export class EscalatingInput {
  @Field(() => PaysEnum, { description: "What the amount means." })
  pays!: Pays;

  @Field(() => String, { description: AMOUNT })
  amount!: string;

  @Field(() => Int, { nullable: true, description: "No more failures than these count. Left out: all." })
  most?: number | null;
}

@InputType({ description: "From so many points on, an amount." })
export class RungInput {
  @Field(() => String, { description: "Points." })
  points!: string;

  @Field(() => String, { description: AMOUNT })
  pays!: string;
}

@InputType({ description: "An amount by the points of the period." })
export class PointsLadderInput {
  @Field(() => PaysEnum, { description: "What the amounts mean; not POINTS." })
  pays!: Pays;

  @Field(() => Int, { nullable: true, description: "Points of so many periods count, this one included. Left out: 1." })
  overPeriods?: number | null;

  @Field(() => [RungInput], { description: "In any order; fewer points than the lowest pay nothing." })
  rungs!: RungInput[];

  @Field(() => String, {
    nullable: true,
    description: "What each point beyond the highest rung adds. Left out: nothing.",
  })
  perPoint?: string | null;
}

@InputType({ description: "An amount that falls due once." })
export class DefaultPayInput {
  @Field(() => PaysEnum, { description: "What the amount means." })
  pays!: Pays;

  @Field(() => String, { description: AMOUNT })
  amount!: string;
}

@InputType({ description: "So many failures within so many periods are a default, or a ground for termination." })
export class DefaultCounterInput {
  @Field(() => AimLevelEnum, { description: "Worse than which level is a failure." })
  below!: AimLevel;

  @Field(() => Int, { description: "How many." })
  failures!: number;

  @Field(() => Int, { description: "Within how many periods, this one included." })
  within!: number;

  @Field(() => ConsequenceEnum, { description: "What they are." })
  consequence!: Extract<Mechanism, { kind: "default_counter" }>["consequence"];

  @Field(() => DefaultPayInput, { nullable: true, description: "What it costs besides, once. Left out: nothing." })
  pays?: DefaultPayInput | null;
}

@InputType({ description: "An amount for each wrong report that was not corrected in time." })
export class ErroneousReportingInput {
  @Field(() => PaysEnum, { description: "What the amount means." })
  pays!: Pays;

  @Field(() => String, { description: AMOUNT })
  amount!: string;

  @Field(() => Int, { nullable: true, description: "Days within which a correction makes it good. Left out: 0." })
  graceDays?: number | null;
}

@InputType({ description: "After so many good periods in a row the target rises." })
export class RatchetInput {
  @Field(() => Int, { description: "How many periods in a row better than the target." })
  periods!: number;

  @Field(() => String, { description: "Share of the way to their mean: `50 %`." })
  share!: string;

  @Field(() => String, { nullable: true, description: "At most this share of the way to 100 %. Left out: no limit." })
  most?: string | null;
}

@InputType({ description: "What a clause does: exactly one of the fields." })
export class MechanismInput {
  @Field(() => AllocationInput, { nullable: true, description: "A share of the amount at risk." })
  allocation?: AllocationInput | null;

  @Field(() => FixedInput, { nullable: true, description: "The same amount each time." })
  fixed?: FixedInput | null;

  @Field(() => BandsInput, { nullable: true, description: "By bands." })
  bands?: BandsInput | null;

  @Field(() => PerPointInput, { nullable: true, description: "Per step of shortfall." })
  perPoint?: PerPointInput | null;

  @Field(() => PayTableInput, { nullable: true, description: "By a table." })
  table?: PayTableInput | null;

  @Field(() => BonusMalusInput, { nullable: true, description: "Malus and bonus around a dead band." })
  bonusMalus?: BonusMalusInput | null;

  @Field(() => PerEventInput, { nullable: true, description: "Per event." })
  perEvent?: PerEventInput | null;

  @Field(() => EscalatingInput, { nullable: true, description: "More with each failure in a row." })
  escalating?: EscalatingInput | null;

  @Field(() => PointsLadderInput, { nullable: true, description: "By points." })
  pointsLadder?: PointsLadderInput | null;

  @Field(() => DefaultCounterInput, { nullable: true, description: "Failures that become a default." })
  defaultCounter?: DefaultCounterInput | null;

  @Field(() => ErroneousReportingInput, { nullable: true, description: "Per wrong report." })
  erroneousReporting?: ErroneousReportingInput | null;

  @Field(() => RatchetInput, { nullable: true, description: "A target that rises." })
  ratchet?: RatchetInput | null;
}
