import { Field, Int, ObjectType } from "type-graphql";
import { MoneyType } from "../../kpis/money.type";
import { Decimal } from "../../platform/graphql/scalars";
import type { LineKind, RatchetOutcome, Step } from "../engine/settled-period";
import { FailureCounterType, RaisedTargetType, SettledClauseType } from "../settled-clause.type";
import { SettlementLineKindEnum } from "../settlement-enums.type";
import { SettlementStepType } from "../settlement-step.type";
import { SettlementTotalsType } from "../settlement.type";

@ObjectType("WhatIfClause", { simpleResolvers: true, description: "What would come of one clause, with every step." })
export class WhatIfClauseType extends SettledClauseType {
  @Field(() => String, { nullable: true, description: "Code of the objective; null: the contract." })
  objective!: string | null;
}

@ObjectType("WhatIfLine", { simpleResolvers: true, description: "A line of the invoice, rounded once." })
export class WhatIfLineType {
  @Field(() => SettlementLineKindEnum, { description: "What it is." })
  kind!: LineKind;

  @Field(() => String, { description: "Code of the clause." })
  clause!: string;

  @Field(() => String, { nullable: true, description: "Code of the objective; null: the contract." })
  objective!: string | null;

  @Field(() => MoneyType, { description: "In the client's favour; negative: in ours." })
  amount!: MoneyType;

  @Field(() => String, { description: "One sentence for the invoice." })
  reason!: string;
}

@ObjectType("WhatIfPeriod", { simpleResolvers: true, description: "What a period would come to in money." })
export class WhatIfPeriodType {
  @Field(() => Int, { description: "1 is the first." })
  number!: number;

  @Field(() => Decimal, { description: "Points of all clauses, repeats included." })
  points!: string;

  @Field(() => SettlementTotalsType, { description: "Sums of its lines." })
  totals!: SettlementTotalsType;

  @Field(() => [WhatIfClauseType], { description: "Clause by clause, and within it objective by objective." })
  clauses!: readonly WhatIfClauseType[];

  @Field(() => [SettlementStepType], { description: "Steps about the period as a whole, such as caps." })
  steps!: readonly Step[];

  @Field(() => [WhatIfLineType], { description: "Lines of the invoice; none: nothing is due." })
  lines!: readonly WhatIfLineType[];

  @Field(() => [FailureCounterType], { description: "Where failures stand that may become a default." })
  counters!: readonly FailureCounterType[];

  @Field(() => [RaisedTargetType], { description: "Targets that good performance raises." })
  raisedTargets!: readonly RatchetOutcome[];
}
