import { ArrayMaxSize, ArrayMinSize, IsOptional, MaxLength, MinLength } from "class-validator";
import { Field, ID, InputType, ObjectType } from "type-graphql";
import { ActInput, Payload } from "../../platform/graphql/mutation";
import { NodeType } from "../../platform/graphql/node";
import { PeriodInput } from "../../platform/graphql/period.type";
import { DateTime, Decimal } from "../../platform/graphql/scalars";
import type { Charge } from "./charge.entity";
import type { Incident } from "./incident.entity";

const LONGEST_TEXT = 2_000;
const PERIOD = "Which period, in the contract's time zone; of the length that the contract is settled by.";
const CLIENT = "Code of the client; needed where several of yours use the same code.";

@ObjectType("Charge", { simpleResolvers: true, description: "What was really charged for a period." })
export class ChargeType {
  @Field(() => String, { nullable: true, description: "Number of the invoice; null: not said." })
  reference!: string | null;

  @Field(() => String, { nullable: true, description: "What was said about it; null: nothing." })
  note!: string | null;

  @Field(() => String, { description: "Name of who recorded it." })
  recordedByName!: string;

  @Field(() => DateTime, { description: "When it was recorded." })
  recordedAt!: Date;
}

@ObjectType("Incident", {
  simpleResolvers: true,
  implements: NodeType,
  description: "One event that made several objectives fail: where the contract says so it yields one credit.",
})
export class IncidentType extends NodeType {
  @Field(() => String, { description: "Unique within the contract." })
  code!: string;

  @Field(() => String, { description: "What happened, in a few words." })
  title!: string;

  @Field(() => String, { nullable: true, description: "Where the evidence is; null: none was named." })
  evidence!: string | null;

  @Field(() => String, { description: "Name of who recorded it." })
  recordedByName!: string;

  @Field(() => DateTime, { description: "When it was recorded." })
  recordedAt!: Date;

  @Field(() => String, { nullable: true, description: "Name of who chose for the client; null: nobody yet." })
  chosenByName!: string | null;

  @Field(() => DateTime, { nullable: true, description: "When it was chosen; null: not yet." })
  chosenAt!: Date | null;
}

@InputType({ description: "The contract and period that something is recorded of." })
export class RecordedInput extends ActInput {
  @Field(() => String, { description: "Code of the contract." })
  contract!: string;

  @Field(() => String, { nullable: true, description: CLIENT })
  client?: string | null;

  @Field(() => PeriodInput, { description: PERIOD })
  period!: PeriodInput;
}

@InputType({ description: "What was really charged for a period, instead of the fee of the terms." })
export class RecordChargeInput extends RecordedInput {
  @Field(() => Decimal, { description: "In the contract's currency, major unit: `98500.00`." })
  amount!: string;

  @IsOptional()
  @MaxLength(100)
  @Field(() => String, { nullable: true, description: "Number of the invoice; null: not said." })
  reference?: string | null;

  @IsOptional()
  @MaxLength(LONGEST_TEXT)
  @Field(() => String, { nullable: true, description: "What there is to say; null: nothing." })
  note?: string | null;
}

const MOST_OBJECTIVES = 100;

@InputType({ description: "An event that made several objectives fail." })
export class RecordIncidentInput extends RecordedInput {
  @MinLength(1)
  @MaxLength(60)
  @Field(() => String, { description: "Unique within the contract." })
  code!: string;

  @MinLength(3)
  @MaxLength(200)
  @Field(() => String, { description: "What happened, in a few words." })
  title!: string;

  @ArrayMinSize(2)
  @ArrayMaxSize(MOST_OBJECTIVES)
  @Field(() => [String], { description: "Codes of the objectives that it breached, 2 or more." })
  objectives!: string[];

  @IsOptional()
  @MaxLength(LONGEST_TEXT)
  @Field(() => String, { nullable: true, description: "Where the evidence is; a reference, not the file." })
  evidence?: string | null;
}

@InputType({ description: "The client's choice among the credits of one incident." })
export class ChooseIncidentCreditInput extends ActInput {
  @Field(() => ID, { description: "Id of the incident." })
  id!: string;

  @Field(() => String, { description: "Code of the breached objective whose credit is taken." })
  objective!: string;
}

@ObjectType({ simpleResolvers: true, description: "The charge that is in force now." })
export class ChargePayload extends Payload {
  @Field(() => ChargeType, { nullable: true, description: "Null when refused." })
  charge?: Charge | null;
}

@ObjectType({ simpleResolvers: true, description: "The incident as it is now." })
export class IncidentPayload extends Payload {
  @Field(() => IncidentType, { nullable: true, description: "Null when refused." })
  incident?: Incident | null;
}
