import { Column, Entity, PrimaryColumn } from "typeorm";

/** A code of a measure or KPI of one's own, and whose it is; nil: the house. */
@Entity("own_code")
export class OwnCode {
  @PrimaryColumn({ type: "text" }) code!: string;
  @Column("uuid", { name: "owner_id" }) ownerId!: string;
}
