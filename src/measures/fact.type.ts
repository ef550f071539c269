import { Field, Float, ObjectType } from "type-graphql";
import { StreamEnum } from "../facts/stream.type";
import { connectionOf } from "../platform/graphql/connection";
import { DateTime, LocalDate } from "../platform/graphql/scalars";
import type { Day } from "../shared/day";
import type { Stream } from "../shared/stream";

@ObjectType("Fact", {
  simpleResolvers: true,
  description:
    "One record that counts in a figure. Needs the right READ_FACTS. Says where to find it, not what is in it.",
})
export class FactType {
  @Field(() => StreamEnum, { description: "What kind of record it is." })
  stream!: Stream;

  @Field(() => String, { description: "The system that sent it." })
  source!: string;

  @Field(() => String, { description: "Its id in that system." })
  externalId!: string;

  @Field(() => DateTime, { description: "The instant that decides on which day it counts: its offer, answer, end …" })
  occurredAt!: Date;

  @Field(() => LocalDate, { description: "The local day of its service on which it counts." })
  day!: Day;

  @Field(() => String, { description: "The channel it came by." })
  channel!: string;

  @Field(() => Float, { description: "What it adds to this part of the figure: 1 for counts, seconds for durations." })
  adds!: number;
}

export const FactList = connectionOf("Fact", "facts", () => FactType);
