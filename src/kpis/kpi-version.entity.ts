import { Column, Entity, PrimaryColumn } from "typeorm";
import type { KpiDefinition } from "./kpi-definition";

/** A KPI as the catalogue defined it from one moment on. */
@Entity("kpi_version")
export class KpiVersion {
  @PrimaryColumn({ name: "kpi_code", type: "text" }) kpiCode!: string;
  @PrimaryColumn({ type: "integer" }) version!: number;
  @Column({ type: "jsonb" }) definition!: KpiDefinition;
  @Column({ name: "content_hash", type: "text" }) contentHash!: string;
  @Column({ name: "recorded_at", type: "timestamptz" }) recordedAt!: Date;
}
