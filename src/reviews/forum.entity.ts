import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../shared/day";

export const REVIEWED_KINDS = ["week", "month", "quarter", "year"] as const;
export type ReviewedKind = (typeof REVIEWED_KINDS)[number];

/** Who sits in a forum, and for whom: us or the client. */
export interface ForumParticipant {
  readonly name: string;
  readonly side: "provider" | "client";
  readonly duty: string | null;
}

/** A standing governance meeting of a contract. */
@Entity("forum")
export class Forum {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ name: "contract_id", type: "uuid" }) contractId!: string;
  @Column({ type: "text" }) code!: string;
  @Column({ type: "text" }) name!: string;
  /** RFC 5545 recurrence rule of its sittings, in the contract's time zone, counted from `startsOn`. */
  @Column({ type: "text" }) cadence!: string;
  @Column({ name: "starts_on", type: "date" }) startsOn!: Day;
  /** The kind of period one sitting reviews. */
  @Column({ name: "reviews_kind", type: "text" }) reviewsKind!: ReviewedKind;
  /** How many participants must be present. */
  @Column({ type: "integer" }) quorum!: number;
  @Column({ type: "jsonb" }) participants!: readonly ForumParticipant[];
  /** Under this many facts, a team or person is not ranked in its packages. */
  @Column({ name: "min_sample", type: "integer", default: 30 }) minSample!: number;
}
