import { ArrayMaxSize, ArrayMinSize, IsOptional, MaxLength, Min, MinLength } from "class-validator";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { ActInput, Payload } from "../platform/graphql/mutation";
import type { SettlementRow } from "./settlement.queries";
import { SettlementType } from "./settlement.type";

export const LONGEST_TEXT = 2_000;
export const SHORTEST_REASON = 10;

@InputType({ description: "A step of a settlement." })
export class SettlementStepInput extends ActInput {
  @Field(() => ID, { description: "Id of the settlement." })
  id!: string;

  @IsOptional()
  @MaxLength(LONGEST_TEXT)
  @Field(() => String, { nullable: true, description: "What there is to say; null: nothing." })
  note?: string | null;
}

@InputType({ description: "An invoice or credit note that takes lines of a settlement." })
export class InvoiceSettlementInput extends SettlementStepInput {
  @MinLength(1)
  @MaxLength(100)
  @Field(() => String, { description: "Its number." })
  reference!: string;
}

const MOST_LINES = 500;

@InputType({ description: "Lines of a settlement that the client holds to be wrong." })
export class DisputeSettlementLinesInput extends ActInput {
  @Field(() => ID, { description: "Id of the settlement." })
  id!: string;

  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_LINES)
  @Min(1, { each: true })
  @Field(() => [Int], { description: "Numbers of the lines, 1 to 500 of them." })
  lines!: number[];

  @MinLength(SHORTEST_REASON)
  @MaxLength(LONGEST_TEXT)
  @Field(() => String, { description: "Why; 10 to 2,000 characters. Everybody who sees the settlement reads it." })
  reason!: string;

  @IsOptional()
  @MaxLength(LONGEST_TEXT)
  @Field(() => String, { nullable: true, description: "Where the evidence is: a link, a file number. Not the file." })
  evidence?: string | null;
}

@ObjectType({ simpleResolvers: true, description: "The settlement as it is now." })
export class SettlementPayload extends Payload {
  @Field(() => SettlementType, { nullable: true, description: "Null when refused." })
  settlement?: SettlementRow | null;
}
