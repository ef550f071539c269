import { Field, InputType, Int, ObjectType } from "type-graphql";
import { DatedInput } from "../platform/graphql/dated-input.type";
import { ActInput, Payload } from "../platform/graphql/mutation";
import { PeriodKindEnum } from "../platform/graphql/period.type";
import type { ExclusionKind } from "../contracts/exclusions/exclusion.rules";
import { ExclusionKindEnum } from "../contracts/exclusions/exclusion-enums.type";
import { BaselineInput } from "../kpis/baseline.type";
import { Decimal } from "../platform/graphql/scalars";
import type { PeriodKind } from "../shared/period";
import type { KpiUseRow } from "./kpi-use.loaders";
import { KpiUseType } from "./kpi-use.type";
import type { Objective } from "./objective.entity";
import {
  ComparisonRoundingInput,
  CompositeInput,
  QualitativeQuestionInput,
  VolumeReliefInput,
} from "./objective-extras.input";
import { ObjectiveType } from "./objective.type";

@InputType({ description: "A value for a parameter of a KPI." })
export class KpiParameterInput {
  @Field(() => String, { description: "Name, such as `thresholdSeconds`." })
  name!: string;

  @Field(() => Int, { description: "A whole number in the range that the catalogue allows." })
  value!: number;
}

/** Extended by the inputs of everything that says how a KPI is computed. */
@InputType({ description: "How a KPI is computed for a range of days." })
export abstract class KpiTermsInput extends DatedInput {
  @Field(() => String, { nullable: true, description: "Code of the dialect. Left out: the catalogue's default." })
  dialect?: string | null;

  @Field(() => [KpiParameterInput], {
    nullable: true,
    description: "Parameters left out take the catalogue's default.",
  })
  parameters?: KpiParameterInput[] | null;

  @Field(() => Int, { nullable: true, description: "Under so many facts a figure is not judged. Left out: 0." })
  minSample?: number | null;
}

/** Parameters by name, as documents write them. */
export const termsOf = <T extends KpiTermsInput>({ parameters, ...terms }: T) => ({
  ...terms,
  parameters: Object.fromEntries((parameters ?? []).map(({ name, value }) => [name, value])),
});

@InputType({ description: "How a KPI in use is computed for a range of days." })
export class KpiUseVersionInput extends KpiTermsInput {}

@InputType({ description: "A KPI in use with all its versions; the one at this place is changed, or else made." })
export class UseKpiInput extends ActInput {
  @Field(() => String, { description: "Code of the client." })
  client!: string;

  @Field(() => String, { description: "Code of the contract." })
  contract!: string;

  @Field(() => String, { nullable: true, description: "Code of the service. Left out: every one without its own." })
  service?: string | null;

  @Field(() => String, { description: "Code of the KPI: `SERVICE_LEVEL`." })
  kpi!: string;

  @Field(() => [KpiUseVersionInput], { description: "All of them; none: the KPI is no longer in use there." })
  versions!: KpiUseVersionInput[];
}

@ObjectType({ simpleResolvers: true, description: "The KPI in use as it is now defined." })
export class UseKpiPayload extends Payload {
  @Field(() => KpiUseType, { nullable: true, description: "Null when refused, and when no longer in use." })
  kpiUse?: KpiUseRow | null;
}

@InputType({ description: "What an objective demands for a range of days." })
export class ObjectiveVersionInput extends KpiTermsInput {
  @Field(() => String, {
    nullable: true,
    description: "Code of the KPI that measures it. Left out of objectives with `composite` or `question`.",
  })
  kpi?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      "In the KPI's unit: `80 %` or `0.8` for shares, `240` for seconds. Left out where `baseline` says it. What is put " +
      "together or assessed is a share.",
  })
  target?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "As `target`; missing it is worse than missing the target. Left out: there is none.",
  })
  minimum?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "As `target`; the level expected over time, at least the minimum. Left out: there is none.",
  })
  expected?: string | null;

  @Field(() => ComparisonRoundingInput, {
    nullable: true,
    description: "How a value is rounded before it is compared. Left out: unrounded values are compared.",
  })
  rounding?: ComparisonRoundingInput | null;

  @Field(() => BaselineInput, { nullable: true, description: "Instead of a target: what to improve, and by how much." })
  baseline?: BaselineInput | null;

  @Field(() => Decimal, { nullable: true, description: "How much it counts among objectives, 0 or more. Left out: 1." })
  weight?: string | null;

  @Field(() => PeriodKindEnum, { description: "The length of period that is judged." })
  measuredBy!: PeriodKind;

  @Field(() => Int, {
    nullable: true,
    description: "This period and so many less one before it are judged together, 1 to 24. Left out: 1.",
  })
  rolling?: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Code of a calendar of the client: only what happens in its windows counts. Left out: whatever happens.",
  })
  calendar?: string | null;

  @Field(() => [ExclusionKindEnum], {
    nullable: true,
    description: "Kinds of exclusions that are allowed; an empty list: none. Left out: all.",
  })
  exclusionsAllowed?: ExclusionKind[] | null;

  @Field(() => VolumeReliefInput, { nullable: true, description: "Relief for volume above the locked forecast." })
  relief?: VolumeReliefInput | null;

  @Field(() => CompositeInput, { nullable: true, description: "What it is put together from, instead of a KPI." })
  composite?: CompositeInput | null;

  @Field(() => QualitativeQuestionInput, { nullable: true, description: "What is asked, instead of a KPI." })
  question?: QualitativeQuestionInput | null;

  @Field(() => String, {
    nullable: true,
    description: "Code of the amendment that brought it; `validFrom` may then be left out.",
  })
  amendment?: string | null;
}

@InputType({ description: "An objective with all its versions; the one with this code is changed, or else made." })
export class DefineObjectiveInput extends ActInput {
  @Field(() => String, { description: "Code of the client." })
  client!: string;

  @Field(() => String, { description: "Code of the contract." })
  contract!: string;

  @Field(() => String, { nullable: true, description: "Code of the service. Left out: the contract as a whole." })
  service?: string | null;

  @Field(() => String, { description: "Unique within the contract." })
  code!: string;

  @Field(() => String, { description: "Name for people." })
  name!: string;

  @Field(() => String, { description: "Document and section that promise it." })
  clause!: string;

  @Field(() => [ObjectiveVersionInput], { description: "All of them: what is left out no longer applies." })
  versions!: ObjectiveVersionInput[];
}

@ObjectType({ simpleResolvers: true, description: "The objective as it is now defined." })
export class DefineObjectivePayload extends Payload {
  @Field(() => ObjectiveType, { nullable: true, description: "Null when refused." })
  objective?: Objective | null;
}
