import { Field, InputType, ObjectType } from "type-graphql";
import { ActInput, Payload } from "../platform/graphql/mutation";
import { LocalDate } from "../platform/graphql/scalars";
import type { Day } from "../shared/day";
import type { AmendmentRule } from "./amendment-rule";
import type { BelievedAmendment } from "./amendment.lookups";
import { AmendmentRuleEnum, AmendmentType } from "./amendment.type";

/** Extended by every input that holds what an amendment says. */
@InputType({ description: "What an amendment says." })
export abstract class AmendmentTermsInput extends ActInput {
  @Field(() => String, { description: "Code of the client." })
  client!: string;

  @Field(() => String, { description: "Code of the contract." })
  contract!: string;

  @Field(() => String, { description: "Unique within the contract." })
  code!: string;

  @Field(() => String, { description: "What it is about, for people." })
  title!: string;

  @Field(() => String, { description: "Document and section that hold it." })
  document!: string;

  @Field(() => LocalDate, { description: "The day on which it was signed." })
  signedOn!: Day;

  @Field(() => LocalDate, { description: "First local day on which it holds; within the contract's term." })
  effectiveFrom!: Day;

  @Field(() => AmendmentRuleEnum, {
    nullable: true,
    description: "What becomes of a period within which it takes effect. Left out: BY_VOLUME.",
  })
  rule?: AmendmentRule | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Must be true where it was signed after the day from which it holds. Left out: false.",
  })
  retroactive?: boolean | null;
}

@InputType({ description: "An amendment; the one with this code is told again, or else made. It changes nothing yet." })
export class DefineAmendmentInput extends AmendmentTermsInput {
  @Field(() => Boolean, {
    nullable: true,
    description: "Whether it no longer counts. Refused as AMENDMENT_IN_USE while anything cites it. Left out: false.",
  })
  withdrawn?: boolean | null;
}

@ObjectType({ simpleResolvers: true, description: "The amendment as it is now defined." })
export class DefineAmendmentPayload extends Payload {
  @Field(() => AmendmentType, { nullable: true, description: "Null when refused, and when withdrawn." })
  amendment?: BelievedAmendment | null;
}
