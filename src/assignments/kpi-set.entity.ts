import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../shared/day";

export const WEIGHT_RULES = ["whole", "rescaled"] as const;
/** whole: the weights of the role's KPIs total 100. rescaled: whatever they total counts as the whole. */
export type WeightRule = (typeof WEIGHT_RULES)[number];

/** A level of a whole score, and how it is shown. */
export interface KpiSetLevel {
  readonly name: string;
  /** `#rrggbb` */
  readonly colour: string;
  /** The lowest score still of the level, 0 to 200. Exact decimal in text; "0" for the worst. */
  readonly from: string;
}

/** How the KPIs of a role make one score. `clientId` nil: for every client; contract and service narrow it. */
@Entity("kpi_set")
export class KpiSet {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ name: "role_code", type: "text" }) roleCode!: string;
  @Column({ name: "contract_id", type: "uuid", nullable: true }) contractId!: string | null;
  @Column({ name: "service_id", type: "uuid", nullable: true }) serviceId!: string | null;
  @Column({ type: "text" }) weights!: WeightRule;
  /** From worst to best; the first from 0. */
  @Column({ type: "jsonb" }) levels!: readonly KpiSetLevel[];
  /** In groups of fewer people, peers are shown without names. */
  @Column({ name: "anonymous_under", type: "integer" }) anonymousUnder!: number;
  @PrimaryColumn({ type: "integer" }) version!: number;
  @Column({ name: "valid_from", type: "date" }) validFrom!: Day;
  @Column({ name: "valid_until", type: "date", nullable: true }) validUntil!: Day | null;
  @Column({ name: "recorded_at", type: "timestamptz" }) recordedAt!: Date;
  @Column({ name: "superseded_at", type: "timestamptz", nullable: true }) supersededAt!: Date | null;
}
