import { ArgsType, Field, ObjectType } from "type-graphql";
import { connectionOf, ConnectionArgs } from "../platform/graphql/connection";
import { NodeType } from "../platform/graphql/node";
import { LocalDate } from "../platform/graphql/scalars";
import type { Day } from "../shared/day";

@ObjectType("Position", {
  simpleResolvers: true,
  implements: NodeType,
  description: "A person in a role, on a service and in a team, from one day to another.",
})
export class PositionType extends NodeType {
  @Field(() => LocalDate, { description: "First local day." })
  validFrom!: Day;

  @Field(() => LocalDate, { nullable: true, description: "First local day after it; null while open-ended." })
  validUntil!: Day | null;
}

export const PositionList = connectionOf("Position", "positions", () => PositionType);

@ArgsType()
export class PositionArgs extends ConnectionArgs {
  @Field(() => LocalDate, { nullable: true, description: "Those that hold on this local day; all when left out." })
  validOn?: Day | null;

  @Field(() => String, { nullable: true, description: "Those in the role of this code; all when left out." })
  role?: string | null;
}
