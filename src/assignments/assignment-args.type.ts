import { ArgsType, Field } from "type-graphql";
import { ValidOnArgs } from "../objectives/kpi-use.type";

/** What a list of what holds for roles is narrowed to. */
@ArgsType()
export class AssignmentArgs extends ValidOnArgs {
  @Field(() => String, { nullable: true, description: "Those of the role of this code; of all roles when left out." })
  role?: string | null;
}
