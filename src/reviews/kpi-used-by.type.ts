import { Field, Int, ObjectType } from "type-graphql";
import { KpiAssignmentType } from "../assignments/kpi-assignment.type";
import type { KpiAssignmentRow } from "../assignments/kpi-assignment.loaders";
import type { KpiUseRow } from "../objectives/kpi-use.loaders";
import { KpiUseType } from "../objectives/kpi-use.type";
import type { Objective } from "../objectives/objective.entity";
import { ObjectiveType } from "../objectives/objective.type";
import type { Forum } from "./forum.entity";
import { ForumType } from "./forum.type";

@ObjectType("KpiUsers", {
  simpleResolvers: true,
  description: "Where a KPI is used, as far as the viewer can see. Of each kind at most 100.",
})
export class KpiUsersType {
  @Field(() => Int, { description: "How many uses, objectives, assignments and forums there are." })
  count!: number;

  @Field(() => [KpiUseType], { description: "Contracts and services under which it is in use." })
  kpisInUse!: KpiUseRow[];

  @Field(() => [ObjectiveType], { description: "Objectives that promise it." })
  objectives!: Objective[];

  @Field(() => [KpiAssignmentType], { description: "Roles that answer for it." })
  assignments!: KpiAssignmentRow[];

  @Field(() => [ForumType], { description: "Forums of contracts under which it is in use, promised or assigned." })
  forums!: Forum[];
}
