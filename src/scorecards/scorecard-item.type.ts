import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { GateType } from "../assignments/assignment-terms.type";
import { BaselineType } from "../kpis/baseline.type";
import { OnMissingEnum } from "../assignments/scheme-enums.type";
import type { OnMissing } from "../assignments/scoring-scheme";
import { Decimal } from "../platform/graphql/scalars";
import { FigureType } from "./figure.type";
import type { MissingTreatment } from "./scorecard.entity";
import type { FigureView, PeersView, TargetView } from "./scorecard-view";

export const TargetSourceEnum = { OBJECTIVE: "objective", ASSIGNMENT: "assignment" } as const satisfies Record<
  string,
  TargetView["source"]
>;

registerEnumType(TargetSourceEnum, {
  name: "TargetSource",
  description: "Where a target comes from.",
  valuesConfig: {
    OBJECTIVE: { description: "A service level objective of the contract." },
    ASSIGNMENT: { description: "The assignment of the KPI to the role." },
  },
});

export const MissingTreatmentEnum = {
  RENORMALISED: "renormalised",
  ZERO: "zero",
  FAILED: "failed",
  CARRIED: "carried",
} as const satisfies Record<string, MissingTreatment>;

registerEnumType(MissingTreatmentEnum, {
  name: "MissingTreatment",
  description: "What was done about an item without a figure of its own.",
  valuesConfig: {
    RENORMALISED: { description: "Its weight went to the others; also where nothing could be carried over." },
    ZERO: { description: "It counts as 0." },
    FAILED: { description: "It counts as 0 and as missed, and closes its gate." },
    CARRIED: { description: "The figure of the period before counts: see `ScorecardItem.carried`." },
  },
});

@ObjectType("Target", { simpleResolvers: true, description: "What a figure is held against." })
export class TargetType {
  @Field(() => Decimal, { description: "In the KPI's unit; a share is 0 to 1. Compared with the unrounded value." })
  value!: string;

  @Field(() => TargetSourceEnum, { description: "Who set it." })
  source!: TargetView["source"];

  @Field(() => String, { nullable: true, description: "Document and section of the contract; null for assignments." })
  clause!: string | null;

  @Field(() => Int, { description: "Version of the objective or assignment that applied." })
  version!: number;
}

@ObjectType("ItemGate", {
  simpleResolvers: true,
  description: "Caps the whole score when its KPI is worse than what it lets pass.",
})
export class ItemGateType extends GateType {
  @Field(() => Boolean, {
    description: "Whether it was closed. Without a figure it stays open, unless the item failed.",
  })
  isClosed!: boolean;
}

@ObjectType("ItemBaseline", {
  simpleResolvers: true,
  description: "What a relative target was worked out from, and how much better the figure really is.",
})
export class ItemBaselineType extends BaselineType {
  @Field(() => Decimal, {
    nullable: true,
    description: "The share of the baseline by which the figure is better, unrounded; below 0 worse; null without one.",
  })
  realImprovement!: string | null;
}

@ObjectType("ItemPeers", {
  simpleResolvers: true,
  description:
    "What the others reached in the same KPI: of the same role in the team, or on the service without a team.",
})
export class ItemPeersType {
  @Field(() => Decimal, {
    description: "Median of the others' values, in the KPI's unit; one's own is not among them.",
  })
  median!: string;

  @Field(() => Int, { description: "How many others have a value." })
  of!: number;
}

@ObjectType("ScorecardItem", { simpleResolvers: true, description: "One KPI of a scorecard." })
export class ScorecardItemType {
  @Field(() => Decimal, { description: "Share of the score, relative to the other weights; 0: shown for information." })
  weight!: string;

  @Field(() => TargetType, { nullable: true, description: "Null when nobody set one." })
  target!: TargetView | null;

  @Field(() => Boolean, { nullable: true, description: "Whether the target is met; null without target or value." })
  isMet!: boolean | null;

  @Field(() => Decimal, {
    nullable: true,
    description: "0 to 200, 100 is what was asked for; null when there is nothing to score.",
  })
  score!: string | null;

  @Field(() => String, { nullable: true, description: "Name of the level reached, where the scheme has levels." })
  level!: string | null;

  @Field(() => Int, { description: "How many facts the figure must rest on to be judged." })
  minSample!: number;

  @Field(() => OnMissingEnum, { description: "What is to be done without a figure." })
  onMissing!: OnMissing;

  @Field(() => MissingTreatmentEnum, {
    nullable: true,
    description: "What was done for want of a figure; null when there is one, or nothing depends on the item.",
  })
  missing!: MissingTreatment | null;

  @Field(() => ItemPeersType, {
    nullable: true,
    description: "For people; null without others, and in groups smaller than `Composition.anonymousUnder`.",
  })
  peers!: PeersView | null;

  @Field(() => FigureType, { description: "The value and all that is behind it." })
  figure!: FigureView;
}
