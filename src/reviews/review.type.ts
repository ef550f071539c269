import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../platform/graphql/connection";
import { NodeType } from "../platform/graphql/node";
import { DateTime, LocalDate } from "../platform/graphql/scalars";
import type { Day } from "../shared/day";
import type { ReviewState } from "./review.entity";

export const ReviewStateEnum = {
  SCHEDULED: "scheduled",
  COMPILED: "compiled",
  HELD: "held",
  CLOSED: "closed",
} as const satisfies Record<string, ReviewState>;

registerEnumType(ReviewStateEnum, {
  name: "ReviewState",
  description: "How far a review is.",
  valuesConfig: {
    SCHEDULED: { description: "In the calendar; no package yet." },
    COMPILED: { description: "Has a package." },
    HELD: { description: "The sitting took place." },
    CLOSED: { description: "Decisions and actions are agreed." },
  },
});

@ObjectType("Review", {
  simpleResolvers: true,
  implements: NodeType,
  description: "One sitting of a forum, about one period.",
})
export class ReviewType extends NodeType {
  @Field(() => LocalDate, { description: "Local day of the sitting." })
  scheduledFor!: Day;

  @Field(() => ReviewStateEnum, { description: "How far it is." })
  state!: ReviewState;
}

export const ReviewList = connectionOf("Review", "reviews", () => ReviewType);

@ObjectType("PackageDownload", { simpleResolvers: true, description: "A package as a file." })
export class PackageDownloadType {
  @Field(() => String, { description: "`html` or `json`." })
  format!: string;

  @Field(() => String, { description: "Path on this server; needs the same credentials as the API." })
  url!: string;
}

@ObjectType("ReviewPackage", {
  simpleResolvers: true,
  implements: NodeType,
  description: "The frozen material of a review. Compiling again makes another version; this one never changes.",
})
export class ReviewPackageType extends NodeType {
  @Field(() => Int, { description: "1 for the first compiled of its review." })
  version!: number;

  @Field(() => DateTime, { description: "When it was frozen." })
  compiledAt!: Date;

  @Field(() => String, { description: "Who asked for it." })
  compiledBy!: string;

  @Field(() => String, { description: "SHA-256, hexadecimal, of the document as canonical JSON." })
  contentHash!: string;
}
