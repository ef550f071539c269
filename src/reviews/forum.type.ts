import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../platform/graphql/connection";
import { NodeType } from "../platform/graphql/node";
import { PeriodKindEnum } from "../platform/graphql/period.type";
import { LocalDate } from "../platform/graphql/scalars";
import type { Day } from "../shared/day";
import type { ForumParticipant, ReviewedKind } from "./forum.entity";

export const SideEnum = { PROVIDER: "provider", CLIENT: "client" } as const;

registerEnumType(SideEnum, {
  name: "Side",
  description: "For whom somebody sits in a forum.",
  valuesConfig: {
    PROVIDER: { description: "For us, the outsourcer." },
    CLIENT: { description: "For the client." },
  },
});

@ObjectType("ForumParticipant", { simpleResolvers: true, description: "A seat in a forum." })
export class ForumParticipantType {
  @Field(() => String, { description: "Name of the seat: a function rather than a person." })
  name!: string;

  @Field(() => SideEnum, { description: "For whom." })
  side!: ForumParticipant["side"];

  @Field(() => String, { nullable: true, description: "What it does in the sitting; null without a duty of its own." })
  duty!: string | null;
}

@ObjectType("Forum", {
  simpleResolvers: true,
  implements: NodeType,
  description: "A standing governance meeting of a contract. Seen by the client's people and by ours.",
})
export class ForumType extends NodeType {
  @Field(() => String, { description: "Unique within the client." })
  code!: string;

  @Field(() => String, { description: "Name for people." })
  name!: string;

  @Field(() => String, { description: "RFC 5545 recurrence rule of its sittings, in the contract's time zone." })
  cadence!: string;

  @Field(() => LocalDate, { description: "No sitting before this local day." })
  startsOn!: Day;

  @Field(() => PeriodKindEnum, { description: "The kind of period one sitting reviews: the last whole one before it." })
  reviewsKind!: ReviewedKind;

  @Field(() => Int, { description: "How many participants must be present." })
  quorum!: number;

  @Field(() => Int, { description: "Under so many facts behind a scored figure nobody is ranked in its packages." })
  minSample!: number;

  @Field(() => [ForumParticipantType], { description: "The seats." })
  participants!: readonly ForumParticipant[];
}

export const ForumList = connectionOf("Forum", "forums", () => ForumType);
