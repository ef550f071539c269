import { Field, InputType, registerEnumType } from "type-graphql";
import { DateTime } from "../../platform/graphql/scalars";
import type { PauseReason, Response } from "./case-record";

const PauseReasonEnum = { CUSTOMER: "customer", OTHER: "other" } as const satisfies Record<string, PauseReason>;
const ResponseEnum = { SOLUTION: "solution", INFORMATION: "information" } as const satisfies Record<string, Response>;

registerEnumType(PauseReasonEnum, {
  name: "PauseReason",
  description: "For whom a case waited.",
  valuesConfig: {
    CUSTOMER: { description: "For the customer." },
    OTHER: { description: "For anybody or anything else, such as a supplier." },
  },
});

registerEnumType(ResponseEnum, {
  name: "AgentResponse",
  description: "How an agent answered an assignment.",
  valuesConfig: {
    SOLUTION: { description: "Offered a solution." },
    INFORMATION: { description: "Asked for information." },
  },
});

@InputType({ description: "A time in which a case waited." })
export class PauseInput {
  @Field(() => DateTime, { description: "When it began to wait." })
  from!: Date;

  @Field(() => DateTime, { nullable: true, description: "Until when it waited. Null: it still does." })
  until?: Date | null;

  @Field(() => PauseReasonEnum, { description: "For whom." })
  reason!: PauseReason;
}

@InputType({ description: "A resolution that did not last." })
export class ReopeningInput {
  @Field(() => DateTime, { description: "When the case was resolved." })
  resolvedAt!: Date;

  @Field(() => DateTime, { description: "When it was opened again after that." })
  reopenedAt!: Date;
}

@InputType({ description: "A case given to an agent, and the agent's answer." })
export class AssignmentInput {
  @Field(() => String, { nullable: true, description: "The agent: login for `source`, or code. Null: nobody known." })
  person?: string | null;

  @Field(() => DateTime, { description: "When the case was given to the agent." })
  assignedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: "When the agent answered. Null: not, or not yet." })
  respondedAt?: Date | null;

  @Field(() => ResponseEnum, { nullable: true, description: "How the agent answered. Needed with `respondedAt`." })
  response?: Response | null;
}
