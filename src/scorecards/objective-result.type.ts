import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { NodeType } from "../platform/graphql/node";
import { PeriodType } from "../platform/graphql/period.type";
import { DateTime, Decimal } from "../platform/graphql/scalars";
import { FigureType, FinalityEnum } from "./figure.type";
import type { Outcome } from "./objective-result.entity";
import type { Finality, FigureView, TargetView } from "./scorecard-view";
import { TargetType } from "./scorecard-item.type";

export const OutcomeEnum = {
  MET: "met",
  MISSED: "missed",
  BELOW_MINIMUM: "below_minimum",
  UNDETERMINED: "undetermined",
  NOT_MEASURED: "not_measured",
} as const satisfies Record<string, Outcome>;

registerEnumType(OutcomeEnum, {
  name: "Outcome",
  description: "How an objective came out in a period.",
  valuesConfig: {
    MET: { description: "The unrounded value reaches the target; equal is met." },
    MISSED: { description: "The target is missed." },
    BELOW_MINIMUM: { description: "Missed by so much that the minimum is missed, too." },
    UNDETERMINED: { description: "Fewer facts than the minimum sample, or days still to be computed." },
    NOT_MEASURED: { description: "No facts to judge." },
  },
});

@ObjectType("ObjectiveResult", {
  simpleResolvers: true,
  implements: NodeType,
  description: "How one objective of a contract came out in one period.",
})
export class ObjectiveResultType extends NodeType {
  @Field(() => PeriodType, { description: "The local days it is about." })
  period!: PeriodType;

  @Field(() => FigureType, { description: "The measured value and all that is behind it." })
  figure!: FigureView;

  @Field(() => TargetType, { nullable: true, description: "The target that applied in this period." })
  target!: TargetView | null;

  @Field(() => OutcomeEnum, { description: "Met or not." })
  outcome!: Outcome;

  @Field(() => Decimal, {
    nullable: true,
    description: "By how much the target was missed, in the KPI's unit, unrounded; 0 when met, null when not judged.",
  })
  shortfall!: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Misses still allowed while the period runs (negative: the target is out of reach), and of the whole once it is " +
      "over. Null where the KPI does not count misses.",
  })
  missesAllowed!: number | null;

  @Field(() => FinalityEnum, { description: "Whether it can still change." })
  state!: Finality;

  @Field(() => Int, { description: "1 at first; each restatement adds one." })
  version!: number;

  @Field(() => DateTime, { description: "When it was computed." })
  computedAt!: Date;
}
