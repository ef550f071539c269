import { Field, InputType, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../platform/graphql/connection";
import { DatedInput } from "../platform/graphql/dated-input.type";
import { DatedType } from "../platform/graphql/dated.type";
import { ActInput, Payload } from "../platform/graphql/mutation";
import { NodeType } from "../platform/graphql/node";
import { DateTime, TimeZone } from "../platform/graphql/scalars";
import type { Stream } from "../shared/stream";
import type { Feed } from "./feed.entity";
import type { FeedState } from "./feed-state.rules";
import { StreamEnum } from "./stream.type";

export const FeedStateEnum = {
  ON_TIME: "on_time",
  LATE: "late",
  NEVER_SEEN: "never_seen",
  NOT_EXPECTED: "not_expected",
} as const satisfies Record<string, FeedState>;

registerEnumType(FeedStateEnum, {
  name: "FeedState",
  description: "How a feed stands against what is expected of it.",
  valuesConfig: {
    ON_TIME: { description: "Everything that is due has come." },
    LATE: { description: "Data that was due, grace included, has not come." },
    NEVER_SEEN: { description: "It is expected, but nothing ever came; overdue when `lateSince` says so." },
    NOT_EXPECTED: { description: "Nobody said when data is due, so it is never late; its age is shown." },
  },
});

const EVERY =
  "An ISO 8601 duration such as `PT15M` (data is never older than that), or an RFC 5545 rule such as `FREQ=DAILY` (on " +
  "those days all data from before the day is due).";
const DECLARES = "Whether only declared completeness counts, and not the instants of facts.";

@ObjectType("FeedExpectation", {
  simpleResolvers: true,
  description: "When data of a feed is due, for a range of days.",
})
export class FeedExpectationType extends DatedType {
  @Field(() => String, { description: EVERY })
  every!: string;

  @Field(() => String, {
    nullable: true,
    description: "Time of day, `HH:MM`, by which it is due; null with a duration.",
  })
  dueBy!: string | null;

  @Field(() => TimeZone, { description: "IANA zone of those days and times." })
  timeZone!: string;

  @Field(() => String, { description: "ISO 8601 duration after which missing data makes the feed late." })
  grace!: string;

  @Field(() => Boolean, { description: DECLARES })
  declares!: boolean;
}

@ObjectType("FeedDeclaration", {
  simpleResolvers: true,
  description: "Somebody vouched that all facts before an instant have been sent.",
})
export class FeedDeclarationType {
  @Field(() => DateTime, { description: "The instant." })
  completeThrough!: Date;

  @Field(() => DateTime, { description: "When it was declared." })
  declaredAt!: Date;

  @Field(() => String, { description: "Name of who declared it." })
  declaredBy!: string;

  @Field(() => String, { nullable: true, description: "Why it takes an earlier one back; null where it does not." })
  reason!: string | null;
}

@ObjectType("Feed", {
  simpleResolvers: true,
  implements: NodeType,
  description: "Where facts of one stream come from: a source system of a client. Seen by its people and by ours.",
})
export class FeedType extends NodeType {
  @Field(() => StreamEnum, { description: "What kind of facts it brings." })
  stream!: Stream;

  @Field(() => String, { description: "The source system; part of each fact's identity." })
  source!: string;

  @Field(() => DateTime, { nullable: true, description: "When it last sent anything; null: never." })
  lastImportAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: "When it last brought a new or changed fact; null: never." })
  lastChangeAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: "The latest instant of its facts; null: it brought none." })
  observedThrough!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: "Declared: all facts before this instant have been sent. Null: nobody declared anything.",
  })
  completeThrough!: Date | null;
}

export const FeedList = connectionOf("Feed", "feeds", () => FeedType);

@InputType({ description: "When data of a feed is due, for a range of days." })
export class FeedExpectationInput extends DatedInput {
  @Field(() => String, { description: EVERY })
  every!: string;

  @Field(() => String, {
    nullable: true,
    description: "Time of day, `HH:MM`; needed with a rule, refused with a duration.",
  })
  by?: string | null;

  @Field(() => TimeZone, { nullable: true, description: "IANA zone; needed with a rule. Null: UTC." })
  timeZone?: string | null;

  @Field(() => String, { nullable: true, description: "ISO 8601 duration; null: none." })
  grace?: string | null;

  @Field(() => Boolean, { nullable: true, description: `${DECLARES} Null: no.` })
  declares?: boolean | null;
}

@InputType({ description: "A feed with everything that is expected of it; it is made when there is none." })
export class DefineFeedInput extends ActInput {
  @Field(() => String, { description: "Code of the client." })
  client!: string;

  @Field(() => StreamEnum, { description: "What kind of facts it brings." })
  stream!: Stream;

  @Field(() => String, { description: "The source system." })
  source!: string;

  @Field(() => [FeedExpectationInput], { description: "All of them; none: nothing is expected any more." })
  versions!: FeedExpectationInput[];
}

@ObjectType({ simpleResolvers: true, description: "The feed as it is now expected." })
export class DefineFeedPayload extends Payload {
  @Field(() => FeedType, { nullable: true, description: "Null when refused." })
  feed?: Feed | null;
}

@InputType({ description: "A declaration that all facts of a feed before an instant have been sent." })
export class DeclareFeedCompleteInput extends ActInput {
  @Field(() => String, { nullable: true, description: "Code of the client. Null where you reach only one." })
  client?: string | null;

  @Field(() => StreamEnum, { description: "What kind of facts it brings." })
  stream!: Stream;

  @Field(() => String, { description: "The source system." })
  source!: string;

  @Field(() => DateTime, { description: "The instant; not in the future." })
  completeThrough!: Date;

  @Field(() => String, {
    nullable: true,
    description: "Why, where it takes an earlier declaration back; without a reason that is refused.",
  })
  reason?: string | null;
}

@ObjectType({ simpleResolvers: true, description: "The feed as it now stands." })
export class DeclareFeedCompletePayload extends Payload {
  @Field(() => FeedType, { nullable: true, description: "Null when refused." })
  feed?: Feed | null;
}
