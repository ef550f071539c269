import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { KpiParameterType } from "../kpis/kpi-parameter.type";
import type { KpiDefinition } from "../kpis/kpi-definition";
import { KpiType } from "../kpis/kpi.type";
import type { FigurePart } from "../measures/fact-part.rules";
import { PeriodType } from "../platform/graphql/period.type";
import { DateTime, Decimal } from "../platform/graphql/scalars";
import type { FigureStatus } from "./scorecard.entity";
import type { Finality } from "./scorecard-view";

export const FigureStatusEnum = {
  OK: "OK",
  PARTIAL: "PARTIAL",
  INSUFFICIENT_DATA: "INSUFFICIENT_DATA",
  NO_DATA: "NO_DATA",
} as const satisfies Record<string, FigureStatus>;

registerEnumType(FigureStatusEnum, {
  name: "FigureStatus",
  description: "Why a figure has the value it has, or none.",
  valuesConfig: {
    OK: { description: "All data of the period so far is in the value." },
    PARTIAL: { description: "Days of the period are still to be computed; `value` is what is known, or null." },
    INSUFFICIENT_DATA: { description: "Fewer facts than the minimum sample: `value` is null, `sample` is shown." },
    NO_DATA: { description: "Nothing to judge: `value` is null." },
  },
});

export const FinalityEnum = {
  PROVISIONAL: "provisional",
  FINAL: "final",
  RESTATED: "restated",
} as const satisfies Record<string, Finality>;

registerEnumType(FinalityEnum, {
  name: "Finality",
  description: "Where a figure is in its life.",
  valuesConfig: {
    PROVISIONAL: { description: "Refreshed whenever facts arrive." },
    FINAL: { description: "Frozen after the grace days of the period; later facts do not change it." },
    RESTATED: { description: "Corrected after it was final, by a visible and reasoned restatement." },
  },
});

export const FigurePartEnum = { NUMERATOR: "numerator", DENOMINATOR: "denominator" } as const satisfies Record<
  string,
  FigurePart
>;

registerEnumType(FigurePartEnum, {
  name: "FigurePart",
  description: "The two sides of a formula.",
  valuesConfig: {
    NUMERATOR: { description: "Above the line; for figures without a denominator, all of it." },
    DENOMINATOR: { description: "Below the line." },
  },
});

@ObjectType("Interval", { simpleResolvers: true, description: "Bounds of a share; unrounded, in the figure's unit." })
export class IntervalType {
  @Field(() => Decimal, { description: "Lower bound." })
  lower!: string;

  @Field(() => Decimal, { description: "Upper bound." })
  upper!: string;
}

@ObjectType("FigureDefinition", {
  simpleResolvers: true,
  description:
    "The rule by which a figure was computed. It is kept with the figure, so a later change does not alter it.",
})
export class FigureDefinitionType {
  @Field(() => Int, { description: "Version of the KPI in the catalogue." })
  kpiVersion!: number;

  @Field(() => String, { description: "Code of the dialect: which of the KPI's formulas." })
  dialect!: string;

  @Field(() => [KpiParameterType], { description: "Every parameter of the KPI with its value." })
  parameters!: readonly KpiParameterType[];

  @Field(() => String, { description: "Numerator ÷ denominator in words of measures; without ÷ it is a plain sum." })
  formula!: string;

  @Field(() => String, { description: "The instant that decides on which day a fact counts." })
  attribution!: string;

  @Field(() => DateTime, {
    nullable: true,
    description: "When this version of the KPI was recorded here; null when the catalogue was not recorded yet.",
  })
  recordedAt!: Date | null;
}

@ObjectType("Figure", { simpleResolvers: true, description: "A measured value with all that is needed to check it." })
export class FigureType {
  @Field(() => KpiType, { description: "What is measured." })
  kpi!: KpiDefinition;

  @Field(() => PeriodType, { description: "When: the local days whose facts count." })
  period!: PeriodType;

  @Field(() => Decimal, {
    nullable: true,
    description: "Unrounded, in the KPI's unit; a share is 0 to 1. Null unless `status` is OK or PARTIAL.",
  })
  value!: string | null;

  @Field(() => FigureStatusEnum, { description: "Whether there is a value, and if not, why." })
  status!: FigureStatus;

  @Field(() => FinalityEnum, { description: "Whether it can still change." })
  finality!: Finality;

  @Field(() => Decimal, {
    nullable: true,
    description:
      "Above the line; null when nothing was measured at all. Exact: a long integer where shares were put together.",
  })
  numerator!: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: "Below the line; null when nothing was measured, or when the formula has none.",
  })
  denominator!: string | null;

  @Field(() => Int, { description: "How many facts the value rests on: the denominator, or the value of a count." })
  sample!: number;
}

@ObjectType("FigureChange", { simpleResolvers: true, description: "The difference from one figure to another." })
export class FigureChangeType {
  @Field(() => Decimal, { description: "This value minus the earlier one, in the KPI's unit, unrounded." })
  absolute!: string;
}

@ObjectType("DialectFigure", {
  simpleResolvers: true,
  description: "The same facts and parameters under one of the KPI's formulas.",
})
export class DialectFigureType {
  @Field(() => String, { description: "Code of the dialect." })
  dialect!: string;

  @Field(() => String, { description: "What the dialect counts, in a sentence." })
  description!: string;

  @Field(() => Boolean, { description: "Whether it is the one the figure was computed with." })
  isInUse!: boolean;

  @Field(() => Decimal, { nullable: true, description: "Unrounded; null when `status` says why." })
  value!: string | null;

  @Field(() => FigureStatusEnum, { description: "Whether there is a value, and if not, why." })
  status!: FigureStatus;

  @Field(() => Decimal, { nullable: true, description: "Above the line; null without data." })
  numerator!: string | null;

  @Field(() => Decimal, { nullable: true, description: "Below the line; null when the formula has none." })
  denominator!: string | null;
}

@ObjectType("ExplanationStep", { simpleResolvers: true, description: "One step on the way from facts to value." })
export class ExplanationStepType {
  @Field(() => String, { description: "What was done, in a sentence." })
  rule!: string;

  @Field(() => String, { description: "What it was done to." })
  input!: string;

  @Field(() => String, { description: "What came out." })
  output!: string;

  @Field(() => String, {
    description: "Where the rule comes from: catalogue version, contract clause, role assignment.",
  })
  source!: string;
}
