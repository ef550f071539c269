import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../shared/day";

/** A KPI in use under a contract (`serviceId` null) or under one of its services, with dialect and parameters. */
@Entity("kpi_use")
export class KpiUse {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ name: "contract_id", type: "uuid" }) contractId!: string;
  @Column({ name: "service_id", type: "uuid", nullable: true }) serviceId!: string | null;
  @Column({ name: "kpi_code", type: "text" }) kpiCode!: string;
  @Column({ type: "text", nullable: true }) dialect!: string | null;
  @Column({ type: "jsonb" }) parameters!: Readonly<Record<string, number>>;
  @Column({ name: "min_sample", type: "integer", default: 0 }) minSample!: number;
  @PrimaryColumn({ type: "integer" }) version!: number;
  @Column({ name: "valid_from", type: "date" }) validFrom!: Day;
  @Column({ name: "valid_until", type: "date", nullable: true }) validUntil!: Day | null;
  @Column({ name: "recorded_at", type: "timestamptz" }) recordedAt!: Date;
  @Column({ name: "superseded_at", type: "timestamptz", nullable: true }) supersededAt!: Date | null;
}
