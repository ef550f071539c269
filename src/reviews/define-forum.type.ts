import { Field, InputType, Int, ObjectType } from "type-graphql";
import { ActInput, Payload } from "../platform/graphql/mutation";
import { PeriodKindEnum } from "../platform/graphql/period.type";
import { LocalDate } from "../platform/graphql/scalars";
import type { Day } from "../shared/day";
import type { Forum, ForumParticipant, ReviewedKind } from "./forum.entity";
import { ForumType, SideEnum } from "./forum.type";

@InputType({ description: "A seat in a forum." })
export class ForumParticipantInput {
  @Field(() => String, { description: "Name of the seat: a function rather than a person." })
  name!: string;

  @Field(() => SideEnum, { description: "For whom." })
  side!: ForumParticipant["side"];

  @Field(() => String, { nullable: true, description: "What it does in the sitting. Left out: nothing of its own." })
  duty?: string | null;
}

@InputType({ description: "A forum; the one with this code is changed, or else made." })
export class DefineForumInput extends ActInput {
  @Field(() => String, { description: "Code of the client." })
  client!: string;

  @Field(() => String, { description: "Code of the contract; a forum stays under its contract." })
  contract!: string;

  @Field(() => String, { description: "Unique within the client." })
  code!: string;

  @Field(() => String, { description: "Name for people." })
  name!: string;

  @Field(() => String, { description: "RFC 5545 recurrence rule without DTSTART: `FREQ=MONTHLY;BYDAY=2TU`." })
  cadence!: string;

  @Field(() => LocalDate, {
    nullable: true,
    description: "No sitting before this local day. Left out: the contract's first day.",
  })
  startsOn?: Day | null;

  @Field(() => PeriodKindEnum, { description: "The kind of period one sitting reviews; not DAY." })
  reviews!: ReviewedKind;

  @Field(() => Int, { nullable: true, description: "How many participants must be present. Left out: 1." })
  quorum?: number | null;

  @Field(() => [ForumParticipantInput], { nullable: true, description: "The seats. Left out: none." })
  participants?: ForumParticipantInput[] | null;

  @Field(() => Int, {
    nullable: true,
    description: "Under so many facts behind a scored figure nobody is ranked in its packages. Left out: 30.",
  })
  minSample?: number | null;
}

@ObjectType({ simpleResolvers: true, description: "The forum as it is now defined." })
export class DefineForumPayload extends Payload {
  @Field(() => ForumType, { nullable: true, description: "Null when refused." })
  forum?: Forum | null;
}
