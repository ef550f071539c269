import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Approver, ExclusionKind, ExclusionState, Side } from "./exclusion.rules";

/** Something that is not to count, from one instant until before another, as the parties agreed. */
@Entity("exclusion")
export class Exclusion {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ name: "contract_id", type: "uuid" }) contractId!: string;
  /** Unique within the contract. */
  @Column({ type: "text" }) code!: string;
  @Column({ type: "text" }) kind!: ExclusionKind;
  @Column({ type: "text" }) reason!: string;
  /** Where the evidence is; references, not the files. */
  @Column({ type: "text", array: true }) evidence!: string[];
  @Column({ name: "from_at", type: "timestamptz" }) fromAt!: Date;
  @Column({ name: "until_at", type: "timestamptz" }) untilAt!: Date;
  /** Empty: all of the contract. */
  @Column({ name: "service_ids", type: "uuid", array: true }) serviceIds!: string[];
  /** Empty: all. */
  @Column({ type: "text", array: true }) channels!: string[];
  /** Empty: all that allow its kind. */
  @Column({ name: "objective_ids", type: "uuid", array: true }) objectiveIds!: string[];
  /** Whose approval it takes, as the contract said when it was requested. */
  @Column({ name: "approval_by", type: "text" }) approvalBy!: Approver;
  @Column({ type: "text" }) state!: ExclusionState;
  /** Principal or API key. */
  @Column({ name: "requested_by", type: "text" }) requestedBy!: string;
  @Column({ name: "requested_by_name", type: "text" }) requestedByName!: string;
  @Column({ name: "requested_side", type: "text" }) requestedSide!: Side;
  @Column({ name: "requested_at", type: "timestamptz" }) requestedAt!: Date;
  /** Since when it counts: all approvals were there. */
  @Column({ name: "approved_at", type: "timestamptz", nullable: true }) approvedAt!: Date | null;
  /** Since when it counts no longer. */
  @Column({ name: "revoked_at", type: "timestamptz", nullable: true }) revokedAt!: Date | null;
}
