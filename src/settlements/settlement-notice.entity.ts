import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../shared/day";

/** A default, or a ground for termination, that arose. Raised once; withdrawn where a correction undoes it, never deleted. */
@Entity("settlement_notice")
export class SettlementNotice {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ name: "contract_id", type: "uuid" }) contractId!: string;
  @Column({ name: "settlement_id", type: "uuid" }) settlementId!: string;
  @Column({ type: "text" }) clause!: string;
  /** Document and section of the contract. */
  @Column({ type: "text" }) cites!: string;
  @Column({ name: "objective_id", type: "uuid", nullable: true }) objectiveId!: string | null;
  @Column({ name: "objective_code", type: "text" }) objectiveCode!: string;
  @Column({ type: "text" }) consequence!: "default" | "termination";
  @Column({ type: "integer" }) failures!: number;
  @Column({ type: "integer" }) within!: number;
  /** So many failures are a default. */
  @Column({ name: "failures_limit", type: "integer" }) failuresLimit!: number;
  @Column({ name: "period_from", type: "date" }) periodFrom!: Day;
  @Column({ name: "raised_at", type: "timestamptz" }) raisedAt!: Date;
  @Column({ name: "withdrawn_at", type: "timestamptz", nullable: true }) withdrawnAt!: Date | null;
  /** Name of who issued the correction; `settlement`: no correction in money was needed. */
  @Column({ name: "withdrawn_by", type: "text", nullable: true }) withdrawnBy!: string | null;
  @Column({ name: "withdrawal_reason", type: "text", nullable: true }) withdrawalReason!: string | null;
}
