import { Column, Entity, PrimaryColumn } from "typeorm";

/** One line of work under a contract. Time zone and calendar null: those of the contract. */
@Entity("service")
export class Service {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ name: "contract_id", type: "uuid" }) contractId!: string;
  @Column({ type: "text" }) code!: string;
  @Column({ type: "text" }) name!: string;
  @Column({ type: "text", array: true }) channels!: string[];
  @Column({ name: "time_zone", type: "text", nullable: true }) timeZone!: string | null;
  @Column({ name: "calendar_id", type: "uuid", nullable: true }) calendarId!: string | null;
}
