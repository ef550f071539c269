import { Field, InputType, Int } from "type-graphql";
import { Decimal } from "../platform/graphql/scalars";
import { CurveAveragingEnum, LevelRoundingEnum } from "./scheme-enums.type";
import type { CurveScheme, LevelRounding } from "./scoring-scheme";

const SCORE = "0 to 200, where 100 is what was asked for.";
const VALUE = "In the KPI's unit: `80 %` or `0.8` for shares, `240` for seconds, `4.20 EUR` for money.";

@InputType({ description: "A score straight from the worst value to the best: 0 and 100, and so beyond them." })
export class WorstBestSchemeInput {
  @Field(() => String, { description: `The value that scores 0. ${VALUE}` })
  worst!: string;

  @Field(() => String, { description: "The value that scores 100, on the better side of `worst`." })
  best!: string;
}

@InputType({ description: "Values from one bound to another, with points straight between them." })
export class ScoringZoneInput {
  @Field(() => String, { description: `The lowest value. ${VALUE}` })
  from!: string;

  @Field(() => String, { description: "The highest value; the next zone begins here." })
  until!: string;

  @Field(() => Decimal, { description: `Points at \`from\`. ${SCORE}` })
  pointsFrom!: string;

  @Field(() => Decimal, { nullable: true, description: "Points at `until`. Left out: as at `from`." })
  pointsUntil?: string | null;
}

@InputType({ description: "Points by zones that follow each other; a bound belongs to the better of the two." })
export class ZonesSchemeInput {
  @Field(() => Decimal, { description: `Points below the first zone. ${SCORE}` })
  below!: string;

  @Field(() => [ScoringZoneInput], { description: "From low to high values." })
  zones!: ScoringZoneInput[];

  @Field(() => Decimal, { description: `Points above the last zone. ${SCORE}` })
  above!: string;
}

@InputType({ description: "What is done to a value before its level is looked up." })
export class LevelRoundingInput {
  @Field(() => LevelRoundingEnum, { description: "Nothing, cut off, or rounded." })
  kind!: LevelRounding["kind"];

  @Field(() => Int, {
    nullable: true,
    description: "0 to 10, of what people see: of the percentage, of seconds, of minor units of money.",
  })
  decimals?: number | null;
}

@InputType({ description: "A level with a name." })
export class NamedLevelInput {
  @Field(() => String, { description: "Unique within the scheme: `Good`." })
  level!: string;

  @Field(() => Decimal, { description: `What it scores. ${SCORE}` })
  score!: string;

  @Field(() => String, {
    nullable: true,
    description: `The worst value still of the level; left out of the worst level, and of no other. ${VALUE}`,
  })
  from?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The best value still of the level, where bands are written as ranges: gaps are refused.",
  })
  to?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "Where ranges overlap, the level with the lower number has what both claim.",
  })
  order?: number | null;
}

@InputType({ description: "Named levels." })
export class LevelsSchemeInput {
  @Field(() => [NamedLevelInput], { description: "From the worst to the best." })
  levels!: NamedLevelInput[];

  @Field(() => String, { description: "The level from which on the goal counts as met." })
  meets!: string;

  @Field(() => LevelRoundingInput, { nullable: true, description: "Left out: values are compared unrounded." })
  rounding?: LevelRoundingInput | null;
}

@InputType({ description: "A goal in the middle, for KPIs whose best lies in between. Needs a target." })
export class AroundSchemeInput {
  @Field(() => String, { description: `How far from the target still scores 100. ${VALUE}` })
  tolerance!: string;

  @Field(() => String, { description: "How far from the target scores 0; straight in between." })
  limit!: string;
}

@InputType({ description: "A point of a payment curve." })
export class CurvePointInput {
  @Field(() => String, { description: VALUE })
  value!: string;

  @Field(() => Decimal, { description: SCORE })
  score!: string;
}

@InputType({ description: "A payment curve: straight from point to point, flat outside." })
export class CurveSchemeInput {
  @Field(() => CurveAveragingEnum, { description: "Whether figures or scores of days are averaged." })
  averaging!: CurveScheme["averaging"];

  @Field(() => [CurvePointInput], { description: "From the worst value to the best." })
  points!: CurvePointInput[];
}

@InputType({ description: "How a value becomes a score: exactly one of the fields." })
export class ScoringSchemeInput {
  @Field(() => Boolean, { nullable: true, description: "True: how far the target was reached, 0 to 100." })
  attainment?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "True: the share itself; 100 less it where it is to be small. For shares only.",
  })
  percentage?: boolean | null;

  @Field(() => WorstBestSchemeInput, { nullable: true, description: "Straight from the worst value to the best." })
  worstBest?: WorstBestSchemeInput | null;

  @Field(() => ZonesSchemeInput, { nullable: true, description: "Points by zones." })
  zones?: ZonesSchemeInput | null;

  @Field(() => LevelsSchemeInput, { nullable: true, description: "Named levels." })
  levels?: LevelsSchemeInput | null;

  @Field(() => AroundSchemeInput, { nullable: true, description: "A goal in the middle." })
  around?: AroundSchemeInput | null;

  @Field(() => CurveSchemeInput, { nullable: true, description: "A payment curve." })
  curve?: CurveSchemeInput | null;
}
