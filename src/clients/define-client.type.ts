import { Field, InputType, ObjectType } from "type-graphql";
import { ActInput, Payload } from "../platform/graphql/mutation";
import type { ClientRow } from "./client.loaders";
import { ClientType } from "./client.type";

@InputType({ description: "A client; the one with this code is changed, or else made." })
export class DefineClientInput extends ActInput {
  @Field(() => String, { description: "Unique in the house: letters, digits, dots, hyphens and underscores." })
  code!: string;

  @Field(() => String, { description: "Name of the company." })
  name!: string;

  @Field(() => String, { nullable: true, description: "Its line of business. Left out: nothing is known." })
  industry?: string | null;
}

@ObjectType({ simpleResolvers: true, description: "The client as it is now defined." })
export class DefineClientPayload extends Payload {
  @Field(() => ClientType, { nullable: true, description: "Null when refused." })
  client?: ClientRow | null;
}
