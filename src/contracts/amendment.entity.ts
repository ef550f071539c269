import { Column, Entity, PrimaryColumn } from "typeorm";

/** A signed change of a contract. What it says is in its versions; none that is believed: it was withdrawn. */
@Entity("contract_amendment")
export class ContractAmendment {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ name: "contract_id", type: "uuid" }) contractId!: string;
  /** Unique within the contract. */
  @Column({ type: "text" }) code!: string;
}
