import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../../shared/day";

/** The formula of a KPI of one's own from a day on. */
@Entity("own_kpi_version")
export class OwnKpiVersion {
  @PrimaryColumn("uuid", { name: "client_id" }) clientId!: string;
  @PrimaryColumn({ type: "text" }) code!: string;
  @PrimaryColumn({ type: "integer" }) version!: number;
  @Column({ type: "text" }) formula!: string;
  /** Formula of how many facts it rests on; null: the denominator. */
  @Column({ type: "text", nullable: true }) sample!: string | null;
  /** The version of each measure of one's own that it counts. */
  @Column({ name: "measure_versions", type: "jsonb" }) measureVersions!: Readonly<Record<string, number>>;
  @Column({ name: "valid_from", type: "date" }) validFrom!: Day;
  @Column({ name: "valid_until", type: "date", nullable: true }) validUntil!: Day | null;
  @Column({ name: "recorded_at", type: "timestamptz" }) recordedAt!: Date;
  @Column({ name: "superseded_at", type: "timestamptz", nullable: true }) supersededAt!: Date | null;
}
