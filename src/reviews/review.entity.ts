import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../shared/day";
import type { ReviewedKind } from "./forum.entity";

export const REVIEW_STATES = ["scheduled", "compiled", "held", "closed"] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/** One sitting of a forum, about one period. */
@Entity("review")
export class Review {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ name: "forum_id", type: "uuid" }) forumId!: string;
  @Column({ name: "scheduled_for", type: "date" }) scheduledFor!: Day;
  @Column({ name: "period_kind", type: "text" }) periodKind!: ReviewedKind;
  @Column({ name: "period_from", type: "date" }) periodFrom!: Day;
  @Column({ name: "period_until", type: "date" }) periodUntil!: Day;
  @Column({ type: "text" }) state!: ReviewState;
}
