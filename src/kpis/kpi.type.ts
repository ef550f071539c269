import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { KpiChannelsEnum, RollUpEnum } from "./kpi-roll-up.type";
import { DateTime, LocalDate } from "../platform/graphql/scalars";
import type { Day } from "../shared/day";
import type {
  KpiDefinition,
  KpiFamily,
  KpiUnit,
  Language,
  ParameterDefinition,
  PeopleRule,
  RollUp,
  SubjectKind,
} from "./kpi-definition";

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

export const KpiFamilyEnum = {
  EFFICIENCY: "efficiency",
  QUALITY: "quality",
  COST: "cost",
  DEMAND: "demand",
  WORKFORCE: "workforce",
  PEOPLE: "people",
} as const satisfies Record<string, KpiFamily>;

registerEnumType(KpiFamilyEnum, {
  name: "KpiFamily",
  description: "What a KPI tells about.",
  valuesConfig: {
    EFFICIENCY: { description: "How fast and how directly customers are served." },
    QUALITY: { description: "How good the service is, in the customers' eyes or by a quality form." },
    COST: { description: "What the service costs." },
    DEMAND: { description: "How much work there is." },
    WORKFORCE: { description: "Whether there are enough people at the right time, and what their time goes into." },
    PEOPLE: { description: "How the people who do the work fare." },
  },
});

export const KpiUnitEnum = {
  SHARE: "share",
  PERCENT: "percent",
  SECONDS: "seconds",
  COUNT: "count",
  RATE: "rate",
  POINTS: "points",
  MONEY: "money",
} as const satisfies Record<string, KpiUnit>;

registerEnumType(KpiUnitEnum, {
  name: "KpiUnit",
  description: "The unit of a KPI's values and targets.",
  valuesConfig: {
    SHARE: { description: "A part of its whole, from 0 to 1, shown as a percentage." },
    PERCENT: { description: "A ratio shown as a percentage; it may pass 100 %." },
    SECONDS: { description: "Seconds." },
    COUNT: { description: "A number of facts or people, or of those per fact." },
    RATE: { description: "How many in an hour." },
    POINTS: { description: "Points of a form or scale." },
    MONEY: { description: "Minor units of the contract's currency." },
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
  PERSON: "person",
  POSITION: "position",
} as const satisfies Record<string, SubjectKind>;

registerEnumType(SubjectKindEnum, {
  name: "SubjectKind",
  description: "Whose figures.",
  valuesConfig: {
    CONTRACT: { description: "A contract as a whole." },
    SERVICE: { description: "One line of work under a contract." },
    TEAM: { description: "A team: what its members did while they were in it." },
    PERSON: { description: "All of a person's own work under a contract, when held in several positions of a period." },
    POSITION: { description: "A person in a role." },
  },
});

@ObjectType("KpiPeopleRule", { simpleResolvers: true, description: "Which people count in a share of people." })
export class KpiPeopleRuleType {
  @Field(() => String, { description: "Name of the parameter with the percentage that a person's ratio must reach." })
  markParameter!: string;

  @Field(() => String, { description: "Name of the parameter with how many facts a person must have to count at all." })
  sampleParameter!: string;
}

@ObjectType("KpiDialect", { simpleResolvers: true, description: "One named way of computing a KPI." })
export class KpiDialectType {
  @Field(() => String, { description: "Code, unique within the KPI: `SL-A`." })
  code!: string;

  @Field(() => String, { description: "What it counts, in a sentence. In English." })
  description!: string;

  @Field(() => String, { description: "Formula over measures, above the line." })
  numerator!: string;

  @Field(() => String, { nullable: true, description: "Below the line; null: the numerator is the value." })
  denominator!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "Formula of how many facts a figure rests on; null: what it is divided by, else the numerator.",
  })
  sample?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "The value is this percentile of the numerator over single facts, exactly: 50, 90 or 95.",
  })
  percentile?: number | null;

  @Field(() => KpiPeopleRuleType, {
    nullable: true,
    description: "Null: the value is the ratio itself. Otherwise: the share of people whose ratio reaches a mark.",
  })
  people?: PeopleRule | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: "Of a KPI of one's own: the first day on which this version applies; null: always the one in force.",
  })
  validFrom?: Day | null;
}

@ObjectType("KpiParameterDefinition", { simpleResolvers: true, description: "A number that a KPI's use may choose." })
export class KpiParameterDefinitionType {
  @Field(() => String, { description: "Name, such as `thresholdSeconds`." })
  name!: string;

  @Field(() => String, { description: "`seconds`, `days`, `answers`, `percent`, `points` or `evaluations`." })
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

@ObjectType("Kpi", { simpleResolvers: true, description: "A key performance indicator, built in or of one's own." })
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

  @Field(() => RollUpEnum, { description: "How the value of a longer period follows from the parts." })
  rollUp!: RollUp;

  @Field(() => KpiChannelsEnum, { description: "Facts of which channels count." })
  channels!: KpiDefinition["channels"];

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
