import { ArrayMaxSize, IsOptional, MaxLength, MinLength } from "class-validator";
import { Field, ID, InputType, Int, ObjectType } from "type-graphql";
import type { DisputeOutcome } from "../../disputes/dispute.entity";
import { DisputeLifeType, DisputeOutcomeEnum } from "../../disputes/dispute.type";
import { MoneyType } from "../../kpis/money.type";
import { ActInput, Payload } from "../../platform/graphql/mutation";
import { NodeType } from "../../platform/graphql/node";
import { Decimal } from "../../platform/graphql/scalars";
import { LONGEST_TEXT, SHORTEST_REASON } from "../act-on-settlement.type";
import type { SettlementDispute } from "./settlement-dispute.entity";

@ObjectType("DecidedLine", { simpleResolvers: true, description: "What a disputed line comes to." })
export class DecidedLineType {
  @Field(() => Int, { description: "Number of the line." })
  no!: number;

  @Field(() => MoneyType, { description: "What it said when it was disputed, in the client's favour." })
  original!: MoneyType;

  @Field(() => MoneyType, { description: "In the client's favour; the difference is a line of the correction." })
  amount!: MoneyType;
}

@ObjectType("SettlementDispute", {
  simpleResolvers: true,
  implements: NodeType,
  description: "The client holds lines of a settlement to be wrong. Seen by whoever sees the settlement.",
})
export class SettlementDisputeType extends DisputeLifeType {}

@InputType({ description: "A step of a dispute about a settlement." })
export class SettlementDisputeStepInput extends ActInput {
  @Field(() => ID, { description: "Id of the dispute." })
  id!: string;

  @IsOptional()
  @MaxLength(LONGEST_TEXT)
  @Field(() => String, { nullable: true, description: "What there is to say; null: nothing." })
  note?: string | null;

  @IsOptional()
  @MaxLength(LONGEST_TEXT)
  @Field(() => String, { nullable: true, description: "Where the evidence is; a reference, not the file." })
  evidence?: string | null;
}

@InputType({ description: "What a disputed line comes to." })
export class DecidedLineInput {
  @Field(() => Int, { description: "Number of the line." })
  no!: number;

  @Field(() => Decimal, {
    description: "All that the line is to come to, in the client's favour and the currency's major unit: `300.00`.",
  })
  amount!: string;
}

const MOST_LINES = 500;

@InputType({ description: "The decision of a dispute about a settlement." })
export class DecideSettlementDisputeInput extends ActInput {
  @Field(() => ID, { description: "Id of the dispute." })
  id!: string;

  @Field(() => DisputeOutcomeEnum, { description: "Who was right. UPHELD and PARTLY need another amount." })
  outcome!: DisputeOutcome;

  @IsOptional()
  @ArrayMaxSize(MOST_LINES)
  @Field(() => [DecidedLineInput], {
    nullable: true,
    description: "Lines that come to another amount; the others stay.",
  })
  lines?: DecidedLineInput[] | null;

  @MinLength(SHORTEST_REASON)
  @MaxLength(LONGEST_TEXT)
  @Field(() => String, { description: "Why; 10 to 2,000 characters." })
  reason!: string;
}

@ObjectType({ simpleResolvers: true, description: "The dispute as it is now." })
export class SettlementDisputePayload extends Payload {
  @Field(() => SettlementDisputeType, { nullable: true, description: "Null when refused." })
  dispute?: SettlementDispute | null;
}
