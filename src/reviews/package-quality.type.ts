import { Field, Int, ObjectType } from "type-graphql";
import { StreamEnum } from "../facts/stream.type";
import { DateTime, LocalDate } from "../platform/graphql/scalars";
import type { Day } from "../shared/day";
import type { Stream } from "../shared/stream";

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

@ObjectType("PackageStreamFacts", { simpleResolvers: true, description: "How many facts of a stream." })
class StreamFactsType {
  @Field(() => StreamEnum, { description: "What kind of fact." })
  stream!: Stream;
  @Field(() => Int, { description: "How many." })
  facts!: number;
}

@ObjectType("PackageFeed", { simpleResolvers: true, description: "One source of one stream." })
class PackageFeedType {
  @Field(() => StreamEnum, { description: "What kind of fact it brings." })
  stream!: Stream;
  @Field(() => String, { description: "The source system." })
  source!: string;
  @Field(() => DateTime, { nullable: true, description: "How far its data reached; null: it had brought nothing." })
  through!: string | null;
  @Field(() => Boolean, { description: "Whether the sender vouched for that." })
  isDeclared!: boolean;
  @Field(() => Boolean, { description: "Whether something expected had not come." })
  isLate!: boolean;
}

@ObjectType("DataQualitySection", { simpleResolvers: true, description: "What to know before believing the figures." })
export class DataQualitySection {
  @Field(() => LocalDate, { description: "First local day not looked at: the period's end, or earlier while it runs." })
  lookedAtUntil!: Day;

  @Field(() => Int, { description: "Facts that stand behind the period." })
  rowsAccepted!: number;
  @Field(() => [StreamFactsType], { description: "The same by stream, most first." })
  facts!: readonly StreamFactsType[];
  @Field(() => [PackageFeedType], { description: "What brings the contract's facts, as it stood on compiling." })
  feeds!: readonly PackageFeedType[];
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
