import { Field, ObjectType } from "type-graphql";
import { ExclusionKindEnum, ContractSideEnum } from "../contracts/exclusions/exclusion-enums.type";
import type { ExclusionKind, Side } from "../contracts/exclusions/exclusion.rules";
import { Decimal } from "../platform/graphql/scalars";
import type * as adjustment from "./package-adjustment";

@ObjectType("PackageApproval", { simpleResolvers: true, description: "Who approved an exclusion for a party." })
class PackageApprovalType {
  @Field(() => ContractSideEnum, { description: "For which party." })
  side!: Side;

  @Field(() => String, { description: "Name of who approved it." })
  by!: string;
}

@ObjectType("PackageExclusion", { simpleResolvers: true, description: "What was taken out of a figure, as frozen." })
class PackageExclusionType {
  @Field(() => String, { description: "Code of the exclusion; of relief `relief/` and the day." })
  code!: string;

  @Field(() => ExclusionKindEnum, { nullable: true, description: "Why it does not count; null: not known any more." })
  kind!: ExclusionKind | null;

  @Field(() => String, { description: "The reason in words; of relief its figures." })
  reason!: string;

  @Field(() => [PackageApprovalType], {
    description: "Who approved it. Empty for relief, which follows from the forecast.",
  })
  approvals!: readonly adjustment.PackageApproval[];

  @Field(() => Decimal, {
    nullable: true,
    description: "By how much the value changed through it, unrounded, in the KPI's unit; null: no value to compare.",
  })
  effect!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "For people, shares in percentage points: `+5.2 pp`; null likewise.",
  })
  effectDisplay!: string | null;

  @Field(() => String, { nullable: true, description: "What it leaves in, and why; null: nothing." })
  note!: string | null;
}

@ObjectType("PackageAdjustment", {
  simpleResolvers: true,
  description: "What was taken out of a figure as the parties agreed, and what it would have been.",
})
export class PackageAdjustmentType {
  @Field(() => Decimal, {
    nullable: true,
    description: "The value without exclusions, unrounded; null: there was none.",
  })
  unadjusted!: string | null;

  @Field(() => String, { description: "For people: `50.0 %`, or why there is none." })
  unadjustedDisplay!: string;

  @Field(() => [PackageExclusionType], { description: "In the order in which they were taken out." })
  exclusions!: readonly adjustment.PackageExclusion[];
}
