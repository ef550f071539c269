import { Column, Entity, PrimaryColumn } from "typeorm";

/**
 * What was decided of a disputed evaluation: these points count instead of those that were sent, whatever its source
 * sends afterwards. The evaluation itself stays as it was sent.
 */
@Entity("evaluation_decision")
export class EvaluationDecision {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ type: "text" }) source!: string;
  @PrimaryColumn({ name: "external_id", type: "text" }) externalId!: string;
  @Column({ name: "earned_millionths", type: "bigint" }) earnedMillionths!: number;
  @Column({ name: "applicable_millionths", type: "bigint" }) applicableMillionths!: number;
  @Column({ name: "auto_failed", type: "boolean" }) autoFailed!: boolean;
  /** The latest dispute that was decided so. */
  @Column({ name: "dispute_id", type: "uuid" }) disputeId!: string;
  @Column({ name: "decided_at", type: "timestamptz" }) decidedAt!: Date;
}
