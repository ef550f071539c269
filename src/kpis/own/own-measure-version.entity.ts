import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../../shared/day";
import type { MeasureTerms } from "./own-measure.schema";

/** What a measure of one's own counts from a day on. */
@Entity("own_measure_version")
export class OwnMeasureVersion {
  @PrimaryColumn("uuid", { name: "client_id" }) clientId!: string;
  @PrimaryColumn({ type: "text" }) code!: string;
  @PrimaryColumn({ type: "integer" }) version!: number;
  @Column({ type: "jsonb" }) definition!: MeasureTerms;
  @Column({ name: "valid_from", type: "date" }) validFrom!: Day;
  @Column({ name: "valid_until", type: "date", nullable: true }) validUntil!: Day | null;
  @Column({ name: "recorded_at", type: "timestamptz" }) recordedAt!: Date;
  @Column({ name: "superseded_at", type: "timestamptz", nullable: true }) supersededAt!: Date | null;
}
