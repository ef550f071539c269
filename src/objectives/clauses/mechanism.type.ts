import { createUnionType, Field, Int, ObjectType } from "type-graphql";
import { Decimal } from "../../platform/graphql/scalars";
import { AimLevelEnum, ConsequenceEnum } from "./clause-enums.type";
import type { AimLevel, Mechanism, MechanismKind } from "./clause";
import { PayingType } from "./paying.type";
import {
  BandsMechanismType,
  BonusMalusMechanismType,
  PerPointMechanismType,
  TableMechanismType,
} from "./value-mechanism.type";

const AMOUNT = "As `pays` says: points, a ratio (0.1 is 10 %), or minor units of the contract's currency. Exact.";

@ObjectType("AllocationMechanism", { simpleResolvers: true, description: "A share of the amount at risk." })
export class AllocationMechanismType {
  @Field(() => Decimal, { description: "Share of the amount at risk, a ratio; may pass 1. Exact." })
  allocation!: string;

  @Field(() => Decimal, { description: "Share of critical services, a ratio, multiplied in; 1: not used. Exact." })
  criticality!: string;
}

@ObjectType("FixedMechanism", { simpleResolvers: true, description: "The same amount each time." })
export class FixedMechanismType extends PayingType {
  @Field(() => Decimal, { description: AMOUNT })
  amount!: string;
}

@ObjectType("PerEventMechanism", { simpleResolvers: true, description: "An amount for each event that missed." })
export class PerEventMechanismType extends PayingType {
  @Field(() => Decimal, { description: `For each event. ${AMOUNT}` })
  amount!: string;

  @Field(() => Decimal, { nullable: true, description: "Share of all events that costs nothing, a ratio. Exact." })
  toleratedShare!: string | null;

  @Field(() => Decimal, { nullable: true, description: "Number of events that cost nothing." })
  toleratedCount!: string | null;
}

@ObjectType("EscalatingMechanism", { simpleResolvers: true, description: "An amount for each failure in a row." })
export class EscalatingMechanismType extends PayingType {
  @Field(() => Decimal, { description: AMOUNT })
  amount!: string;

  @Field(() => Int, { nullable: true, description: "No more failures than these count; null: all." })
  most!: number | null;
}

@ObjectType("LadderRung", { simpleResolvers: true, description: "From so many points on, an amount." })
export class LadderRungType {
  @Field(() => Decimal, { description: "Points. Exact." })
  points!: string;

  @Field(() => Decimal, { description: AMOUNT })
  pays!: string;
}

@ObjectType("PointsLadderMechanism", { simpleResolvers: true, description: "An amount by points." })
export class PointsLadderMechanismType extends PayingType {
  @Field(() => Int, { description: "Points of so many periods count, this one included." })
  overPeriods!: number;

  @Field(() => [LadderRungType], { description: "From the fewest points to the most." })
  rungs!: readonly LadderRungType[];

  @Field(() => Decimal, {
    nullable: true,
    description: `What each point beyond the highest rung adds. ${AMOUNT} Null: nothing.`,
  })
  perPoint?: string | null;
}

@ObjectType("DefaultPay", { simpleResolvers: true, description: "An amount that falls due once." })
export class DefaultPayType extends PayingType {
  @Field(() => Decimal, { description: AMOUNT })
  amount!: string;
}

@ObjectType("DefaultCounterMechanism", { simpleResolvers: true, description: "Failures that become a default." })
export class DefaultCounterMechanismType {
  @Field(() => AimLevelEnum, { description: "Worse than which level is a failure." })
  below!: AimLevel;

  @Field(() => Int, { description: "How many." })
  failures!: number;

  @Field(() => Int, { description: "Within how many periods, this one included." })
  within!: number;

  @Field(() => ConsequenceEnum, { description: "What they are." })
  consequence!: Extract<Mechanism, { kind: "default_counter" }>["consequence"];

  @Field(() => DefaultPayType, { nullable: true, description: "What it costs besides, once; null: nothing." })
  costs!: DefaultPayType | null;
}

@ObjectType("ErroneousReportingMechanism", {
  simpleResolvers: true,
  description: "An amount for each wrong report that was not corrected in time.",
})
export class ErroneousReportingMechanismType extends PayingType {
  @Field(() => Decimal, { description: AMOUNT })
  amount!: string;

  @Field(() => Int, { description: "Days within which a correction makes it good." })
  graceDays!: number;
}

@ObjectType("RatchetMechanism", { simpleResolvers: true, description: "A target that rises after good periods." })
export class RatchetMechanismType {
  @Field(() => Int, { description: "How many periods in a row better than the target." })
  periods!: number;

  @Field(() => Decimal, { description: "Share of the way to their mean, a ratio. Exact." })
  share!: string;

  @Field(() => Decimal, {
    nullable: true,
    description: "At most this share of the way to 100 %; null: no limit. Exact.",
  })
  limit!: string | null;
}

const NAMES: Readonly<Record<MechanismKind, string>> = {
  allocation: "AllocationMechanism",
  fixed: "FixedMechanism",
  bands: "BandsMechanism",
  per_point: "PerPointMechanism",
  table: "TableMechanism",
  bonus_malus: "BonusMalusMechanism",
  per_event: "PerEventMechanism",
  escalating: "EscalatingMechanism",
  points_ladder: "PointsLadderMechanism",
  default_counter: "DefaultCounterMechanism",
  erroneous_reporting: "ErroneousReportingMechanism",
  ratchet: "RatchetMechanism",
};

export const MechanismUnion = createUnionType({
  name: "Mechanism",
  description: "What a clause does. Ask for `__typename`.",
  types: () =>
    [
      AllocationMechanismType,
      FixedMechanismType,
      BandsMechanismType,
      PerPointMechanismType,
      TableMechanismType,
      BonusMalusMechanismType,
      PerEventMechanismType,
      EscalatingMechanismType,
      PointsLadderMechanismType,
      DefaultCounterMechanismType,
      ErroneousReportingMechanismType,
      RatchetMechanismType,
    ] as const,
  resolveType: (mechanism) => NAMES[(mechanism as unknown as Mechanism).kind],
});

/** A mechanism with the name of its type, and the fields that this shows. */
export const shownMechanism = (mechanism: Mechanism) => ({
  __typename: NAMES[mechanism.kind],
  ...mechanism,
  ...(mechanism.kind === "default_counter" ? { costs: mechanism.pays } : {}),
  ...(mechanism.kind === "ratchet" ? { limit: mechanism.most } : {}),
});
