import { Field, InputType, Int } from "type-graphql";
import { AimLevelEnum, BandReadingEnum, PaysEnum, StepCountingEnum, TableBetweenEnum } from "./clause-enums.type";
import type { AimLevel, BandReading, Mechanism, Pays, StepCounting } from "./clause";

const VALUE = "In the KPI's unit: `98 %`, `30` for seconds, `4.20 EUR` for money.";
const AMOUNT = "As `pays` says: `3` points, `10 %`, `500.00 EUR`.";

@InputType({ description: "How values are read before their band is looked up." })
export class BandReadingInput {
  @Field(() => BandReadingEnum, { description: "As they are, cut off, or rounded." })
  kind!: BandReading["kind"];

  @Field(() => Int, { nullable: true, description: "0 to 10; of the percentage for shares. Not for CONTINUOUS." })
  decimals?: number | null;
}

@InputType({ description: "A band of values." })
export class BandInput {
  @Field(() => String, { nullable: true, description: `The worst value still of it; left out of the worst. ${VALUE}` })
  from?: string | null;

  @Field(() => String, { nullable: true, description: `Where the better band begins; may be left out. ${VALUE}` })
  until?: string | null;

  @Field(() => String, { nullable: true, description: `The best value still of it; may be left out. ${VALUE}` })
  to?: string | null;

  @Field(() => String, { description: AMOUNT })
  pays!: string;
}

@InputType({ description: "An amount by the band that the value lies in. Gaps and overlaps are refused." })
export class BandsInput {
  @Field(() => PaysEnum, { description: "What the amounts mean." })
  pays!: Pays;

  @Field(() => BandReadingInput, { nullable: true, description: "Left out: values are read as they are." })
  reading?: BandReadingInput | null;

  @Field(() => [BandInput], { description: "In any order." })
  bands!: BandInput[];
}

@InputType({ description: "An amount for each step that the value falls short of a level." })
export class PerPointInput {
  @Field(() => PaysEnum, { description: "What the rate means." })
  pays!: Pays;

  @Field(() => AimLevelEnum, { nullable: true, description: "Short of what. Left out: TARGET." })
  below?: AimLevel | null;

  @Field(() => String, { description: `How much of the value is a step. ${VALUE}` })
  step!: string;

  @Field(() => String, { description: `For each step. ${AMOUNT}` })
  rate!: string;

  @Field(() => StepCountingEnum, { nullable: true, description: "How a part of a step counts. Left out: EXACT." })
  steps?: StepCounting | null;
}

@InputType({ description: "A value, and what it pays." })
export class KnotInput {
  @Field(() => String, { description: VALUE })
  at!: string;

  @Field(() => String, { description: AMOUNT })
  pays!: string;
}

@InputType({ description: "A table of values and amounts." })
export class PayTableInput {
  @Field(() => PaysEnum, { description: "What the amounts mean." })
  pays!: Pays;

  @Field(() => TableBetweenEnum, { nullable: true, description: "What values in between pay. Left out: STEP." })
  between?: Extract<Mechanism, { kind: "table" }>["between"] | null;

  @Field(() => [KnotInput], { description: "In any order." })
  knots!: KnotInput[];

  @Field(() => String, { nullable: true, description: `Worse than the worst; left out: as the worst. ${AMOUNT}` })
  beyond?: string | null;
}

@InputType({ description: "A malus on one side of a dead band, a bonus on the other." })
export class BonusMalusInput {
  @Field(() => PaysEnum, { description: "What the rates mean." })
  pays!: Pays;

  @Field(() => String, { description: `Worse than this costs. ${VALUE}` })
  malusBeyond!: string;

  @Field(() => String, { description: `Better than this earns. ${VALUE}` })
  bonusBeyond!: string;

  @Field(() => String, { description: `How much of the value is a step. ${VALUE}` })
  step!: string;

  @Field(() => StepCountingEnum, { nullable: true, description: "How a part of a step counts. Left out: EXACT." })
  steps?: StepCounting | null;

  @Field(() => String, { description: `For each step beyond. ${AMOUNT}` })
  malusRate!: string;

  @Field(() => String, { description: `For each step beyond. ${AMOUNT}` })
  bonusRate!: string;
}
