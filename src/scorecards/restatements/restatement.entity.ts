import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../../shared/day";
import type { PeriodKind } from "../../shared/period";
import type { ChangedResult, Consequences } from "./restatement-changes";

/** Proposed: waits for the client's consent. Applied: its figures are in force. */
export type RestatementState = "proposed" | "applied" | "declined" | "withdrawn";

/** Definitions as they were believed when the period was closed, or as they are believed now. */
export type RestatementBasis = "as_closed" | "as_now";

/** A correction of final figures of one period of a contract: who, when, why, from what to what, and what follows. */
@Entity("restatement")
export class Restatement {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ name: "contract_id", type: "uuid" }) contractId!: string;
  @Column({ name: "period_kind", type: "text" }) periodKind!: PeriodKind;
  @Column({ name: "period_from", type: "date" }) periodFrom!: Day;
  @Column({ name: "period_until", type: "date" }) periodUntil!: Day;
  @Column({ type: "text" }) state!: RestatementState;
  @Column({ type: "text" }) basis!: RestatementBasis;
  /** Definitions as they were believed then made the new figures; null: not applied. */
  @Column({ name: "believed_at", type: "timestamptz", nullable: true }) believedAt!: Date | null;
  @Column({ type: "text" }) reason!: string;
  /** Where the evidence is; a reference, not the file. */
  @Column({ type: "text", nullable: true }) evidence!: string | null;
  @Column({ name: "needs_consent", type: "boolean" }) needsConsent!: boolean;
  @Column({ name: "proposed_by", type: "text" }) proposedBy!: string;
  /** Principal or API key. */
  @Column({ name: "proposer_id", type: "text" }) proposerId!: string;
  @Column({ name: "proposed_at", type: "timestamptz" }) proposedAt!: Date;
  /** Who consented, declined or withdrew it; null where nobody had to. */
  @Column({ name: "decided_by", type: "text", nullable: true }) decidedBy!: string | null;
  @Column({ name: "decided_at", type: "timestamptz", nullable: true }) decidedAt!: Date | null;
  @Column({ name: "decision_note", type: "text", nullable: true }) decisionNote!: string | null;
  @Column({ name: "applied_at", type: "timestamptz", nullable: true }) appliedAt!: Date | null;
  /** How many it is about. */
  @Column({ type: "integer" }) scorecards!: number;
  @Column({ name: "objective_results", type: "integer" }) objectiveResults!: number;
  @Column({ type: "integer" }) figures!: number;
  /** Every result with its old and new figures. */
  @Column({ type: "jsonb" }) changes!: readonly ChangedResult[];
  /** Of the changes: the client consents to these and no others. */
  @Column({ name: "changes_hash", type: "text" }) changesHash!: string;
  /** What follows from it, as it was when it was applied. */
  @Column({ type: "jsonb", nullable: true }) consequences!: Consequences | null;
}
