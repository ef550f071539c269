import { ArgsType, Field, ObjectType } from "type-graphql";
import { KpiParameterType } from "../kpis/kpi-parameter.type";
import { connectionOf, ConnectionArgs } from "../platform/graphql/connection";
import { DatedType } from "../platform/graphql/dated.type";
import { NodeType } from "../platform/graphql/node";
import { LocalDate, NonNegativeInt } from "../platform/graphql/scalars";
import type { Day } from "../shared/day";

/** Extended by every version that says how a KPI is computed. */
@ObjectType({ simpleResolvers: true, description: "How a KPI is computed for a range of days." })
export abstract class KpiTermsType extends DatedType {
  @Field(() => String, { description: "Code of the dialect: which of the KPI's formulas." })
  dialect!: string;

  @Field(() => [KpiParameterType], { description: "Every parameter of the KPI with its value." })
  parameters!: readonly KpiParameterType[];

  @Field(() => NonNegativeInt, { description: "Figures that rest on fewer facts are INSUFFICIENT_DATA." })
  minSample!: number;
}

@ObjectType("KpiUseVersion", {
  simpleResolvers: true,
  description: "How a KPI in use is computed for a range of days.",
})
export class KpiUseVersionType extends KpiTermsType {}

@ObjectType("KpiUse", {
  simpleResolvers: true,
  implements: NodeType,
  description: "A KPI in use under a contract or one of its services. What a service uses goes before the contract's.",
})
export class KpiUseType extends NodeType {}

export const KpiUseList = connectionOf("KpiUse", "KPIs in use", () => KpiUseType);

@ArgsType()
export class ValidOnArgs extends ConnectionArgs {
  @Field(() => LocalDate, { nullable: true, description: "Those that apply on this local day; all when left out." })
  validOn?: Day | null;
}
