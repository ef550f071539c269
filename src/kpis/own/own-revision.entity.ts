import { Column, Entity, PrimaryColumn } from "typeorm";

/** How often measures and KPIs of one's own have changed. One row. */
@Entity("own_revision")
export class OwnRevision {
  @PrimaryColumn({ type: "integer" }) id!: number;
  @Column({ type: "bigint" }) revision!: number;
}
