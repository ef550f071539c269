import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../shared/day";
import type { Parameters } from "../kpis/kpi-definition";
import type { Baseline } from "../kpis/baseline";
import type { Gate, OnMissing, ScoringScheme } from "./scoring-scheme";

/** A KPI that a role answers for. `clientId` nil: for every client; contract and service narrow it. */
@Entity("kpi_assignment")
export class KpiAssignment {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ name: "role_code", type: "text" }) roleCode!: string;
  @Column({ name: "contract_id", type: "uuid", nullable: true }) contractId!: string | null;
  @Column({ name: "service_id", type: "uuid", nullable: true }) serviceId!: string | null;
  @Column({ name: "kpi_code", type: "text" }) kpiCode!: string;
  @Column({ type: "text", nullable: true }) dialect!: string | null;
  @Column({ type: "jsonb" }) parameters!: Parameters;
  /** 0 to 100; 0 shows the KPI without scoring it. Exact decimal in text. */
  @Column({ type: "numeric" }) weight!: string;
  /** In the KPI's unit; null: the target of the contract's objective for this KPI, or none. */
  @Column({ type: "numeric", nullable: true }) target!: string | null;
  @Column({ name: "min_sample", type: "integer", default: 0 }) minSample!: number;
  @Column({ type: "jsonb", default: { kind: "attainment" } }) scheme!: ScoringScheme;
  @Column({ name: "on_missing", type: "text", default: "renormalise" }) onMissing!: OnMissing;
  @Column({ type: "jsonb", nullable: true }) gate!: Gate | null;
  /** What `target` was worked out from; null for an absolute one. */
  @Column({ type: "jsonb", nullable: true }) baseline!: Baseline | null;
  @PrimaryColumn({ type: "integer" }) version!: number;
  @Column({ name: "valid_from", type: "date" }) validFrom!: Day;
  @Column({ name: "valid_until", type: "date", nullable: true }) validUntil!: Day | null;
  @Column({ name: "recorded_at", type: "timestamptz" }) recordedAt!: Date;
  @Column({ name: "superseded_at", type: "timestamptz", nullable: true }) supersededAt!: Date | null;
}
