import { Field, ObjectType } from "type-graphql";
import { connectionOf } from "../platform/graphql/connection";
import { NodeType } from "../platform/graphql/node";

@ObjectType("Team", {
  simpleResolvers: true,
  implements: NodeType,
  description: "People who work together under one contract. Positions say who, and when.",
})
export class TeamType extends NodeType {
  @Field(() => String, { description: "Unique within the client." })
  code!: string;

  @Field(() => String, { description: "Name for people." })
  name!: string;
}

export const TeamList = connectionOf("Team", "teams", () => TeamType);
