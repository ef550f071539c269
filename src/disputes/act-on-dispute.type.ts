import { IsOptional, MaxLength, MinLength } from "class-validator";
import { Field, ID, InputType, ObjectType } from "type-graphql";
import { ActInput, Payload } from "../platform/graphql/mutation";
import { Decimal } from "../platform/graphql/scalars";
import { FigureNamedInput } from "../scorecards/manual/manual-value.type";
import type { Dispute, DisputeOutcome } from "./dispute.entity";
import { DisputeOutcomeEnum, DisputeType } from "./dispute.type";

/** Long enough to say something. */
const SHORTEST_REASON = 10;
const LONGEST_TEXT = 2_000;
const REASON = "Why; 10 to 2,000 characters. Everybody who sees the dispute reads it.";
const EVIDENCE = "Where the evidence is: a link, a file number, a recording. Not the file.";

@InputType({ description: "A figure that somebody holds to be wrong." })
export class OpenDisputeInput extends FigureNamedInput {
  @MinLength(SHORTEST_REASON)
  @MaxLength(LONGEST_TEXT)
  @Field(() => String, { description: REASON })
  reason!: string;

  @IsOptional()
  @MaxLength(LONGEST_TEXT)
  @Field(() => String, { nullable: true, description: EVIDENCE })
  evidence?: string | null;
}

@InputType({ description: "An evaluation that somebody holds to be wrong." })
export class OpenEvaluationDisputeInput extends ActInput {
  @Field(() => String, { nullable: true, description: "Code of the client. Null where you reach only one." })
  client?: string | null;

  @Field(() => String, { description: "The system that sent the evaluation." })
  source!: string;

  @Field(() => String, { description: "Its id in that system." })
  externalId!: string;

  @MinLength(SHORTEST_REASON)
  @MaxLength(LONGEST_TEXT)
  @Field(() => String, { description: REASON })
  reason!: string;

  @IsOptional()
  @MaxLength(LONGEST_TEXT)
  @Field(() => String, { nullable: true, description: EVIDENCE })
  evidence?: string | null;
}

/** Extended by inputs of acts on one dispute. */
@InputType({ description: "Which dispute is meant." })
export class DisputeNamedInput extends ActInput {
  @Field(() => ID, { description: "Id of the dispute." })
  id!: string;
}

@InputType({ description: "Evidence in a dispute." })
export class AddDisputeEvidenceInput extends DisputeNamedInput {
  @MinLength(SHORTEST_REASON)
  @MaxLength(LONGEST_TEXT)
  @Field(() => String, { description: "What it shows; 10 to 2,000 characters." })
  note!: string;

  @IsOptional()
  @MaxLength(LONGEST_TEXT)
  @Field(() => String, { nullable: true, description: EVIDENCE })
  evidence?: string | null;
}

@InputType({ description: "A step of a dispute." })
export class DisputeStepInput extends DisputeNamedInput {
  @IsOptional()
  @MaxLength(LONGEST_TEXT)
  @Field(() => String, { nullable: true, description: "What there is to say; null: nothing." })
  note?: string | null;
}

const VALUE =
  "What counts instead, in the KPI's unit, as targets are written: `83 %`, `240`; of an evaluation the share of points.";

@InputType({ description: "The decision of a dispute." })
export class DecideDisputeInput extends DisputeNamedInput {
  @Field(() => DisputeOutcomeEnum, { description: "Who was right. UPHELD and PARTLY need something that counts." })
  outcome!: DisputeOutcome;

  @IsOptional()
  @MaxLength(60)
  @Field(() => String, { nullable: true, description: VALUE })
  decidedValue?: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: "Instead of `decidedValue`: above the line; of an evaluation the points earned.",
  })
  decidedNumerator?: string | null;

  @Field(() => Decimal, { nullable: true, description: "Below the line; of an evaluation the points applicable." })
  decidedDenominator?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Of an evaluation: whether it fails as a whole. Must be said when it did; null: it does not.",
  })
  decidedAutoFail?: boolean | null;

  @MinLength(SHORTEST_REASON)
  @MaxLength(LONGEST_TEXT)
  @Field(() => String, { description: REASON })
  reason!: string;
}

@ObjectType({ simpleResolvers: true, description: "The dispute as it is now." })
export class DisputePayload extends Payload {
  @Field(() => DisputeType, { nullable: true, description: "Null when refused." })
  dispute?: Dispute | null;
}
