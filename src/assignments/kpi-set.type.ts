import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../platform/graphql/connection";
import { DatedType } from "../platform/graphql/dated.type";
import { NodeType } from "../platform/graphql/node";
import { Decimal } from "../platform/graphql/scalars";
import type { WeightRule } from "./kpi-set.entity";

export const WeightRuleEnum = { WHOLE: "whole", RESCALED: "rescaled" } as const satisfies Record<string, WeightRule>;

registerEnumType(WeightRuleEnum, {
  name: "WeightRule",
  description: "What the weights of a role's KPIs have to total.",
  valuesConfig: {
    WHOLE: { description: "100. As long as they do not, there is no score." },
    RESCALED: { description: "Anything: whatever they total counts as the whole." },
  },
});

@ObjectType("KpiSetLevel", { simpleResolvers: true, description: "A level of a whole score, and how it is shown." })
export class KpiSetLevelType {
  @Field(() => String, { description: "Name for people: `Good`." })
  name!: string;

  @Field(() => String, { description: "`#rrggbb`" })
  colour!: string;

  @Field(() => Decimal, { description: "The lowest score still of the level; 0 for the worst. Exact." })
  from!: string;
}

@ObjectType("KpiSetVersion", {
  simpleResolvers: true,
  description: "How the KPIs of a role make one score, for a range of days.",
})
export class KpiSetVersionType extends DatedType {
  @Field(() => WeightRuleEnum, { description: "What the weights have to total." })
  weights!: WeightRule;

  @Field(() => [KpiSetLevelType], { description: "From the worst to the best, each up to the next." })
  levels!: readonly KpiSetLevelType[];

  @Field(() => Int, { description: "In groups of fewer people, peers are shown without names." })
  anonymousUnder!: number;
}

@ObjectType("KpiSet", {
  simpleResolvers: true,
  implements: NodeType,
  description: "How the KPIs of a role make one score; the narrowest of house, client, contract and service counts.",
})
export class KpiSetType extends NodeType {}

export const KpiSetList = connectionOf("KpiSet", "KPI sets", () => KpiSetType);
