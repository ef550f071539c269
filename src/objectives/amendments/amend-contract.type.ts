import { Field, InputType, ObjectType } from "type-graphql";
import type { BelievedAmendment } from "../../contracts/amendment.lookups";
import { AmendmentType } from "../../contracts/amendment.type";
import { AmendmentTermsInput } from "../../contracts/define-amendment.type";
import { Payload } from "../../platform/graphql/mutation";
import { SettlementTermsVersionInput } from "../clauses/define-settlement-terms.type";
import { ObjectiveVersionInput } from "../define-objective.type";
import type { Objective } from "../objective.entity";
import { ObjectiveType } from "../objective.type";

@InputType({ description: "What an amendment makes of an objective." })
export class AmendedObjectiveInput {
  @Field(() => String, { description: "Code of the objective: one of the contract, or a new one with its `name`." })
  code!: string;

  @Field(() => String, {
    nullable: true,
    description: "Code of the service, of a new objective. Left out: the contract as a whole, or as it is.",
  })
  service?: string | null;

  @Field(() => String, { nullable: true, description: "Name for people. Left out: as it is." })
  name?: string | null;

  @Field(() => String, { nullable: true, description: "Document and section that promise it. Left out: as they are." })
  clause?: string | null;

  @Field(() => ObjectiveVersionInput, {
    nullable: true,
    description: "What it demands from the day on which the amendment takes effect. Null: it ends on that day.",
  })
  terms!: ObjectiveVersionInput | null;
}

@InputType({ description: "An amendment with all that it changes." })
export class AmendContractInput extends AmendmentTermsInput {
  @Field(() => [AmendedObjectiveInput], { nullable: true, description: "Left out: none." })
  objectives?: AmendedObjectiveInput[] | null;

  @Field(() => SettlementTermsVersionInput, {
    nullable: true,
    description: "What is said about money from that day on, whole. Left out: as before.",
  })
  settlementTerms?: SettlementTermsVersionInput | null;
}

@ObjectType({ simpleResolvers: true, description: "The amendment, and what it changed." })
export class AmendContractPayload extends Payload {
  @Field(() => AmendmentType, { nullable: true, description: "Null when refused." })
  amendment?: BelievedAmendment | null;

  @Field(() => [ObjectiveType], { nullable: true, description: "Those it changed. Null when refused." })
  objectives?: Objective[] | null;
}
