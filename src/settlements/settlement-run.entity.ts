import { Column, Entity, PrimaryColumn } from "typeorm";

/** What a contract's settlements were last worked out from. */
@Entity("settlement_run")
export class SettlementRun {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ name: "contract_id", type: "uuid" }) contractId!: string;
  /** Of everything that may change a settlement of the contract. */
  @Column({ type: "text" }) fingerprint!: string;
  @Column({ name: "settled_at", type: "timestamptz" }) settledAt!: Date;
}
