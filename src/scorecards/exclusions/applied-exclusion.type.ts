import { Field, ObjectType } from "type-graphql";
import type { ExclusionKind } from "../../contracts/exclusions/exclusion.rules";
import { ExclusionKindEnum } from "../../contracts/exclusions/exclusion-enums.type";
import { Decimal } from "../../platform/graphql/scalars";

@ObjectType("AppliedExclusion", {
  simpleResolvers: true,
  description: "An exclusion, or relief for volume above the forecast, that was taken out of a figure.",
})
export class AppliedExclusionType {
  @Field(() => String, { description: "Code of the exclusion; of relief `relief/` and the day." })
  code!: string;

  @Field(() => ExclusionKindEnum, { nullable: true, description: "Why it does not count; null: not known any more." })
  kind?: ExclusionKind | null;

  @Field(() => String, { description: "The reason in words; of relief its figures." })
  reason!: string;

  @Field(() => Decimal, {
    nullable: true,
    description:
      "By how much the value changed through it, in the KPI's unit, unrounded; taken out after those listed before it. " +
      "Null where there is no value before or after it.",
  })
  effect!: string | null;

  @Field(() => String, { nullable: true, description: "What it leaves in, and why; null: nothing." })
  note?: string | null;
}
