import { Field, ObjectType } from "type-graphql";
import { connectionOf } from "../platform/graphql/connection";
import { NodeType } from "../platform/graphql/node";
import { PeriodKindEnum } from "../platform/graphql/period.type";
import { Decimal } from "../platform/graphql/scalars";
import type { PeriodKind } from "../shared/period";
import { KpiTermsType } from "./kpi-use.type";

@ObjectType("ObjectiveVersion", {
  simpleResolvers: true,
  description: "What an objective demands for a range of days.",
})
export class ObjectiveVersionType extends KpiTermsType {
  @Field(() => Decimal, {
    description: "In the KPI's unit: a ratio for shares (0.8 is 80 %), seconds for times. Exact.",
  })
  target!: string;

  @Field(() => Decimal, {
    nullable: true,
    description: "In the KPI's unit; missing it is worse than missing the target. Null: there is none.",
  })
  minimum!: string | null;

  @Field(() => PeriodKindEnum, { description: "The length of period that is judged." })
  measuredBy!: PeriodKind;
}

@ObjectType("Objective", {
  simpleResolvers: true,
  implements: NodeType,
  description: "A service level objective of a contract. Seen by the client's people and by ours.",
})
export class ObjectiveType extends NodeType {
  @Field(() => String, { description: "Unique within the contract." })
  code!: string;

  @Field(() => String, { description: "Name for people." })
  name!: string;

  @Field(() => String, { description: "Document and section of the contract that promise it." })
  clause!: string;
}

export const ObjectiveList = connectionOf("Objective", "objectives", () => ObjectiveType);
