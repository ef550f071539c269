import { Field, InputType } from "type-graphql";
import { ActInput } from "../platform/graphql/mutation";

/** Extended by the input of every act on something that holds at a place: everywhere, or narrowed by codes. */
@InputType({ description: "Where something holds." })
export class PlacedInput extends ActInput {
  @Field(() => String, {
    nullable: true,
    description: "Code of the client. Left out: every client, which is for our own people to decide.",
  })
  client?: string | null;

  @Field(() => String, { nullable: true, description: "Code of the contract. Left out: every one of the client." })
  contract?: string | null;

  @Field(() => String, { nullable: true, description: "Code of the service. Left out: every one of the contract." })
  service?: string | null;
}
