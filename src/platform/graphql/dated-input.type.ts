import { Field, InputType } from "type-graphql";
import type { Day } from "../../shared/day";
import { LocalDate } from "./scalars";

/** Extended by the inputs of everything that applies from one day to another. */
@InputType({ description: "The days on which terms apply." })
export abstract class DatedInput {
  @Field(() => LocalDate, {
    nullable: true,
    description: "First local day. Left out: the contract's first day, where there is a contract.",
  })
  validFrom?: Day | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: "First local day on which they no longer apply. Left out: until the next version, or open-ended.",
  })
  validUntil?: Day | null;
}
