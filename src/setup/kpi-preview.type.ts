import { Field, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import type { KpiDefinition } from "../kpis/kpi-definition";
import { KpiChannelsEnum } from "../kpis/kpi-roll-up.type";
import { KpiUnitEnum } from "../kpis/kpi.type";
import { KpiParameterInput } from "../objectives/define-objective.type";
import { UserError } from "../platform/graphql/mutation";
import { PeriodKindEnum } from "../platform/graphql/period.type";
import { Decimal, LocalDate } from "../platform/graphql/scalars";
import type { PreviewPoint } from "../scorecards/kpi-preview.rules";
import type { Day } from "../shared/day";
import type { PeriodKind } from "../shared/period";
import { KpiParameterDefinitionInput } from "./own-kpi.type";

export const PreviewStatusEnum = {
  OK: "OK",
  PARTIAL: "PARTIAL",
  INSUFFICIENT_DATA: "INSUFFICIENT_DATA",
  NO_DATA: "NO_DATA",
} as const satisfies Record<PreviewPoint["status"], PreviewPoint["status"]>;

registerEnumType(PreviewStatusEnum, {
  name: "PreviewStatus",
  description: "Why a previewed value is there or not.",
  valuesConfig: {
    OK: { description: "There is a value." },
    PARTIAL: { description: "Something of it is still to be computed." },
    INSUFFICIENT_DATA: { description: "It rests on too few facts." },
    NO_DATA: { description: "There is nothing to divide by, or no facts at all." },
  },
});

@InputType({ description: "A formula to be tried on the facts of a client." })
export class PreviewKpiInput {
  @Field(() => String, { description: "Code of the client whose facts are used." })
  client!: string;

  @Field(() => String, { nullable: true, description: "Code of the contract. Left out: all of the client's." })
  contract?: string | null;

  @Field(() => String, { nullable: true, description: "Code of the service. Left out: all of them." })
  service?: string | null;

  @Field(() => String, { description: "As in `KpiFormulaInput.formula`." })
  formula!: string;

  @Field(() => String, { nullable: true, description: "As in `KpiFormulaInput.sample`." })
  sample?: string | null;

  @Field(() => KpiUnitEnum, { description: "The unit that the formula is checked against." })
  unit!: KpiDefinition["unit"];

  @Field(() => KpiChannelsEnum, { nullable: true, description: "Facts of which channels count. Left out: ALL." })
  channels?: KpiDefinition["channels"] | null;

  @Field(() => [KpiParameterDefinitionInput], { nullable: true, description: "Parameters that the KPI would have." })
  parameters?: KpiParameterDefinitionInput[] | null;

  @Field(() => [KpiParameterInput], { nullable: true, description: "Values to try. Left out: the defaults." })
  chosen?: KpiParameterInput[] | null;

  @Field(() => LocalDate, { description: "First local day." })
  from!: Day;

  @Field(() => LocalDate, { description: "First local day that does not count; at most 400 days later." })
  until!: Day;

  @Field(() => PeriodKindEnum, { description: "One value for each of these; the first and last may be cut short." })
  by!: PeriodKind;
}

@ObjectType("KpiPreviewPoint", { simpleResolvers: true, description: "What a formula gives over some days." })
export class KpiPreviewPointType {
  @Field(() => LocalDate, { description: "First local day." })
  from!: Day;

  @Field(() => LocalDate, { description: "First local day that does not count." })
  until!: Day;

  @Field(() => Decimal, { nullable: true, description: "Unrounded; null when the status says why." })
  value!: string | null;

  @Field(() => Decimal, { nullable: true, description: "Above the line; null: nothing is known." })
  numerator!: string | null;

  @Field(() => Decimal, { nullable: true, description: "Below the line; null: the formula has none." })
  denominator!: string | null;

  @Field(() => Int, { description: "How many facts it rests on." })
  sample!: number;

  @Field(() => PreviewStatusEnum, { description: "Why the value is there or not." })
  status!: PreviewPoint["status"];
}

@ObjectType("KpiPreview", { simpleResolvers: true, description: "What a formula gives, before it is saved." })
export class KpiPreviewType {
  @Field(() => [KpiPreviewPointType], { description: "One for each period, in order; none when refused." })
  points!: readonly PreviewPoint[];

  @Field(() => [UserError], { description: "What is wrong with the formula, by line and character." })
  errors!: readonly UserError[];
}
