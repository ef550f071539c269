import { Field, InputType, Int, ObjectType } from "type-graphql";
import type { JudgedKind, KpiDefinition, ParameterDefinition } from "../kpis/kpi-definition";
import { KpiChannelsEnum } from "../kpis/kpi-roll-up.type";
import { KpiDirectionEnum, KpiFamilyEnum, KpiType, KpiUnitEnum, SubjectKindEnum } from "../kpis/kpi.type";
import { DatedInput } from "../platform/graphql/dated-input.type";
import { ActInput, Payload } from "../platform/graphql/mutation";

@InputType({ description: "A text in the languages of the catalogue. What is left out is shown in English." })
export class TranslatedInput {
  @Field(() => String, { description: "English." })
  en!: string;

  @Field(() => String, { nullable: true, description: "Italian." })
  it?: string | null;

  @Field(() => String, { nullable: true, description: "Croatian." })
  hr?: string | null;

  @Field(() => String, { nullable: true, description: "Chinese, simplified." })
  zh?: string | null;
}

@InputType({ description: "A whole number that uses of the KPI may choose." })
export class KpiParameterDefinitionInput {
  @Field(() => String, { description: "As conditions and built-in measures name it: `thresholdSeconds`." })
  name!: string;

  @Field(() => String, { description: "`seconds`, `days`, `answers`, `percent`, `points` or `evaluations`." })
  unit!: ParameterDefinition["unit"];

  @Field(() => Int, { description: "The value where none is chosen." })
  default!: number;

  @Field(() => Int, { description: "The lowest value allowed." })
  minimum!: number;

  @Field(() => Int, { description: "The highest value allowed." })
  maximum!: number;

  @Field(() => String, { description: "What it decides, in English." })
  description!: string;
}

@InputType({ description: "How a KPI is computed from a day on." })
export class KpiFormulaInput extends DatedInput {
  @Field(() => String, {
    description: "Arithmetic over measures: `answered_within / (answered + abandoned - short_abandoned)`.",
  })
  formula!: string;

  @Field(() => String, {
    nullable: true,
    description: "Formula of how many facts it rests on. Left out: what the formula divides by.",
  })
  sample?: string | null;
}

@InputType({ description: "A KPI of one's own, whole; the one with this code is changed, or else made." })
export class DefineKpiInput extends ActInput {
  @Field(() => String, { nullable: true, description: "Code of the client. Left out: for every client." })
  client?: string | null;

  @Field(() => String, { description: "Capital letters, digits and underscores; means one thing everywhere." })
  code!: string;

  @Field(() => TranslatedInput, { description: "Names for people." })
  names!: TranslatedInput;

  @Field(() => TranslatedInput, { description: "What it means, in a sentence." })
  descriptions!: TranslatedInput;

  @Field(() => KpiFamilyEnum, { description: "What it tells about." })
  family!: KpiDefinition["family"];

  @Field(() => KpiUnitEnum, { description: "Unit of values and targets. Cannot be changed later." })
  unit!: KpiDefinition["unit"];

  @Field(() => KpiDirectionEnum, { description: "Which values are better." })
  direction!: KpiDefinition["direction"];

  @Field(() => Int, { nullable: true, description: "Decimals shown. Left out: 1." })
  precision?: number | null;

  @Field(() => KpiChannelsEnum, { nullable: true, description: "Facts of which channels count. Left out: ALL." })
  channels?: KpiDefinition["channels"] | null;

  @Field(() => [SubjectKindEnum], {
    nullable: true,
    description: "Whom it may judge; never PERSON: people are judged in a role. Left out: contract and service.",
  })
  judges?: JudgedKind[] | null;

  @Field(() => [KpiParameterDefinitionInput], { nullable: true, description: "What its use may choose." })
  parameters?: KpiParameterDefinitionInput[] | null;

  @Field(() => String, { nullable: true, description: "Where the definition comes from." })
  source?: string | null;

  @Field(() => [KpiFormulaInput], { description: "All versions of its formula: what is left out no longer applies." })
  versions!: KpiFormulaInput[];
}

@ObjectType({ simpleResolvers: true, description: "The KPI as it is now defined." })
export class DefineKpiPayload extends Payload {
  @Field(() => KpiType, { nullable: true, description: "Null when refused." })
  kpi?: KpiDefinition | null;
}
