import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../shared/day";
import type { Parameters } from "../kpis/kpi-definition";
import type { PeriodKind } from "../shared/period";

/** What an objective demands for the days `[validFrom, validUntil)`. */
@Entity("objective_version")
export class ObjectiveVersion {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ name: "objective_id", type: "uuid" }) objectiveId!: string;
  @Column({ name: "kpi_code", type: "text" }) kpiCode!: string;
  @Column({ type: "text", nullable: true }) dialect!: string | null;
  @Column({ type: "jsonb" }) parameters!: Parameters;
  /** In the KPI's unit: a ratio for shares (0.8), seconds for times. Exact decimal in text. */
  @Column({ type: "numeric" }) target!: string;
  @Column({ type: "numeric", nullable: true }) minimum!: string | null;
  @Column({ name: "measured_by", type: "text" }) measuredBy!: PeriodKind;
  @Column({ name: "min_sample", type: "integer", default: 0 }) minSample!: number;
  @PrimaryColumn({ type: "integer" }) version!: number;
  @Column({ name: "valid_from", type: "date" }) validFrom!: Day;
  @Column({ name: "valid_until", type: "date", nullable: true }) validUntil!: Day | null;
  @Column({ name: "recorded_at", type: "timestamptz" }) recordedAt!: Date;
  @Column({ name: "superseded_at", type: "timestamptz", nullable: true }) supersededAt!: Date | null;
}
