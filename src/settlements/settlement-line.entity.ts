import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../shared/day";
import type { LineKind } from "./engine/settled-period";

/** Open: nobody said anything. Disputed: held. Agreed: may flow. Invoiced: has flowed. */
export const LINE_STATES = ["open", "disputed", "agreed", "invoiced"] as const;
export type LineState = (typeof LINE_STATES)[number];

/** One amount of a settlement, as an invoicing system takes it. */
@Entity("settlement_line")
export class SettlementLine {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ name: "settlement_id", type: "uuid" }) settlementId!: string;
  @PrimaryColumn({ type: "integer" }) no!: number;
  @Column({ type: "text" }) kind!: LineKind;
  @Column({ type: "text" }) clause!: string;
  /** Document and section of the contract. */
  @Column({ type: "text" }) cites!: string;
  @Column({ name: "objective_id", type: "uuid", nullable: true }) objectiveId!: string | null;
  @Column({ name: "objective_code", type: "text", nullable: true }) objectiveCode!: string | null;
  /** Whole minor units in the client's favour; negative: in ours. */
  @Column({ type: "numeric" }) amount!: string;
  @Column({ type: "text" }) reason!: string;
  /** First day of the period that the money comes from, where it is not the settlement's. */
  @Column({ type: "date", nullable: true }) origin!: Day | null;
  /** Days it is about, where terms changed within the period; null: all of it. */
  @Column({ name: "stretch_from", type: "date", nullable: true }) stretchFrom!: Day | null;
  @Column({ name: "stretch_until", type: "date", nullable: true }) stretchUntil!: Day | null;
  @Column({ type: "text" }) state!: LineState;
  @Column({ name: "dispute_id", type: "uuid", nullable: true }) disputeId!: string | null;
  @Column({ name: "invoice_reference", type: "text", nullable: true }) invoiceReference!: string | null;
}
