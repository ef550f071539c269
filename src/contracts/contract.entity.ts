import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../shared/day";
import type { Approver } from "./exclusions/exclusion.rules";

/** The agreement with a client. In force on the days `[startsOn, endsOn)`; `endsOn` null: open-ended. */
@Entity("contract")
export class Contract {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "text" }) code!: string;
  @Column({ type: "text" }) name!: string;
  /** ISO 4217. */
  @Column({ type: "text" }) currency!: string;
  /** IANA; decides on which day a fact counts unless a service says otherwise. */
  @Column({ name: "time_zone", type: "text" }) timeZone!: string;
  @Column({ name: "calendar_id", type: "uuid" }) calendarId!: string;
  @Column({ name: "starts_on", type: "date" }) startsOn!: Day;
  /** The first day after the term. */
  @Column({ name: "ends_on", type: "date", nullable: true }) endsOn!: Day | null;
  /** Days after a period's end during which late facts still move its figures. */
  @Column({ name: "grace_days", type: "integer", default: 5 }) graceDays!: number;
  /** Whether final figures are corrected only when the client consents. */
  @Column({ name: "restatement_needs_consent", type: "boolean", default: false }) restatementNeedsConsent!: boolean;
  /** Whose approval exclusions take. */
  @Column({ name: "exclusions_approved_by", type: "text", default: "both" }) exclusionsApprovedBy!: Approver;
}
