import { Field, ObjectType, registerEnumType } from "type-graphql";
import type { Interval } from "../../kpis/interval.rules";
import { MoneyType } from "../../kpis/money.type";
import { PeriodType } from "../../platform/graphql/period.type";
import { Decimal } from "../../platform/graphql/scalars";
import { IntervalType } from "../../scorecards/figure.type";
import type { VolumeBasis } from "./expected-volume.rules";
import type { Reach } from "./needed.rules";
import type { ProjectionMethod } from "./projection.rules";

export const ReachEnum = { SAFE: "safe", OPEN: "open", OUT_OF_REACH: "out_of_reach" } as const satisfies Record<
  string,
  Reach
>;
registerEnumType(ReachEnum, {
  name: "Reach",
  description: "What the rest of an open period can still change, if as much comes as is expected.",
  valuesConfig: {
    SAFE: { description: "It is reached whatever the rest brings." },
    OPEN: { description: "The rest decides." },
    OUT_OF_REACH: { description: "It is missed whatever the rest brings." },
  },
});

export const VolumeBasisEnum = {
  LOCKED_FORECAST: "locked_forecast",
  SAME_WEEKDAYS: "same_weekdays",
  MIXED: "mixed",
} as const satisfies Record<string, VolumeBasis>;
registerEnumType(VolumeBasisEnum, {
  name: "VolumeBasis",
  description: "What the volume of the rest of a period was taken from.",
  valuesConfig: {
    LOCKED_FORECAST: {
      description: "The contacts of the locked forecast, by what was counted per contact in the last eight weeks.",
    },
    SAME_WEEKDAYS: { description: "The mean of the same weekdays of the last eight weeks." },
    MIXED: { description: "The forecast as far as it goes, weekdays after it." },
  },
});

export const ProjectionMethodEnum = {
  BETA_BINOMIAL: "beta_binomial",
  DAYS: "days",
  CERTAIN: "certain",
} as const satisfies Record<string, ProjectionMethod>;
registerEnumType(ProjectionMethodEnum, {
  name: "ProjectionMethod",
  description: "How the end of a period was projected.",
  valuesConfig: {
    BETA_BINOMIAL: {
      description:
        "Events of the rest happen at the rate so far, known as well as so many events tell (Jeffreys' prior).",
    },
    DAYS: { description: "The rest comes at the rate so far and varies as single days of the last eight weeks did." },
    CERTAIN: { description: "Nothing more is expected." },
  },
});

@ObjectType("Needed", { simpleResolvers: true, description: "What the rest of an open period must reach for a level." })
export class NeededType {
  @Field(() => ReachEnum, { description: "Whether the rest can still decide." })
  reach!: Reach;

  @Field(() => Decimal, {
    nullable: true,
    description:
      "The value that the rest alone must reach (be at most, where small is good), in the KPI's unit: " +
      "(level × (so far + expected) − numerator so far) ÷ expected. Above 1 for a share: out of reach. Of plain amounts " +
      "what must still come. Null: nothing more is expected.",
  })
  value!: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description:
      "Of the events still expected, how many at least (at most, where small is good); null: counts no events.",
  })
  events!: string | null;
}

@ObjectType("Projection", {
  simpleResolvers: true,
  description: "Where an open period will end, if it goes on as it did.",
})
export class ProjectionType {
  @Field(() => ProjectionMethodEnum, { description: "How it was worked out." })
  method!: ProjectionMethod;

  @Field(() => Decimal, { description: "In the KPI's unit, with the rest at the rate seen so far. Unrounded." })
  value!: string;

  @Field(() => IntervalType, { description: "Where it ends with 90 % probability." })
  interval90!: Interval;

  @Field(() => IntervalType, { description: "Where it ends with 95 % probability." })
  interval95!: Interval;
}

@ObjectType("OutlookMoney", {
  simpleResolvers: true,
  description:
    "Credits less bonuses of an open period, in the client's favour; negative: in ours. Not yet held or capped by the year's end.",
})
export class OutlookMoneyType {
  @Field(() => MoneyType, { description: "If the period closed as it stands." })
  now!: MoneyType;

  @Field(() => MoneyType, { description: "With every objective where it is projected to end." })
  projected!: MoneyType;

  @Field(() => MoneyType, { description: "With every objective at the better end of its 90 % interval." })
  atBetterEnd!: MoneyType;

  @Field(() => MoneyType, { description: "With every objective at the worse end of its 90 % interval." })
  atWorseEnd!: MoneyType;
}

@ObjectType("ObjectiveOutlookMoney", { simpleResolvers: true, description: "The part of one objective in it." })
export class ObjectiveOutlookMoneyType extends OutlookMoneyType {
  @Field(() => MoneyType, {
    description:
      "What reaching the target just so spares beside ending at the worse end; 0 where nothing can be saved.",
  })
  savable!: MoneyType;
}

@ObjectType("ObjectiveOutlook", {
  simpleResolvers: true,
  description: "What is to come of one objective in an open period.",
})
export class ObjectiveOutlookType {
  @Field(() => Decimal, {
    nullable: true,
    description: "What the denominator is expected to grow by (of plain amounts: the amount); null: nothing tells.",
  })
  expectedVolume!: string | null;

  @Field(() => VolumeBasisEnum, { nullable: true, description: "Where that is taken from." })
  volumeBasis!: VolumeBasis | null;

  @Field(() => NeededType, {
    nullable: true,
    description:
      "What the rest must reach for the target. Null: days do not add up to it, or one number cannot judge it.",
  })
  needed!: NeededType | null;

  @Field(() => NeededType, { nullable: true, description: "The same for the minimum; null: there is none." })
  neededForMinimum!: NeededType | null;

  @Field(() => ProjectionType, { nullable: true, description: "Where it will end; null: nothing was seen yet." })
  projection!: ProjectionType | null;

  @Field(() => Decimal, { nullable: true, description: "How likely the target is met, 0 to 1, to four decimals." })
  chanceOfTarget!: string | null;

  @Field(() => Decimal, { nullable: true, description: "How likely the minimum is reached; null: there is none." })
  chanceOfMinimum!: string | null;

  @Field(() => ObjectiveOutlookMoneyType, {
    nullable: true,
    description: "For our own people who answer for the contract; null for all others, and where no money follows.",
  })
  money!: ObjectiveOutlookMoneyType | null;
}

@ObjectType("ContractOutlook", {
  simpleResolvers: true,
  description: "What is to come of a contract in an open period.",
})
export class ContractOutlookType {
  @Field(() => PeriodType, { description: "The open period." })
  period!: PeriodType;

  @Field(() => [ObjectiveOutlookType], {
    description:
      "Objectives that can still be saved come first, those with most money ahead; then those out of reach, safe, unknown.",
  })
  objectives!: readonly ObjectiveOutlookType[];

  @Field(() => OutlookMoneyType, {
    nullable: true,
    description:
      "For our own people who answer for the contract; null for all others, and where the terms do not settle this period.",
  })
  money!: OutlookMoneyType | null;
}
