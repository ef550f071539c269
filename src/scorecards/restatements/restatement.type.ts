import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import type { KpiDefinition } from "../../kpis/kpi-definition";
import { KpiType } from "../../kpis/kpi.type";
import { connectionOf } from "../../platform/graphql/connection";
import { ActInput, Payload } from "../../platform/graphql/mutation";
import { NodeType } from "../../platform/graphql/node";
import { PeriodInput } from "../../platform/graphql/period.type";
import { DateTime } from "../../platform/graphql/scalars";
import { FigureStandingType, ResultStandingType } from "../drift/standing.type";
import type { FigureStandingView } from "../drift/standing-view";
import type { Restatement, RestatementBasis, RestatementState } from "./restatement.entity";

export const RestatementStateEnum = {
  PROPOSED: "proposed",
  APPLIED: "applied",
  DECLINED: "declined",
  WITHDRAWN: "withdrawn",
} as const satisfies Record<string, RestatementState>;

registerEnumType(RestatementStateEnum, {
  name: "RestatementState",
  description: "How far a restatement is.",
  valuesConfig: {
    PROPOSED: { description: "Waits for the client's consent; the old figures are in force." },
    APPLIED: { description: "Its figures are in force; the old ones stay beside them." },
    DECLINED: { description: "The client did not consent; nothing changed." },
    WITHDRAWN: { description: "Whoever proposed it took it back; nothing changed." },
  },
});

export const RestatementBasisEnum = { AS_CLOSED: "as_closed", AS_NOW: "as_now" } as const satisfies Record<
  string,
  RestatementBasis
>;

registerEnumType(RestatementBasisEnum, {
  name: "RestatementBasis",
  description: "By which definitions figures are restated. Facts, manual values and disputes are always those of now.",
  valuesConfig: {
    AS_CLOSED: { description: "Those that made the figures in force: only what happened is corrected." },
    AS_NOW: { description: "As they are believed now: for a target or position that was entered wrongly, too." },
  },
});

@ObjectType("FigureCorrection", { simpleResolvers: true, description: "One figure before and after a restatement." })
export class FigureCorrectionType {
  @Field(() => KpiType, { description: "What is measured." })
  kpi!: KpiDefinition;

  @Field(() => FigureStandingType, { nullable: true, description: "As it was published; null: it was not." })
  before!: FigureStandingView | null;

  @Field(() => FigureStandingType, { nullable: true, description: "As it becomes; null: no fact is left." })
  after!: FigureStandingView | null;
}

@ObjectType("ResultCorrection", {
  simpleResolvers: true,
  description: "A scorecard or objective result before and after a restatement.",
})
export class ResultCorrectionType {
  @Field(() => ResultStandingType, { nullable: true, description: "As it was published; null: it was not." })
  before!: ResultStandingType | null;

  @Field(() => ResultStandingType, { nullable: true, description: "As it becomes; null: no fact is left." })
  after!: ResultStandingType | null;

  @Field(() => [FigureCorrectionType], { description: "The figures that change, in the order they are shown." })
  figures!: readonly FigureCorrectionType[];
}

export const ResultCorrectionList = connectionOf("ResultCorrection", "corrected results", () => ResultCorrectionType);

@ObjectType("RestatementConsequences", {
  simpleResolvers: true,
  description: "What followed from a restatement, as it was when it was applied.",
})
export class RestatementConsequencesType {
  @Field(() => Int, { description: "Objectives that came out otherwise." })
  outcomesChanged!: number;

  @Field(() => Int, { description: "Scorecards whose place in a ranking changed." })
  ranksChanged!: number;
}

@ObjectType("Restatement", {
  simpleResolvers: true,
  implements: NodeType,
  description: "A correction of the final figures of one period of a contract: who, when, why, and from what to what.",
})
export class RestatementType extends NodeType {
  @Field(() => RestatementStateEnum, { description: "How far it is." })
  state!: RestatementState;

  @Field(() => RestatementBasisEnum, { description: "By which definitions." })
  basis!: RestatementBasis;

