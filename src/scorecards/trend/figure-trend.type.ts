import { Field, ObjectType, registerEnumType } from "type-graphql";
import { Decimal } from "../../platform/graphql/scalars";
import { FigureChangeType, FigureType } from "../figure.type";
import type { FigureView } from "../scorecard-view";
import type { TrendStep, TrendView } from "./figure-trend";
import type { TrendDirection } from "./trend.rules";

export const TrendStepEnum = { DAY: "day", WEEK: "week", MONTH: "month" } as const satisfies Record<string, TrendStep>;

registerEnumType(TrendStepEnum, {
  name: "TrendStep",
  description: "Length of the periods of a trend.",
  valuesConfig: {
    DAY: { description: "90 days." },
    WEEK: { description: "13 ISO weeks, Monday to Sunday." },
    MONTH: { description: "12 calendar months." },
  },
});

export const TrendDirectionEnum = {
  IMPROVING: "improving",
  WORSENING: "worsening",
  STEADY: "steady",
  UNKNOWN: "unknown",
} as const satisfies Record<string, TrendDirection>;

registerEnumType(TrendDirectionEnum, {
  name: "TrendDirection",
  description:
    "Whether values move one way more than chance would: the test of Mann and Kendall on the points with a value, " +
    "two-sided at 5 %.",
  valuesConfig: {
    IMPROVING: { description: "They move to where the KPI is to go." },
    WORSENING: { description: "They move away from where the KPI is to go." },
    STEADY: { description: "Nothing that could not be chance." },
    UNKNOWN: { description: "Fewer than five points with a value, or a KPI whose best lies in between." },
  },
});

@ObjectType("FigureTrend", { simpleResolvers: true, description: "A figure over a row of whole periods." })
export class FigureTrendType {
  @Field(() => [FigureType], {
    description: "Oldest first; periods that run, or that count only in part for the figure, are left out.",
  })
  points!: readonly FigureView[];

  @Field(() => FigureChangeType, { nullable: true, description: "From the first value to the last; null without two." })
  change!: TrendView["change"];

  @Field(() => Decimal, {
    nullable: true,
    description:
      "By how much the value changes with each period, in the KPI's unit, unrounded: the median of the slopes of all " +
      "pairs of points (Theil and Sen). Null without two.",
  })
  slope!: string | null;

  @Field(() => TrendDirectionEnum, { description: "Better or worse, if it is more than chance." })
  direction!: TrendDirection;
}
