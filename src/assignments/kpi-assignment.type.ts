import { Field, ObjectType } from "type-graphql";
import { KpiTermsType } from "../objectives/kpi-use.type";
import { connectionOf } from "../platform/graphql/connection";
import { NodeType } from "../platform/graphql/node";
import { Decimal } from "../platform/graphql/scalars";

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
}

@ObjectType("KpiAssignment", {
  simpleResolvers: true,
  implements: NodeType,
  description: "A KPI that a role answers for; the narrowest of house, client, contract and service counts.",
})
export class KpiAssignmentType extends NodeType {}

export const KpiAssignmentList = connectionOf("KpiAssignment", "KPI assignments", () => KpiAssignmentType);
