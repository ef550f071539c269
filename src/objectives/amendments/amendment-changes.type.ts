import { Field, ObjectType } from "type-graphql";
import { SettlementTermsType } from "../clauses/settlement-terms.type";
import type { Objective } from "../objective.entity";
import type { ObjectiveVersionRow } from "../objective.loaders";
import { ObjectiveType, ObjectiveVersionType } from "../objective.type";

@ObjectType("AmendedObjective", { simpleResolvers: true, description: "What an amendment made of an objective." })
export class AmendedObjectiveType {
  @Field(() => ObjectiveType, { description: "The objective." })
  objective!: Objective;

  @Field(() => ObjectiveVersionType, {
    nullable: true,
    description: "What it demanded until then; null: the amendment brought it in.",
  })
  replaced!: ObjectiveVersionRow | null;

  @Field(() => ObjectiveVersionType, {
    nullable: true,
    description: "What it demands from then on; null: it ended on the day on which the amendment took effect.",
  })
  version!: ObjectiveVersionRow | null;
}

@ObjectType("AmendedSettlementTerms", {
  simpleResolvers: true,
  description: "What an amendment made of that which the contract says about money.",
})
export class AmendedSettlementTermsType {
  @Field(() => SettlementTermsType, { nullable: true, description: "What was said until then; null: nothing." })
  replaced!: SettlementTermsType | null;

  @Field(() => SettlementTermsType, { description: "What is said from then on." })
  terms!: SettlementTermsType;

  @Field(() => [String], { description: "What is said otherwise besides clauses: `fee`, `atRisk`, … by its field." })
  fields!: readonly string[];

  @Field(() => [String], { description: "Codes of clauses that were not there before." })
  clausesAdded!: readonly string[];

  @Field(() => [String], { description: "Codes of clauses that are there no longer." })
  clausesRemoved!: readonly string[];

  @Field(() => [String], { description: "Codes of clauses that say something else." })
  clausesChanged!: readonly string[];
}

@ObjectType("AmendmentChanges", {
  simpleResolvers: true,
  description: "Everything that an amendment changed, as it is believed now.",
})
export class AmendmentChangesType {
  @Field(() => [AmendedObjectiveType], { description: "By their codes." })
  objectives!: readonly AmendedObjectiveType[];

  @Field(() => AmendedSettlementTermsType, {
    nullable: true,
    description:
      "Null where it left them alone. Seen by the client, and by those of ours who answer for the contract; null to others.",
  })
  settlementTerms!: AmendedSettlementTermsType | null;
}
