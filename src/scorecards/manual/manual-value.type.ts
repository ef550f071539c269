import { IsOptional, MaxLength, MinLength } from "class-validator";
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../../platform/graphql/connection";
import { ActInput, Payload } from "../../platform/graphql/mutation";
import { NodeType } from "../../platform/graphql/node";
import { PeriodInput } from "../../platform/graphql/period.type";
import { DateTime, Decimal } from "../../platform/graphql/scalars";
import { SubjectKindEnum } from "../../kpis/kpi.type";
import type { SubjectKind } from "../../kpis/kpi-definition";
import { FigureStatusEnum } from "../figure.type";
import type { FigureStatus } from "../scorecard.entity";
import type { ManualValue } from "./manual-value.entity";

export const FigureSourceEnum = { MEASURED: "measured", MANUAL: "manual" } as const;
export type FigureSource = (typeof FigureSourceEnum)[keyof typeof FigureSourceEnum];

registerEnumType(FigureSourceEnum, {
  name: "FigureSource",
  description: "Where the value of a figure comes from.",
  valuesConfig: {
    MEASURED: { description: "Computed from facts." },
    MANUAL: { description: "Entered by somebody; `Figure.manual` says by whom and why. Everybody sees this label." },
  },
});

@ObjectType("MeasuredBeside", {
  simpleResolvers: true,
  description: "What was measured, beside the value that was entered in its place.",
})
export class MeasuredBesideType {
  @Field(() => Decimal, { nullable: true, description: "Unrounded, in the KPI's unit; null when `status` says why." })
  value!: string | null;

  @Field(() => FigureStatusEnum, { description: "Whether there is a measured value, and if not, why." })
  status!: FigureStatus;

  @Field(() => Decimal, { nullable: true, description: "Above the line; null when nothing was measured." })
  numerator!: string | null;

  @Field(() => Decimal, { nullable: true, description: "Below the line; null without data or where there is none." })
  denominator!: string | null;

  @Field(() => Int, { description: "How many facts it rests on." })
  sample!: number;
}

@ObjectType("ManualMark", {
  simpleResolvers: true,
  description: "Who entered a value in the place of the measured one, and why. Seen by whoever sees the figure.",
})
export class ManualMarkType {
  @Field(() => Decimal, { description: "The value that was entered: the figure's own." })
  value!: string;

  @Field(() => String, { description: "Name of who entered it." })
  author!: string;

  @Field(() => String, { description: "Why." })
  reason!: string;

  @Field(() => String, { nullable: true, description: "Where the evidence is; null when none was named." })
  attachment!: string | null;

  @Field(() => DateTime, { description: "When it was entered." })
  enteredAt!: Date;

  @Field(() => MeasuredBesideType, { description: "What was measured when the figure was computed." })
  measured!: MeasuredBesideType;
}

@ObjectType("ManualValue", {
  simpleResolvers: true,
  implements: NodeType,
  description:
    "A value that somebody entered for one KPI of one subject in one period. Seen by whoever sees the figure. It is " +
    "never changed: another one takes its place, or it is withdrawn.",
})
export class ManualValueType extends NodeType {
  @Field(() => SubjectKindEnum, { description: "What kind of thing `subject` is." })
  subjectKind!: SubjectKind;

  @Field(() => Decimal, { description: "Exact, in the KPI's unit; a share is 0 to 1, money is in minor units." })
  value!: string;

  @Field(() => Decimal, { nullable: true, description: "Above the line; null when only the value was entered." })
  numerator!: string | null;

  @Field(() => Decimal, { nullable: true, description: "Below the line; null when only the value was entered." })
  denominator!: string | null;

  @Field(() => Int, { description: "How many facts its author says it rests on; 0: nobody said." })
  sample!: number;

  @Field(() => String, { description: "Why." })
  reason!: string;

  @Field(() => String, { nullable: true, description: "Where the evidence is; null when none was named." })
  attachment!: string | null;

  @Field(() => DateTime, { description: "When it was entered." })
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

export const ManualValueList = connectionOf("ManualValue", "manual values", () => ManualValueType);

@InputType({ description: "Whose figure: at most one of the four; none: the contract's own." })
export class FigureSubjectInput {
  @Field(() => String, { nullable: true, description: "Code of a service." })
  service?: string | null;

  @Field(() => String, { nullable: true, description: "Code of a team." })
  team?: string | null;

  @Field(() => String, { nullable: true, description: "Code of a person: the whole over several positions." })
  person?: string | null;

  @Field(() => ID, { nullable: true, description: "Id of a position." })
  position?: string | null;
}

/** Extended by inputs of acts about one figure. */
@InputType({ description: "Which figure is meant." })
export class FigureNamedInput extends ActInput {
  @Field(() => String, { nullable: true, description: "Code of the client. Null where you reach only one." })
  client?: string | null;

  @Field(() => String, { description: "Code of the contract." })
  contract!: string;

  @Field(() => FigureSubjectInput, { nullable: true, description: "Whose figure; null: the contract's own." })
  subject?: FigureSubjectInput | null;

  @Field(() => String, { description: "Code of the KPI; it must be on the scorecard, or in an objective." })
  kpi!: string;

  @Field(() => String, { nullable: true, description: "Its dialect; needed only where the scorecard has several." })
  dialect?: string | null;

  @Field(() => PeriodInput, { description: "Which period, in the contract's time zone." })
  period!: PeriodInput;
}

const VALUE =
  "In the KPI's unit, as targets are written: `83 %`, `240` (seconds), `4.20 EUR`. Or give both sides instead.";

/** Long enough to say something. */
const SHORTEST_REASON = 10;
const LONGEST_TEXT = 2_000;

@InputType({ description: "A value in the place of the measured one." })
export class EnterManualValueInput extends FigureNamedInput {
  @IsOptional()
  @MaxLength(60)
  @Field(() => String, { nullable: true, description: VALUE })
  value?: string | null;

  @Field(() => Decimal, { nullable: true, description: "Above the line, as in `Figure.numerator`; not with `value`." })
  numerator?: string | null;

  @Field(() => Decimal, { nullable: true, description: "Below the line, above 0; not with `value`." })
  denominator?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: "How many facts it rests on. Null: the denominator of a share, else nobody says.",
  })
  sample?: number | null;

  @MinLength(SHORTEST_REASON)
  @MaxLength(LONGEST_TEXT)
  @Field(() => String, { description: "Why; 10 to 2,000 characters. Everybody who sees the figure reads it." })
  reason!: string;

  @IsOptional()
  @MaxLength(LONGEST_TEXT)
  @Field(() => String, { nullable: true, description: "Where the evidence is: a link, a file number. Not the file." })
  attachment?: string | null;
}

@ObjectType({ simpleResolvers: true, description: "The value that was entered. Scorecards follow within seconds." })
export class EnterManualValuePayload extends Payload {
  @Field(() => ManualValueType, { nullable: true, description: "Null when refused." })
  manualValue?: ManualValue | null;
}

@InputType({ description: "A manual value that is to count no longer." })
export class WithdrawManualValueInput extends ActInput {
  @Field(() => ID, { description: "Id of the manual value." })
  id!: string;

  @MinLength(SHORTEST_REASON)
  @MaxLength(LONGEST_TEXT)
  @Field(() => String, { description: "Why; 10 to 2,000 characters." })
  reason!: string;
}

@ObjectType({ simpleResolvers: true, description: "The value that was withdrawn; what was measured counts again." })
export class WithdrawManualValuePayload extends Payload {
  @Field(() => ManualValueType, { nullable: true, description: "Null when refused." })
  manualValue?: ManualValue | null;
}
