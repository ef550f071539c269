import { Column, Entity, PrimaryColumn } from "typeorm";

/** A company that outsources its customer service to us. */
@Entity("client")
export class Client {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @Column({ type: "text" }) code!: string;
  @Column({ type: "text" }) name!: string;
  @Column({ type: "text", nullable: true }) industry!: string | null;
}
