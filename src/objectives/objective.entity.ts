import { Column, Entity, PrimaryColumn } from "typeorm";
import type { ObjectiveKind } from "./objective-terms";

/** A service level objective of a contract; service null: of the contract as a whole. */
@Entity("objective")
export class Objective {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ name: "contract_id", type: "uuid" }) contractId!: string;
  @Column({ name: "service_id", type: "uuid", nullable: true }) serviceId!: string | null;
  @Column({ type: "text" }) code!: string;
  @Column({ type: "text" }) name!: string;
  @Column({ type: "text", default: "measured" }) kind!: ObjectiveKind;
  /** Document and section that promise it. */
  @Column({ type: "text" }) clause!: string;
}
