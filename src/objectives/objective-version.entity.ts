import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../shared/day";
import type { Baseline } from "../kpis/baseline";
import type { Parameters } from "../kpis/kpi-definition";
import type { PeriodKind } from "../shared/period";
import type { ComparisonRounding, Composite, QualitativeQuestion, VolumeRelief } from "./objective-terms";

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
  /** The level expected over time; below it often enough is a default. */
  @Column({ type: "numeric", nullable: true }) expected!: string | null;
  @Column({ type: "jsonb", nullable: true }) rounding!: ComparisonRounding | null;
  @Column({ type: "numeric", default: 1 }) weight!: string;
  /** This period and so many less one before it are judged together. */
  @Column({ type: "integer", default: 1 }) rolling!: number;
  /** Only what happens within the windows of this calendar counts. */
  @Column({ name: "calendar_id", type: "uuid", nullable: true }) calendarId!: string | null;
  /** Kinds of exclusions that are allowed; null: all. */
  @Column({ name: "exclusions_allowed", type: "jsonb", nullable: true }) exclusionsAllowed!: readonly string[] | null;
  @Column({ type: "jsonb", nullable: true }) baseline!: Baseline | null;
  @Column({ type: "jsonb", nullable: true }) composite!: Composite | null;
  @Column({ type: "jsonb", nullable: true }) question!: QualitativeQuestion | null;
  @Column({ type: "jsonb", nullable: true }) relief!: VolumeRelief | null;
  /** The change of the contract that brought it. */
  @Column({ name: "amendment_id", type: "uuid", nullable: true }) amendmentId!: string | null;
  @PrimaryColumn({ type: "integer" }) version!: number;
  @Column({ name: "valid_from", type: "date" }) validFrom!: Day;
  @Column({ name: "valid_until", type: "date", nullable: true }) validUntil!: Day | null;
  @Column({ name: "recorded_at", type: "timestamptz" }) recordedAt!: Date;
  @Column({ name: "superseded_at", type: "timestamptz", nullable: true }) supersededAt!: Date | null;
}
