import { IsOptional, MaxLength, MinLength } from "class-validator";
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../../platform/graphql/connection";
import { ActInput, Payload } from "../../platform/graphql/mutation";
import { NodeType } from "../../platform/graphql/node";
import { PeriodInput, PeriodType } from "../../platform/graphql/period.type";
import { DateTime } from "../../platform/graphql/scalars";
import type { Assessment, Side } from "./assessment.entity";

export const AssessmentSideEnum = { OURS: "ours", CLIENTS: "clients" } as const satisfies Record<string, Side>;

registerEnumType(AssessmentSideEnum, {
  name: "AssessmentSide",
  description: "On whose side an assessor is.",
  valuesConfig: { OURS: { description: "Our people." }, CLIENTS: { description: "The client's people." } },
});

@ObjectType("Assessment", {
  simpleResolvers: true,
  implements: NodeType,
  description:
    "What somebody answered to the question of a qualitative objective for a period. Seen by whoever sees the " +
    "objective's results. It is never changed: the assessor's next answer takes its place, or it is withdrawn.",
})
export class AssessmentType extends NodeType {
  @Field(() => Int, { description: "On the scale that applied." })
  points!: number;

  @Field(() => Int, { description: "Points of the worst answer when it was made." })
  scaleFrom!: number;

  @Field(() => Int, { description: "Points of the best answer when it was made." })
  scaleTo!: number;

  @Field(() => AssessmentSideEnum, { description: "On whose side the assessor is." })
  side!: Side;

  @Field(() => String, { nullable: true, description: "What the assessor has to say; null: nothing." })
  note!: string | null;

  @Field(() => String, { nullable: true, description: "Where the evidence is; null when none was named." })
  evidence!: string | null;

  @Field(() => DateTime, { description: "When it was made." })
  recordedAt!: Date;

  @Field(() => DateTime, {
    nullable: true,
    description: "When another took its place or it was withdrawn; null: it is in force.",
  })
  supersededAt!: Date | null;

  @Field(() => String, { nullable: true, description: "Name of who withdrew it; null: nobody did." })
  withdrawnBy!: string | null;

  @Field(() => String, { nullable: true, description: "Why it was withdrawn; null: it was not." })
  withdrawalReason!: string | null;
}

export const AssessmentList = connectionOf("Assessment", "assessments", () => AssessmentType);

@ObjectType("AssessmentDue", {
  simpleResolvers: true,
  description: "A period that is over and was not assessed by everybody who is to.",
})
export class AssessmentDueType {
  @Field(() => PeriodType, { description: "The period, of the cadence that was agreed." })
  period!: PeriodType;

  @Field(() => [AssessmentSideEnum], { description: "Who has not assessed it." })
  sides!: readonly Side[];
}

const LONGEST_TEXT = 2_000;
/** Long enough to say something. */
const SHORTEST_REASON = 10;

@InputType({ description: "An answer to the question of a qualitative objective." })
export class AssessObjectiveInput extends ActInput {
  @Field(() => String, { nullable: true, description: "Code of the client. Null where you reach only one." })
  client?: string | null;

  @Field(() => String, { description: "Code of the contract." })
  contract!: string;

  @Field(() => String, { description: "Code of the objective." })
  objective!: string;

  @Field(() => PeriodInput, { description: "The period that is assessed, of the cadence that was agreed." })
  period!: PeriodInput;

  @Field(() => Int, { description: "On the scale of the question." })
  points!: number;

  @IsOptional()
  @MaxLength(LONGEST_TEXT)
  @Field(() => String, { nullable: true, description: "What there is to say; everybody who sees the result reads it." })
  note?: string | null;

  @IsOptional()
  @MaxLength(LONGEST_TEXT)
  @Field(() => String, { nullable: true, description: "Where the evidence is: a link, a file number. Not the file." })
  evidence?: string | null;
}

@ObjectType({ simpleResolvers: true, description: "The assessment. Results follow within seconds." })
export class AssessObjectivePayload extends Payload {
  @Field(() => AssessmentType, { nullable: true, description: "Null when refused." })
  assessment?: Assessment | null;
}

@InputType({ description: "An assessment that is to count no longer." })
export class WithdrawAssessmentInput extends ActInput {
  @Field(() => ID, { description: "Id of the assessment." })
  id!: string;

  @MinLength(SHORTEST_REASON)
  @MaxLength(LONGEST_TEXT)
  @Field(() => String, { description: "Why; 10 to 2,000 characters." })
  reason!: string;
}

@ObjectType({ simpleResolvers: true, description: "The assessment that counts no longer." })
export class WithdrawAssessmentPayload extends Payload {
  @Field(() => AssessmentType, { nullable: true, description: "Null when refused." })
  assessment?: Assessment | null;
}
