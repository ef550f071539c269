import { Column, Entity, PrimaryColumn } from "typeorm";

/** The directory of clients: id and code only, readable before it is known whose request it is. */
@Entity("tenant")
export class Tenant {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @Column({ type: "text" }) code!: string;
}
