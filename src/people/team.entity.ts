import { Column, Entity, PrimaryColumn } from "typeorm";

/** People who work together under one contract. Who is in it and when stands in the positions. */
@Entity("team")
export class Team {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ name: "contract_id", type: "uuid" }) contractId!: string;
  @Column({ type: "text" }) code!: string;
  @Column({ type: "text" }) name!: string;
}
