import { Column, Entity, PrimaryColumn } from "typeorm";

/** A KPI of the catalogue. */
@Entity("kpi")
export class Kpi {
  @PrimaryColumn({ type: "text" }) code!: string;
  /** In English. */
  @Column({ type: "text" }) name!: string;
}
