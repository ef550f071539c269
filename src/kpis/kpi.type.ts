import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { DateTime } from "../platform/graphql/scalars";
import type { KpiDefinition, Language, ParameterDefinition, SubjectKind } from "./kpi-definition";

export const LanguageEnum = { EN: "en", IT: "it", HR: "hr", ZH: "zh" } as const satisfies Record<string, Language>;

registerEnumType(LanguageEnum, {
  name: "Language",
  description: "Languages of names, descriptions and displayed values.",
  valuesConfig: {
    EN: { description: "English." },
    IT: { description: "Italian." },
    HR: { description: "Croatian." },
    ZH: { description: "Chinese, simplified." },
  },
});

export const KpiFamilyEnum = { EFFICIENCY: "efficiency", QUALITY: "quality", DEMAND: "demand" } as const;

registerEnumType(KpiFamilyEnum, {
  name: "KpiFamily",
  description: "What a KPI tells about.",
  valuesConfig: {
    EFFICIENCY: { description: "How fast and how directly customers are served." },
    QUALITY: { description: "How good the service is in the customers' eyes." },
    DEMAND: { description: "How much work there is." },
  },
});

export const KpiUnitEnum = { SHARE: "share", SECONDS: "seconds", COUNT: "count" } as const;

registerEnumType(KpiUnitEnum, {
  name: "KpiUnit",
  description: "The unit of a KPI's values and targets.",
  valuesConfig: {
    SHARE: { description: "A ratio from 0 to 1, shown as a percentage." },
    SECONDS: { description: "Seconds." },
    COUNT: { description: "A whole number of facts." },
  },
});

export const KpiDirectionEnum = { MAXIMISE: "maximise", MINIMISE: "minimise", RANGE: "range" } as const;

registerEnumType(KpiDirectionEnum, {
  name: "KpiDirection",
  description: "Which values are better.",
  valuesConfig: {
    MAXIMISE: { description: "Higher is better; a target is met at or above it." },
    MINIMISE: { description: "Lower is better; a target is met at or below it." },
    RANGE: { description: "Best in between; not judged by one number." },
  },
});

export const SubjectKindEnum = {
  CONTRACT: "contract",
  SERVICE: "service",
  TEAM: "team",
  POSITION: "position",
} as const satisfies Record<string, SubjectKind>;

registerEnumType(SubjectKindEnum, {
  name: "SubjectKind",
  description: "Whose figures.",
  valuesConfig: {
    CONTRACT: { description: "A contract as a whole." },
    SERVICE: { description: "One line of work under a contract." },
    TEAM: { description: "A team: what its members did while they were in it." },
    POSITION: { description: "A person in a role." },
  },
});

@ObjectType("KpiDialect", { simpleResolvers: true, description: "One named way of computing a KPI." })
export class KpiDialectType {
  @Field(() => String, { description: "Code, unique within the KPI: `SL-A`." })
  code!: string;

  @Field(() => String, { description: "What it counts, in a sentence. In English." })
  description!: string;

  @Field(() => String, { description: "Sum and difference of measures above the line." })
  numerator!: string;

  @Field(() => String, { nullable: true, description: "Below the line; null: the numerator is the value." })
  denominator!: string | null;
}

@ObjectType("KpiParameterDefinition", { simpleResolvers: true, description: "A number that a KPI's use may choose." })
export class KpiParameterDefinitionType {
  @Field(() => String, { description: "Name, such as `thresholdSeconds`." })
  name!: string;

  @Field(() => String, { description: "`seconds`, `days` or `answers`." })
  unit!: ParameterDefinition["unit"];

  @Field(() => Int, { description: "The value where none is chosen." })
  default!: number;

  @Field(() => Int, { description: "The lowest value allowed." })
  minimum!: number;

  @Field(() => Int, { description: "The highest value allowed." })
  maximum!: number;

  @Field(() => String, { description: "What it decides. In English." })
  description!: string;
}

@ObjectType("KpiVersion", { simpleResolvers: true, description: "A KPI as the catalogue defined it from a moment on." })
export class KpiVersionType {
  @Field(() => Int, { description: "Counted from 1." })
  version!: number;

  @Field(() => DateTime, { description: "When this installation recorded it." })
  recordedAt!: Date;

  @Field(() => String, { description: "SHA-256 of the definition with its measures, in hexadecimal." })
  contentHash!: string;

  @Field(() => [KpiDialectType], { description: "The dialects of this version." })
  dialects!: KpiDefinition["dialects"];
}

@ObjectType("Kpi", { simpleResolvers: true, description: "A key performance indicator of the catalogue." })
export class KpiType {
  @Field(() => String, { description: "Code, the same everywhere and for ever: `SERVICE_LEVEL`." })
  code!: string;

  @Field(() => KpiFamilyEnum, { description: "What it tells about." })
  family!: KpiDefinition["family"];

  @Field(() => KpiUnitEnum, { description: "Unit of values and targets." })
  unit!: KpiDefinition["unit"];

  @Field(() => KpiDirectionEnum, { description: "Which values are better." })
  direction!: KpiDefinition["direction"];

  @Field(() => Int, { description: "Decimals shown: of the percentage for shares, of the unit otherwise." })
  precision!: number;

  @Field(() => String, { description: "The instant that decides on which day a fact counts." })
  attribution!: string;

  @Field(() => [KpiDialectType], { description: "All ways of computing it." })
  dialects!: KpiDefinition["dialects"];

  @Field(() => String, { description: "The dialect where none is chosen." })
  defaultDialect!: string;

  @Field(() => [KpiParameterDefinitionType], { description: "What its use may choose." })
  parameters!: KpiDefinition["parameters"];

  @Field(() => [SubjectKindEnum], { description: "Whom it may judge." })
  judges!: KpiDefinition["judges"];

  @Field(() => String, { description: "Where the definition comes from." })
  source!: string;
}
