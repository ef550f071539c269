import { ArrayMaxSize, ArrayMinSize, MaxLength } from "class-validator";
import { Field, InputType, Int } from "type-graphql";
import { ActInput } from "../../platform/graphql/mutation";
import { LocalDate } from "../../platform/graphql/scalars";
import type { Day } from "../../shared/day";

const MOST_CHARACTERS = 200_000;

@InputType({ description: "One way the contract could be." })
export class DraftInput {
  @MaxLength(100)
  @Field(() => String, { nullable: true, description: "What to call it; null: `draft`, or `as it stands`." })
  name?: string | null;

  @MaxLength(MOST_CHARACTERS)
  @Field(() => String, {
    nullable: true,
    description:
      "Setup documents as `apply` takes them: Objective, SettlementTerms, Amendment, Calendar, or a Contract with them in " +
      "it. Nothing of it is kept. Its first versions hold from the first day simulated. Null: the contract as it stands.",
  })
  yaml?: string | null;
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
