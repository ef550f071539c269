import { Field, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { ActInput, Payload } from "../platform/graphql/mutation";
import { DateTime } from "../platform/graphql/scalars";
import type { Outcome } from "./contact.entity";
import type { Reject } from "./fact-batch";
import type { Import } from "./import.entity";
import { ImportRejectType, ImportType } from "./import.type";
import { ErrorKindEnum, RootCauseEnum } from "./streams/evaluation-lists.type";
import type { ErrorKind, RootCause } from "./streams/evaluation.rules";

export const OutcomeEnum = {
  ANSWERED: "answered",
  ABANDONED: "abandoned",
  FLOW_OUT: "flow_out",
  CALLBACK: "callback",
  BREAKOUT: "breakout",
} as const satisfies Record<string, Outcome>;

registerEnumType(OutcomeEnum, {
  name: "ContactOutcome",
  description: "How a contact left the queue.",
  valuesConfig: {
    ANSWERED: { description: "Somebody took it." },
    ABANDONED: { description: "The customer gave up." },
    FLOW_OUT: { description: "It was sent to another queue." },
    CALLBACK: { description: "The customer chose to be called back." },
    BREAKOUT: { description: "The customer chose another way out, such as an announcement or self-service." },
  },
});

@InputType({ description: "What every fact has." })
export class FactInput {
  @Field(() => String, { description: "Its id in the source system, 1 to 300 characters. The same id replaces it." })
  externalId!: string;

  @Field(() => String, { description: "Code of the service." })
  service!: string;
}

@InputType({ description: "What every fact has that came by a channel." })
export class PlacedFactInput extends FactInput {
  @Field(() => String, { description: "Code of the channel, one of the service's." })
  channel!: string;
}

@InputType({ description: "What contacts and surveys have." })
class HandledFactInput extends PlacedFactInput {
  @Field(() => String, {
    nullable: true,
    description: "Who handled it: the login of that person for `source`, or the person's code. Null: nobody.",
  })
  person?: string | null;
}

@InputType({ description: "One contact." })
export class ContactInput extends HandledFactInput {
  @Field(() => String, { nullable: true, description: "The customer, under a reference that says nothing else." })
  customerRef?: string | null;

  @Field(() => String, { nullable: true, description: "What it was about, in the words of the source system." })
  reason?: string | null;

  @Field(() => OutcomeEnum, { description: "How it left the queue." })
  outcome!: Outcome;

  @Field(() => DateTime, { description: "When it entered the queue." })
  offeredAt!: Date;

  @Field(() => DateTime, { nullable: true, description: "When it was answered. Null: the offer plus the wait." })
  answeredAt?: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description:
      "When handling ended, or when an unanswered contact left the queue. Null: answer plus talk, hold and wrap.",
  })
  endedAt?: Date | null;

  @Field(() => Int, { nullable: true, description: "Seconds in the queue. Null: from the two instants." })
  waitSeconds?: number | null;

  @Field(() => Int, { nullable: true, description: "Seconds of conversation. Null: not known." })
  talkSeconds?: number | null;

  @Field(() => Int, { nullable: true, description: "Seconds on hold. Null: not known." })
  holdSeconds?: number | null;

  @Field(() => Int, { nullable: true, description: "Seconds of work after the conversation. Null: not known." })
  wrapSeconds?: number | null;

  @Field(() => Int, { nullable: true, description: "Of the wait, seconds of ringing. Null: not known." })
  ringSeconds?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "Seconds in which the agent was told what it is about before the customer was put through.",
  })
  whisperSeconds?: number | null;

  @Field(() => Boolean, { nullable: true, description: "Whether it was passed on. Null: not known." })
  transferred?: boolean | null;
}

@InputType({ description: "One survey. At least one of its questions is answered." })
export class SurveyInput extends HandledFactInput {
  @Field(() => String, { nullable: true, description: "`externalId` of the contact it is about." })
  contactExternalId?: string | null;

  @Field(() => DateTime, { description: "When the customer answered." })
  surveyedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: "When the contact or case it is about was closed." })
  closedAt?: Date | null;

  @Field(() => Int, { nullable: true, description: "From 1, the worst, to `ratingScale`. Null: not answered." })
  rating?: number | null;

  @Field(() => Int, { nullable: true, description: "The best rating, 2 to 100. Null: 5." })
  ratingScale?: number | null;

  @Field(() => Boolean, { nullable: true, description: "Whether the customer calls it resolved. Null: not answered." })
  resolved?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: "Whether resolved at the first contact. Null: not answered." })
  resolvedFirstContact?: boolean | null;

  @Field(() => ErrorKindEnum, { nullable: true, description: "The error that the customer's words show. Null: none." })
  errorKind?: ErrorKind | null;

  @Field(() => RootCauseEnum, { nullable: true, description: "What caused that error. Null: not analysed yet." })
  rootCause?: RootCause | null;

  @Field(() => Boolean, { nullable: true, description: "Whether that cause is approved. Null: not yet." })
  rootCauseApproved?: boolean | null;
}

@InputType({ description: "Whose facts they are and where they come from." })
export class IngestInput extends ActInput {
  @Field(() => String, { nullable: true, description: "Code of the client. Null where you reach only one." })
  client?: string | null;

  @Field(() => String, {
    defaultValue: "regia",
    description: "The source system; part of a fact's identity, and the system that logins are looked up for.",
  })
  source: string = "regia";

  @Field(() => DateTime, {
    nullable: true,
    description:
      "You vouch that, with these rows, all facts of this source before this instant have been sent. An instant before " +
      "the one that was declared already changes nothing. Null: nothing is declared.",
  })
  completeThrough?: Date | null;
}

@InputType({ description: "A batch of contacts." })
export class IngestContactsInput extends IngestInput {
  @Field(() => [ContactInput], { description: "1 to 1,000 contacts. A later one replaces an earlier of the same id." })
  rows!: ContactInput[];
}

@InputType({ description: "A batch of surveys." })
export class IngestSurveysInput extends IngestInput {
  @Field(() => [SurveyInput], { description: "1 to 1,000 surveys. A later one replaces an earlier of the same id." })
  rows!: SurveyInput[];
}

@ObjectType({ simpleResolvers: true, description: "What became of a batch. Good rows are taken in beside bad ones." })
export class IngestPayload extends Payload {
  @Field(() => ImportType, { nullable: true, description: "The counts. Null when the batch was refused as a whole." })
  import?: Import | null;

  @Field(() => [ImportRejectType], {
    nullable: true,
    description: "The rows that were not taken in, and why. Null when the batch was refused.",
  })
  rejects?: readonly Reject[] | null;
}
