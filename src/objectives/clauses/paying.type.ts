import { Field, ObjectType } from "type-graphql";
import type { Pays } from "./clause";
import { PaysEnum } from "./clause-enums.type";

/** Extended by mechanisms that pay in one way. */
@ObjectType({ simpleResolvers: true, description: "Pays in one way." })
export abstract class PayingType {
  @Field(() => PaysEnum, { description: "What the amounts mean." })
  pays!: Pays;
}
