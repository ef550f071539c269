import { Column, Entity, PrimaryColumn } from "typeorm";
import type { KpiHead } from "./own-kpi.schema";

/** A KPI of one's own. Client nil: of the house, for every client. */
@Entity("own_kpi")
export class OwnKpi {
  @PrimaryColumn("uuid", { name: "client_id" }) clientId!: string;
  @PrimaryColumn({ type: "text" }) code!: string;
  @Column({ type: "jsonb" }) definition!: KpiHead;
}
