import { Field, ObjectType } from "type-graphql";
import { connectionOf } from "../platform/graphql/connection";
import { NodeType } from "../platform/graphql/node";

@ObjectType("Service", {
  simpleResolvers: true,
  implements: NodeType,
  description: "One line of work under a contract: a queue, a desk. Seen by the client's people and by ours.",
})
export class ServiceType extends NodeType {
  @Field(() => String, { description: "Unique within the client; feeds name the service by it." })
  code!: string;

  @Field(() => String, { description: "Name for people." })
  name!: string;

  @Field(() => [String], { description: "Codes of its channels, such as `phone`." })
  channels!: readonly string[];
}

export const ServiceList = connectionOf("Service", "services", () => ServiceType);
