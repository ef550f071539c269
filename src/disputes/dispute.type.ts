import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import type { SubjectKind } from "../kpis/kpi-definition";
import { SubjectKindEnum } from "../kpis/kpi.type";
import { connectionOf } from "../platform/graphql/connection";
import { NodeType } from "../platform/graphql/node";
import { DateTime, Decimal } from "../platform/graphql/scalars";
import { FigureStatusEnum } from "../scorecards/figure.type";
import type { FigureStatus } from "../scorecards/scorecard.entity";
import type { DisputeStep } from "./dispute-event.entity";
import type { Dispute, DisputeOutcome, DisputeState } from "./dispute.entity";

export const DisputeAboutEnum = { ITEM: "item", EVALUATION: "evaluation" } as const satisfies Record<
  string,
  Dispute["about"]
>;

registerEnumType(DisputeAboutEnum, {
  name: "DisputeAbout",
  description: "What is disputed.",
  valuesConfig: {
    ITEM: { description: "A figure: one KPI of one subject in one period." },
    EVALUATION: { description: "A quality evaluation." },
  },
});

export const DisputeStateEnum = {
  OPEN: "open",
  EVIDENCE: "evidence",
  REVIEW: "review",
  DECIDED: "decided",
  CLOSED: "closed",
  WITHDRAWN: "withdrawn",
} as const satisfies Record<string, DisputeState>;

registerEnumType(DisputeStateEnum, {
  name: "DisputeState",
  description: "How far a dispute is.",
  valuesConfig: {
    OPEN: { description: "Opened, with a reason." },
    EVIDENCE: { description: "Evidence was added since." },
    REVIEW: { description: "Somebody impartial looks at it." },
    DECIDED: { description: "Decided; what was decided counts." },
    CLOSED: { description: "Decided, and done with." },
    WITHDRAWN: { description: "Taken back by whoever opened it, before it was decided." },
  },
});

export const DisputeOutcomeEnum = {
  UPHELD: "upheld",
  PARTLY: "partly",
  REJECTED: "rejected",
} as const satisfies Record<string, DisputeOutcome>;

registerEnumType(DisputeOutcomeEnum, {
  name: "DisputeOutcome",
  description: "Who was right.",
  valuesConfig: {
    UPHELD: { description: "Whoever disputed it: another value counts." },
    PARTLY: { description: "Both in part: another value counts." },
    REJECTED: { description: "What was there stays." },
  },
});

export const DisputeStepEnum = {
  OPENED: "opened",
  EVIDENCE_ADDED: "evidence_added",
  REVIEW_BEGUN: "review_begun",
  DECIDED: "decided",
  CLOSED: "closed",
  WITHDRAWN: "withdrawn",
} as const satisfies Record<string, DisputeStep>;

registerEnumType(DisputeStepEnum, {
  name: "DisputeStep",
  description: "What was done about a dispute.",
  valuesConfig: {
    OPENED: { description: "Somebody disputed it." },
    EVIDENCE_ADDED: { description: "Somebody added evidence." },
    REVIEW_BEGUN: { description: "Somebody impartial began to look at it." },
    DECIDED: { description: "It was decided." },
    CLOSED: { description: "It was closed." },
    WITHDRAWN: { description: "It was taken back." },
  },
});

@ObjectType("DisputedValue", {
  simpleResolvers: true,
  description: "A figure, or the points of an evaluation, as they stood or were decided.",
})
export class DisputedValueType {
  @Field(() => Decimal, {
    nullable: true,
    description: "In the KPI's unit; of an evaluation points earned ÷ points applicable. Null when there is none.",
  })
  value!: string | null;

  @Field(() => Decimal, { nullable: true, description: "Above the line; of an evaluation the points earned." })
  numerator!: string | null;

  @Field(() => Decimal, { nullable: true, description: "Below the line; of an evaluation the points applicable." })
  denominator!: string | null;

  @Field(() => FigureStatusEnum, { description: "Whether there is a value, and if not, why." })
  status!: FigureStatus;

  @Field(() => Int, { description: "How many facts it rests on; of an evaluation 1." })
  sample!: number;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether the evaluation failed as a whole, whatever its points; null for figures.",
  })
  autoFailed!: boolean | null;
}

@ObjectType("DisputedEvaluation", { simpleResolvers: true, description: "Where to find a disputed evaluation." })
export class DisputedEvaluationType {
  @Field(() => String, { description: "The system that sent it." })
  source!: string;

  @Field(() => String, { description: "Its id in that system." })
  externalId!: string;
}

@ObjectType("DisputeEvent", { simpleResolvers: true, description: "One step of a dispute; never changed." })
export class DisputeEventType {
  @Field(() => DateTime, { description: "When." })
  at!: Date;

  @Field(() => String, { description: "Name of who did it." })
  actorName!: string;

  @Field(() => DisputeStepEnum, { description: "What was done." })
  step!: DisputeStep;

  @Field(() => DisputeStateEnum, { description: "The state it led to." })
  state!: DisputeState;

  @Field(() => String, { nullable: true, description: "What was said; null: nothing." })
  note!: string | null;

  @Field(() => String, { nullable: true, description: "Where the evidence is; null: none was named." })
  evidence!: string | null;
}

/** What every dispute tells, whatever it is about. */
@ObjectType({ simpleResolvers: true })
export abstract class DisputeLifeType extends NodeType {
  @Field(() => DisputeStateEnum, { description: "How far it is." })
  state!: DisputeState;

  @Field(() => String, { description: "Why it was opened." })
  reason!: string;

  @Field(() => String, { description: "Name of who opened it." })
  openedByName!: string;

  @Field(() => DateTime, { description: "When it was opened." })
  openedAt!: Date;

  @Field(() => DisputeOutcomeEnum, { nullable: true, description: "Null until it is decided." })
  outcome!: DisputeOutcome | null;

  @Field(() => String, { nullable: true, description: "Name of who decided it; null until then." })
  decidedByName!: string | null;

  @Field(() => DateTime, { nullable: true, description: "When it was decided; null until then." })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: "Why it was decided so; null until then." })
  decisionReason!: string | null;
}

@ObjectType("Dispute", {
  simpleResolvers: true,
  implements: NodeType,
  description:
    "Somebody holds a figure or an evaluation to be wrong. Seen by whoever sees the result it is about; original and " +
    "decided value stand side by side.",
})
export class DisputeType extends DisputeLifeType {
  @Field(() => DisputeAboutEnum, { description: "What is disputed." })
  about!: Dispute["about"];

  @Field(() => SubjectKindEnum, { description: "What kind of thing `subject` is." })
  subjectKind!: SubjectKind;
}

export const DisputeList = connectionOf("Dispute", "disputes", () => DisputeType);
