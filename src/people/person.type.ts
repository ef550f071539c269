import { Field, ObjectType } from "type-graphql";
import { connectionOf } from "../platform/graphql/connection";
import { NodeType } from "../platform/graphql/node";

@ObjectType("Login", { simpleResolvers: true, description: "The name that a feed uses for a person." })
export class LoginType {
  @Field(() => String, { description: "The source system, as import profiles call it." })
  source!: string;

  @Field(() => String, { description: "The name used there." })
  name!: string;
}

@ObjectType("Person", {
  simpleResolvers: true,
  implements: NodeType,
  description:
    "Somebody who works for us. A client's people see those with a position under one of their contracts; names only " +
    "with the right READ_PEOPLE.",
})
export class PersonType extends NodeType {
  @Field(() => String, { description: "Unique in the house; stands in for the name where that may not be seen." })
  code!: string;
}

export const PersonList = connectionOf("Person", "people", () => PersonType);
