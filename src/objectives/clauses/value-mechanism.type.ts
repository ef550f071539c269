import { Field, Int, ObjectType } from "type-graphql";
import { Decimal } from "../../platform/graphql/scalars";
import { AimLevelEnum, BandReadingEnum, StepCountingEnum, TableBetweenEnum } from "./clause-enums.type";
import type { AimLevel, BandReading, Mechanism, StepCounting } from "./clause";
import { PayingType } from "./paying.type";

const VALUE = "In the KPI's unit: shares 0 to 1, money in minor units. Exact.";
const AMOUNT = "As `pays` says: points, a ratio (0.1 is 10 %), or minor units of the contract's currency. Exact.";

@ObjectType("PayBand", { simpleResolvers: true, description: "A band of values." })
export class PayBandType {
  @Field(() => Decimal, {
    nullable: true,
    description: `The worst value still of it; null: everything worse. ${VALUE}`,
  })
  from!: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: `Where the better band begins; null: everything better. ${VALUE}`,
  })
  until!: string | null;

  @Field(() => Decimal, { description: AMOUNT })
  pays!: string;
}

@ObjectType("BandReading", {
  simpleResolvers: true,
  description: "How values are read before their band is looked up.",
})
export class BandReadingType {
  @Field(() => BandReadingEnum, { description: "As they are, cut off, or rounded." })
  kind!: BandReading["kind"];

  @Field(() => Int, { nullable: true, description: "Of the percentage for shares. Null: CONTINUOUS." })
  decimals!: number | null;
}

@ObjectType("BandsMechanism", {
  simpleResolvers: true,
  description: "An amount by bands; a bound belongs to the better one.",
})
export class BandsMechanismType extends PayingType {
  @Field(() => BandReadingType, { description: "How values are read." })
  reading!: BandReadingType;

  @Field(() => [PayBandType], { description: "From the worst to the best, without gaps." })
  bands!: readonly PayBandType[];
}

@ObjectType("PerPointMechanism", { simpleResolvers: true, description: "An amount for each step of shortfall." })
export class PerPointMechanismType extends PayingType {
  @Field(() => AimLevelEnum, { description: "Short of what." })
  below!: AimLevel;

  @Field(() => Decimal, { description: `How much of the value is a step. ${VALUE}` })
  step!: string;

  @Field(() => Decimal, { description: `For each step. ${AMOUNT}` })
  rate!: string;

  @Field(() => StepCountingEnum, { description: "How a part of a step counts." })
  steps!: StepCounting;
}

@ObjectType("PayKnot", { simpleResolvers: true, description: "A value, and what it pays." })
export class PayKnotType {
  @Field(() => Decimal, { description: VALUE })
  at!: string;

  @Field(() => Decimal, { description: AMOUNT })
  pays!: string;
}

@ObjectType("TableMechanism", {
  simpleResolvers: true,
  description: "An amount by a table; better than the best knot is as the best knot.",
})
export class TableMechanismType extends PayingType {
  @Field(() => TableBetweenEnum, { description: "What values in between pay." })
  between!: Extract<Mechanism, { kind: "table" }>["between"];

  @Field(() => [PayKnotType], { description: "From the worst to the best." })
  knots!: readonly PayKnotType[];

  @Field(() => Decimal, { nullable: true, description: `Worse than the worst; null: as the worst. ${AMOUNT}` })
  beyond!: string | null;
}

@ObjectType("BonusMalusMechanism", {
  simpleResolvers: true,
  description: "A malus on one side of a dead band, a bonus on the other.",
})
export class BonusMalusMechanismType extends PayingType {
  @Field(() => Decimal, { description: `Worse than this costs. ${VALUE}` })
  malusBeyond!: string;

  @Field(() => Decimal, { description: `Better than this earns. ${VALUE}` })
  bonusBeyond!: string;

  @Field(() => Decimal, { description: `How much of the value is a step. ${VALUE}` })
  step!: string;

  @Field(() => StepCountingEnum, { description: "How a part of a step counts." })
  steps!: StepCounting;

  @Field(() => Decimal, { description: `For each step beyond. ${AMOUNT}` })
  malusRate!: string;

  @Field(() => Decimal, { description: `For each step beyond. ${AMOUNT}` })
  bonusRate!: string;
}
