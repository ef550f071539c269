import { Field, Int, ObjectType } from "type-graphql";
import { LocalDate } from "../platform/graphql/scalars";
import type { Day } from "../shared/day";

@ObjectType("PackageRejects", { simpleResolvers: true, description: "Rows refused for one reason." })
class RejectsType {
  @Field(() => String, { description: "Stable code." })
  code!: string;
  @Field(() => Int, { description: "How many rows." })
  rows!: number;
  @Field(() => String, { description: "One of the messages." })
  example!: string;
}

@ObjectType("PackageGap", { simpleResolvers: true, description: "Open days of a service without data." })
class GapType {
  @Field(() => String, { description: "Name of the service." })
  service!: string;
  @Field(() => [LocalDate], { description: "The local days." })
  days!: readonly Day[];
}

@ObjectType("DataQualitySection", { simpleResolvers: true, description: "What to know before believing the figures." })
export class DataQualitySection {
  @Field(() => LocalDate, { description: "First local day not looked at: the period's end, or earlier while it runs." })
  lookedAtUntil!: Day;

  @Field(() => Int, { description: "Facts that stand behind the period." })
  rowsAccepted!: number;
  @Field(() => Int, {
    description: "Rows of the client's feeds that were refused and are still missing, whose day could be read.",
  })
  rowsRejected!: number;
  @Field(() => [RejectsType], { description: "By reason, most rows first." })
  rejects!: readonly RejectsType[];
  @Field(() => [GapType], { description: "Services that were open and sent nothing." })
  daysWithoutData!: readonly GapType[];
  @Field(() => Boolean, { description: "Whether any figure was still provisional." })
  provisional!: boolean;
}
