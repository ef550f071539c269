import { createUnionType, Field, Int, ObjectType } from "type-graphql";
import { Decimal } from "../platform/graphql/scalars";
import { CurveAveragingEnum, LevelRoundingEnum } from "./scheme-enums.type";
import type { CurveScheme, LevelRounding, ScoringScheme, SchemeKind } from "./scoring-scheme";

const SCORE = "0 to 200, where 100 is what was asked for. Exact.";
const VALUE = "In the KPI's unit: shares 0 to 1, money in minor units. Exact.";

@ObjectType("AttainmentScheme", { simpleResolvers: true, description: "How far the target was reached, 0 to 100." })
export class AttainmentSchemeType {
  @Field(() => Int, { description: "The most that it scores: 100, however far the target was passed." })
  most!: number;
}

@ObjectType("PercentageScheme", {
  simpleResolvers: true,
  description: "The share itself; 100 less it where it is to be small.",
})
export class PercentageSchemeType {
  @Field(() => Int, { description: "The most that it scores: 100." })
  most!: number;
}

@ObjectType("WorstBestScheme", { simpleResolvers: true, description: "Straight from the worst value to the best." })
export class WorstBestSchemeType {
  @Field(() => Decimal, { description: `The value that scores 0, as does whatever is worse. ${VALUE}` })
  worst!: string;

  @Field(() => Decimal, { description: `The value that scores 100, as does whatever is better. ${VALUE}` })
  best!: string;
}

@ObjectType("ScoringZone", { simpleResolvers: true, description: "Values with points straight between two bounds." })
export class ScoringZoneType {
  @Field(() => Decimal, { description: `The lowest value. ${VALUE}` })
  from!: string;

  @Field(() => Decimal, { description: `The highest value. ${VALUE}` })
  until!: string;

  @Field(() => Decimal, { description: `Points at \`from\`. ${SCORE}` })
  pointsFrom!: string;

  @Field(() => Decimal, { description: `Points at \`until\`. ${SCORE}` })
  pointsUntil!: string;
}

@ObjectType("ZonesScheme", {
  simpleResolvers: true,
  description: "Points by zones; a bound belongs to whichever side gives more points.",
})
export class ZonesSchemeType {
  @Field(() => Decimal, { description: `Points below the first zone. ${SCORE}` })
  below!: string;

  @Field(() => [ScoringZoneType], { description: "From low to high values, without gaps." })
  zones!: readonly ScoringZoneType[];

  @Field(() => Decimal, { description: `Points above the last zone. ${SCORE}` })
  above!: string;
}

@ObjectType("LevelRounding", { simpleResolvers: true, description: "What is done to a value before it is looked up." })
export class LevelRoundingType {
  @Field(() => LevelRoundingEnum, { description: "Nothing, cut off, or rounded." })
  kind!: LevelRounding["kind"];

  @Field(() => Int, {
    nullable: true,
    description: "Of what people see: of the percentage, of minor units of money. Null: CONTINUOUS.",
  })
  decimals?: number | null;
}

@ObjectType("NamedLevel", { simpleResolvers: true, description: "A level with a name." })
export class NamedLevelType {
  @Field(() => String, { description: "Name, as the assignment gives it." })
  level!: string;

  @Field(() => Decimal, { description: SCORE })
  score!: string;

  @Field(() => Decimal, {
    nullable: true,
    description: `The worst value still of the level; null for the worst level. ${VALUE}`,
  })
  from!: string | null;
}

@ObjectType("LevelsScheme", { simpleResolvers: true, description: "Named levels; a bound belongs to the better one." })
export class LevelsSchemeType {
  @Field(() => [NamedLevelType], { description: "From the worst to the best." })
  levels!: readonly NamedLevelType[];

  @Field(() => String, { description: "The level from which on the goal counts as met." })
  meets!: string;

  @Field(() => LevelRoundingType, { description: "What is done to a value before it is looked up." })
  rounding!: LevelRoundingType;
}

@ObjectType("AroundScheme", {
  simpleResolvers: true,
  description: "A goal in the middle: full within the tolerance around the target, nothing from the limit on.",
})
export class AroundSchemeType {
  @Field(() => Decimal, { description: `How far from the target still scores 100. ${VALUE}` })
  tolerance!: string;

  @Field(() => Decimal, { description: `How far from the target scores 0. ${VALUE}` })
  limit!: string;
}

@ObjectType("CurvePoint", { simpleResolvers: true, description: "A point of a payment curve." })
export class CurvePointType {
  @Field(() => Decimal, { description: VALUE })
  value!: string;

  @Field(() => Decimal, { description: SCORE })
  score!: string;
}

@ObjectType("CurveScheme", {
  simpleResolvers: true,
  description: "A payment curve: straight from point to point, flat outside.",
})
export class CurveSchemeType {
  @Field(() => CurveAveragingEnum, { description: "Whether figures or scores of days are averaged." })
  averaging!: CurveScheme["averaging"];

  @Field(() => [CurvePointType], { description: "From the worst value to the best." })
  points!: readonly CurvePointType[];
}

const NAMES: Readonly<Record<SchemeKind, string>> = {
  attainment: "AttainmentScheme",
  percentage: "PercentageScheme",
  worst_best: "WorstBestScheme",
  zones: "ZonesScheme",
  levels: "LevelsScheme",
  around: "AroundScheme",
  curve: "CurveScheme",
};

export const ScoringSchemeUnion = createUnionType({
  name: "ScoringScheme",
  description: "How a value becomes a score. Ask for `__typename`.",
  types: () =>
    [
      AttainmentSchemeType,
      PercentageSchemeType,
      WorstBestSchemeType,
      ZonesSchemeType,
      LevelsSchemeType,
      AroundSchemeType,
      CurveSchemeType,
    ] as const,
  resolveType: (scheme) => NAMES[(scheme as unknown as ScoringScheme).kind],
});

const MOST = 100;

/** A scheme with the name of its type, and the fields that this shows. */
export const shownScheme = (scheme: ScoringScheme) => {
  const hasMost = scheme.kind === "attainment" || scheme.kind === "percentage";
  return { __typename: NAMES[scheme.kind], ...scheme, ...(hasMost ? { most: MOST } : {}) };
};
