import { Field, ObjectType } from "type-graphql";
import { KpiTermsType } from "../objectives/kpi-use.type";
import { connectionOf } from "../platform/graphql/connection";
import { NodeType } from "../platform/graphql/node";
import { Decimal } from "../platform/graphql/scalars";
import { BaselineType } from "../kpis/baseline.type";
import { GateType } from "./assignment-terms.type";
import { OnMissingEnum } from "./scheme-enums.type";
import { ScoringSchemeUnion } from "./scheme.type";
import type { Baseline } from "../kpis/baseline";
import type { Gate, OnMissing, ScoringScheme } from "./scoring-scheme";

@ObjectType("KpiAssignmentVersion", {
  simpleResolvers: true,
  description: "What a role answers for with a KPI, for a range of days.",
})
export class KpiAssignmentVersionType extends KpiTermsType {
  @Field(() => Decimal, { description: "0 to 100, against the role's other KPIs; 0 is shown but not scored. Exact." })
  weight!: string;

  @Field(() => Decimal, {
    nullable: true,
    description: "In the KPI's unit. Null: the target of the contract's objective for this KPI, where there is one.",
  })
  target!: string | null;

  @Field(() => ScoringSchemeUnion, { description: "How the value becomes a score." })
  scheme!: ScoringScheme;

  @Field(() => OnMissingEnum, { description: "What it does to the score where it has no figure." })
  onMissing!: OnMissing;

  @Field(() => GateType, { nullable: true, description: "How it caps the whole score; null: it does not." })
  gate!: Gate | null;

  @Field(() => BaselineType, { nullable: true, description: "What the target is relative to; null: it is absolute." })
  baseline!: Baseline | null;
}

@ObjectType("KpiAssignment", {
  simpleResolvers: true,
  implements: NodeType,
  description: "A KPI that a role answers for; the narrowest of house, client, contract and service counts.",
})
export class KpiAssignmentType extends NodeType {}

export const KpiAssignmentList = connectionOf("KpiAssignment", "KPI assignments", () => KpiAssignmentType);
