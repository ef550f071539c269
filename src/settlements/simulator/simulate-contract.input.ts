import { ArrayMaxSize, ArrayMinSize, MaxLength } from "class-validator";
import { Field, InputType, Int } from "type-graphql";
import { ActInput } from "../../platform/graphql/mutation";
import { ObjectiveVersionInput } from "../../objectives/define-objective.type";
import { SettlementTermsVersionInput } from "../../objectives/clauses/define-settlement-terms.type";
import { LocalDate } from "../../platform/graphql/scalars";
import type { Day } from "../../shared/day";

const MOST_CHARACTERS = 200_000;
const MOST_OBJECTIVES = 100;

@InputType({ description: "An objective of a draft. Nothing of it is kept." })
export class DraftObjectiveInput {
  @Field(() => String, { nullable: true, description: "Code of the service. Left out: the contract as a whole." })
  service?: string | null;

  @Field(() => String, { description: "Unique within the draft; clauses name it." })
  code!: string;

  @Field(() => String, { description: "Name for people." })
  name!: string;

  @Field(() => String, { description: "Document and section that would promise it." })
  clause!: string;

  @ArrayMinSize(1)
  @Field(() => [ObjectiveVersionInput], {
    description: "By the days they would apply on; the first holds from the first day simulated.",
  })
  versions!: ObjectiveVersionInput[];
}

@InputType({
  description: "One way the contract could be: `yaml`, or its parts, or, with neither, the contract as it stands.",
})
export class DraftInput {
  @MaxLength(100)
  @Field(() => String, { nullable: true, description: "What to call it; null: `draft`, or `as it stands`." })
  name?: string | null;

  @MaxLength(MOST_CHARACTERS)
  @Field(() => String, {
    nullable: true,
    description:
      "Setup documents as `apply` takes them: Objective, SettlementTerms, Amendment, Calendar, or a Contract with them in " +
      "it. Nothing of it is kept. Its first versions hold from the first day simulated.",
  })
  yaml?: string | null;

  @ArrayMaxSize(MOST_OBJECTIVES)
  @Field(() => [DraftObjectiveInput], {
    nullable: true,
    description: "All objectives of the draft, at most 100. Left out or empty: those of the contract stay.",
  })
  objectives?: DraftObjectiveInput[] | null;

  @ArrayMinSize(1)
  @Field(() => [SettlementTermsVersionInput], {
    nullable: true,
    description:
      "What the draft says about money; the first version holds from the first day simulated. Left out: the contract's " +
      "terms stay.",
  })
  settlementTerms?: SettlementTermsVersionInput[] | null;
}

@InputType({ description: "A contract's past to be replayed, and under what." })
export class SimulateInput extends ActInput {
  @Field(() => String, { description: "Code of the client." })
  client!: string;

  @Field(() => String, { description: "Code of the contract whose past is replayed." })
  contract!: string;

  @Field(() => LocalDate, { nullable: true, description: "First day; null: twelve months before `until`." })
  from?: Day | null;

  @Field(() => LocalDate, { nullable: true, description: "The day after the last; null, or later than today: today." })
  until?: Day | null;

  @Field(() => Int, {
    nullable: true,
    description: "How often history is drawn again for the spread, 0 to 1,000; null: as often as takes about a second.",
  })
  draws?: number | null;

  @Field(() => Int, { nullable: true, description: "The same seed gives the same spread; null: 1." })
  seed?: number | null;
}

@InputType({ description: "One draft for `simulateContract`." })
export class SimulateContractInput extends SimulateInput {
  @Field(() => DraftInput, { description: "What to replay the past under." })
  draft!: DraftInput;
}

@InputType({ description: "Two drafts for `simulateContracts`." })
export class SimulateContractsInput extends SimulateInput {
  @ArrayMinSize(2)
  @ArrayMaxSize(2)
  @Field(() => [DraftInput], { description: "Two ways, in the order in which they are compared." })
  drafts!: DraftInput[];
}
