import { Column, Entity, PrimaryColumn } from "typeorm";

/** Working time under a contract; what the windows are stands in its versions. */
@Entity("calendar")
export class Calendar {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "text" }) code!: string;
  @Column({ type: "text" }) name!: string;
}
