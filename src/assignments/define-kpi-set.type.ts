import { Field, InputType, Int, ObjectType } from "type-graphql";
import { DatedInput } from "../platform/graphql/dated-input.type";
import { Payload } from "../platform/graphql/mutation";
import { Decimal } from "../platform/graphql/scalars";
import type { WeightRule } from "./kpi-set.entity";
import type { KpiSetRow } from "./kpi-set.loaders";
import { KpiSetType, WeightRuleEnum } from "./kpi-set.type";
import { PlacedInput } from "./placed-input.type";

@InputType({ description: "A level of a whole score." })
export class KpiSetLevelInput {
  @Field(() => String, { description: "Unique within the set: `Good`." })
  name!: string;

  @Field(() => String, {
    description: "`red`, `orange`, `amber`, `yellow`, `light-green`, `green`, `blue`, `grey`, or `#rrggbb`.",
  })
  colour!: string;

  @Field(() => Decimal, { description: "The lowest score still of the level, 0 to 200; 0 for the worst." })
  from!: string;
}

@InputType({ description: "How the KPIs of a role make one score, for a range of days." })
export class KpiSetVersionInput extends DatedInput {
  @Field(() => WeightRuleEnum, { nullable: true, description: "What the weights have to total. Left out: RESCALED." })
  weights?: WeightRule | null;

  @Field(() => [KpiSetLevelInput], {
    nullable: true,
    description: "From the worst to the best. Left out: the house's.",
  })
  levels?: KpiSetLevelInput[] | null;

  @Field(() => Int, {
    nullable: true,
    description: "In groups of fewer people, peers are shown without names. Left out: 5.",
  })
  anonymousUnder?: number | null;
}

@InputType({ description: "A KPI set with all its versions; the one at this place is changed, or else made." })
export class DefineKpiSetInput extends PlacedInput {
  @Field(() => String, { description: "Code of the role." })
  role!: string;

  @Field(() => [KpiSetVersionInput], { description: "All of them; none: the next wider set applies." })
  versions!: KpiSetVersionInput[];
}

@ObjectType({ simpleResolvers: true, description: "The set as it is now defined." })
export class DefineKpiSetPayload extends Payload {
  @Field(() => KpiSetType, { nullable: true, description: "Null when refused, and when withdrawn." })
  kpiSet?: KpiSetRow | null;
}
