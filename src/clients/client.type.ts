import { Field, ObjectType } from "type-graphql";
import { connectionOf } from "../platform/graphql/connection";
import { NodeType } from "../platform/graphql/node";

@ObjectType("Client", {
  simpleResolvers: true,
  implements: NodeType,
  description: "A company that outsources its customer service to us. A client's people see their own client only.",
})
export class ClientType extends NodeType {
  @Field(() => String, { description: "Unique in the house; for people and documents." })
  code!: string;

  @Field(() => String, { description: "Name of the company." })
  name!: string;

  @Field(() => String, { nullable: true, description: "Its line of business; null when nobody said." })
  industry!: string | null;
}

export const ClientList = connectionOf("Client", "clients", () => ClientType);
