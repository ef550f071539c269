import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { Decimal, LocalDate } from "../platform/graphql/scalars";
import type { Day } from "../shared/day";
import type { PartKind } from "./figure-parts.queries";
import { FigureStatusEnum } from "./figure.type";
import type { FigureStatus } from "./scorecard.entity";

export const PartKindEnum = { PERSON: "person", CHANNEL: "channel", DAY: "day" } as const satisfies Record<
  string,
  PartKind
>;

registerEnumType(PartKindEnum, {
  name: "FigureSliceKind",
  description: "By what a figure is taken apart.",
  valuesConfig: {
    PERSON: { description: "Whoever handled the contact. Needs the right READ_PEOPLE." },
    CHANNEL: { description: "The channel it came by." },
    DAY: { description: "The local day on which it counts." },
  },
});

@ObjectType("FigureSlice", {
  simpleResolvers: true,
  description: "What one person, channel or day contributes to a figure. Numerators add up to the figure's.",
})
export class FigureSliceType {
  @Field(() => LocalDate, { nullable: true, description: "The day, when taken apart by DAY; null otherwise." })
  day!: Day | null;

  @Field(() => String, { nullable: true, description: "The channel, when taken apart by CHANNEL; null otherwise." })
  channel!: string | null;

  @Field(() => Decimal, { nullable: true, description: "The slice's own value; null when `status` says why." })
  value!: string | null;

  @Field(() => FigureStatusEnum, { description: "Whether the slice has a value. No minimum sample is applied." })
  status!: FigureStatus;

  @Field(() => Decimal, { nullable: true, description: "Its share of the figure's numerator; null without data." })
  numerator!: string | null;

  @Field(() => Decimal, { nullable: true, description: "Its share of the figure's denominator; null without one." })
  denominator!: string | null;

  @Field(() => Int, { description: "How many facts it rests on." })
  sample!: number;
}
