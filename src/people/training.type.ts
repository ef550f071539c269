import { Field, ObjectType } from "type-graphql";
import { connectionOf } from "../platform/graphql/connection";
import { NodeType } from "../platform/graphql/node";
import { LocalDate } from "../platform/graphql/scalars";
import type { Day } from "../shared/day";

@ObjectType("Training", {
  simpleResolvers: true,
  implements: NodeType,
  description: "Days on which a trainer answers for what a trainee does. Seen by whoever sees both people.",
})
export class TrainingType extends NodeType {
  @Field(() => LocalDate, { description: "First local day." })
  validFrom!: Day;

  @Field(() => LocalDate, { nullable: true, description: "First local day after it; null while open-ended." })
  validUntil!: Day | null;
}

export const TrainingList = connectionOf("Training", "trainings", () => TrainingType);
