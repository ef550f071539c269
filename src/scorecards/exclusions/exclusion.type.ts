import { Field, ObjectType } from "type-graphql";
import type { Approver, ExclusionKind, ExclusionState, Side } from "../../contracts/exclusions/exclusion.rules";
import {
  ApproverEnum,
  ContractSideEnum,
  ExclusionKindEnum,
  ExclusionStateEnum,
  ExclusionStepEnum,
} from "../../contracts/exclusions/exclusion-enums.type";
import type { ExclusionStep } from "../../contracts/exclusions/exclusion-event.entity";
import { connectionOf } from "../../platform/graphql/connection";
import { NodeType } from "../../platform/graphql/node";
import { DateTime } from "../../platform/graphql/scalars";

@ObjectType("ExclusionEvent", { simpleResolvers: true, description: "One step of an exclusion; never changed." })
export class ExclusionEventType {
  @Field(() => DateTime, { description: "When." })
  at!: Date;

  @Field(() => String, { description: "Name of who did it." })
  actorName!: string;

  @Field(() => ContractSideEnum, { description: "For which party." })
  side!: Side;

  @Field(() => ExclusionStepEnum, { description: "What was done." })
  step!: ExclusionStep;

  @Field(() => ExclusionStateEnum, { description: "The state it led to." })
  state!: ExclusionState;

  @Field(() => String, { nullable: true, description: "What was said; null: nothing." })
  note!: string | null;
}

@ObjectType("ExclusionApproval", { simpleResolvers: true, description: "The approval of one party." })
export class ExclusionApprovalType {
  @Field(() => ContractSideEnum, { description: "Which party." })
  side!: Side;

  @Field(() => String, { nullable: true, description: "Name of who gave it; null until somebody did." })
  by!: string | null;

  @Field(() => DateTime, { nullable: true, description: "When it was given; null until then." })
  at!: Date | null;
}

@ObjectType("Exclusion", {
  simpleResolvers: true,
  implements: NodeType,
  description:
    "A time that is not to count, as the parties of a contract agree: who asked for it, why, with which evidence, and " +
    "who approved it. Seen by whoever sees the whole of the contract.",
})
export class ExclusionType extends NodeType {
  @Field(() => String, { description: "Unique within the contract." })
  code!: string;

  @Field(() => ExclusionKindEnum, { description: "Why it is not to count." })
  kind!: ExclusionKind;

  @Field(() => ExclusionStateEnum, { description: "How far it is." })
  state!: ExclusionState;

  @Field(() => String, { description: "The reason in words." })
  reason!: string;

  @Field(() => [String], { description: "Where the evidence is: links, file numbers. Not the files." })
  evidence!: readonly string[];

  @Field(() => DateTime, { description: "The first instant that does not count." })
  fromAt!: Date;

  @Field(() => DateTime, { description: "The first instant that counts again." })
  untilAt!: Date;

  @Field(() => [String], { description: "Channels it is about; empty: all." })
  channels!: readonly string[];

  @Field(() => ApproverEnum, { description: "Whose approval it takes, as the contract said when it was requested." })
  approvalBy!: Approver;

  @Field(() => String, { description: "Name of who asked for it." })
  requestedByName!: string;

  @Field(() => ContractSideEnum, { description: "For which party." })
  requestedSide!: Side;

  @Field(() => DateTime, { description: "When it was asked for." })
  requestedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: "Since when it counts; null: it never did." })
  approvedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: "Since when it counts no longer; null: not revoked." })
  revokedAt!: Date | null;
}

export const ExclusionList = connectionOf("Exclusion", "exclusions", () => ExclusionType);
