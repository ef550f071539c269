import { Field, InputType, ObjectType } from "type-graphql";
import { KpiTermsInput } from "../objectives/define-objective.type";
import { Payload } from "../platform/graphql/mutation";
import { Decimal } from "../platform/graphql/scalars";
import { BaselineInput } from "../kpis/baseline.type";
import { GateInput } from "./assignment-terms.type";
import type { KpiAssignmentRow } from "./kpi-assignment.loaders";
import { KpiAssignmentType } from "./kpi-assignment.type";
import { OnMissingEnum } from "./scheme-enums.type";
import { ScoringSchemeInput } from "./scheme-input.type";
import type { OnMissing } from "./scoring-scheme";
import { PlacedInput } from "./placed-input.type";

@InputType({ description: "What a role answers for with a KPI, for a range of days." })
export class KpiAssignmentVersionInput extends KpiTermsInput {
  @Field(() => Decimal, { description: "0 to 100, against the role's other KPIs; 0 is shown but not scored." })
  weight!: string;

  @Field(() => String, {
    nullable: true,
    description: "In the KPI's unit: `80 %` or `0.8` for shares, `240` for seconds. Left out: the objective's target.",
  })
  target?: string | null;

  @Field(() => ScoringSchemeInput, { nullable: true, description: "How the value scores. Left out: attainment." })
  scheme?: ScoringSchemeInput | null;

  @Field(() => OnMissingEnum, {
    nullable: true,
    description: "What it does to the score where it has no figure. Left out: RENORMALISE.",
  })
  onMissing?: OnMissing | null;

  @Field(() => GateInput, { nullable: true, description: "Makes the KPI cap the whole score. Left out: it does not." })
  gate?: GateInput | null;

  @Field(() => BaselineInput, {
    nullable: true,
    description: "Instead of `target`: what to improve, and by how much.",
  })
  baseline?: BaselineInput | null;
}

@InputType({ description: "A KPI assignment with all its versions; the one at this place is changed, or else made." })
export class AssignKpiInput extends PlacedInput {
  @Field(() => String, { description: "Code of the role." })
  role!: string;

  @Field(() => String, { description: "Code of the KPI." })
  kpi!: string;

  @Field(() => [KpiAssignmentVersionInput], { description: "All of them; none: the role no longer answers for it." })
  versions!: KpiAssignmentVersionInput[];
}

@ObjectType({ simpleResolvers: true, description: "The assignment as it is now defined." })
export class AssignKpiPayload extends Payload {
  @Field(() => KpiAssignmentType, { nullable: true, description: "Null when refused, and when withdrawn." })
  kpiAssignment?: KpiAssignmentRow | null;
}