  @Field(() => String, { description: "Why, in the words of whoever proposed it." })
  reason!: string;

  @Field(() => String, { nullable: true, description: "Where the evidence is; a reference. Null: none was given." })
  evidence!: string | null;

  @Field(() => Boolean, { description: "Whether the contract asked for the client's consent." })
  needsConsent!: boolean;

  @Field(() => String, { description: "Name of who proposed or made it." })
  proposedBy!: string;

  @Field(() => DateTime, { description: "When." })
  proposedAt!: Date;

  @Field(() => String, {
    nullable: true,
    description: "Name of who consented, declined or withdrew it; null while proposed and where nobody had to.",
  })
  decidedBy!: string | null;

  @Field(() => DateTime, { nullable: true, description: "When that was; null like `decidedBy`." })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: "What was said about it then; null: nothing." })
  decisionNote!: string | null;

  @Field(() => DateTime, { nullable: true, description: "Since when its figures are in force; null: they are not." })
  appliedAt!: Date | null;

  @Field(() => Int, { description: "How many scorecards it changes." })
  scorecards!: number;

  @Field(() => Int, { description: "How many objective results it changes." })
  objectiveResults!: number;

  @Field(() => Int, { description: "How many figures in them it changes." })
  figures!: number;
}

export const RestatementList = connectionOf("Restatement", "restatements", () => RestatementType);

@ObjectType("RestatementPreview", {
  simpleResolvers: true,
  description: "What a restatement would change if it were made now. Nothing is done.",
})
export class RestatementPreviewType {
  @Field(() => RestatementBasisEnum, { description: "By which definitions." })
  basis!: RestatementBasis;

  @Field(() => Boolean, { description: "Whether it would wait for the client's consent." })
  needsConsent!: boolean;

  @Field(() => Int, { description: "How many scorecards it would change; 0 with the others: nothing to restate." })
  scorecards!: number;

  @Field(() => Int, { description: "How many objective results it would change." })
  objectiveResults!: number;

  @Field(() => Int, { description: "How many figures in them it would change." })
  figures!: number;
}

@InputType({ description: "Which period of which contract to restate, and why." })
export class RestatePeriodInput extends ActInput {
  @Field(() => String, { description: "Code of the contract." })
  contract!: string;

  @Field(() => String, {
    nullable: true,
    description: "Code of the client; needed where several of yours use the same code of a contract.",
  })
  client?: string | null;

  @Field(() => PeriodInput, { description: "The closed period, in the contract's time zone." })
  period!: PeriodInput;

  @Field(() => RestatementBasisEnum, { defaultValue: "as_closed", description: "By which definitions." })
  basis!: RestatementBasis;

  @Field(() => String, { description: "Why, in a sentence: 20 characters or more. The client reads it." })
  reason!: string;

  @Field(() => String, { nullable: true, description: "Where the evidence is: a link or file number." })
  evidence?: string | null;
}

@InputType({ description: "Which proposal to consent to." })
export class ConsentToRestatementInput extends ActInput {
  @Field(() => ID, { description: "Id of the restatement." })
  id!: string;

  @Field(() => String, { nullable: true, description: "What there is to say about it." })
  note?: string | null;
}

@InputType({ description: "Which proposal to decline, and why." })
export class DeclineRestatementInput extends ActInput {
  @Field(() => ID, { description: "Id of the restatement." })
  id!: string;

  @Field(() => String, { description: "Why, in a sentence: 20 characters or more." })
  reason!: string;
}

@InputType({ description: "Which proposal to take back." })
export class WithdrawRestatementInput extends ActInput {
  @Field(() => ID, { description: "Id of the restatement." })
  id!: string;

  @Field(() => String, { nullable: true, description: "What there is to say about it." })
  note?: string | null;
}

@ObjectType({ simpleResolvers: true, description: "The restatement as it is now." })
export class RestatementPayload extends Payload {
  @Field(() => RestatementType, { nullable: true, description: "Null when refused." })
  restatement?: Restatement | null;
}
