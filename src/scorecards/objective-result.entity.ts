import { Column, Entity, PrimaryColumn } from "typeorm";
import type { ExclusionKind } from "../contracts/exclusions/exclusion.rules";
import type { MeasuredFigure } from "../kpis/figure.rules";
import type { Aims } from "../objectives/objective-terms";
import type { Day } from "../shared/day";
import type { PeriodKind } from "../shared/period";
import type { ScorecardItem } from "./scorecard.entity";

/** MET, MISSED; BELOW_MINIMUM: missed by so much that the minimum is missed, too; too little data; no data. */
export type Outcome = "met" | "missed" | "below_minimum" | "undetermined" | "not_measured";

/** An exclusion that changed a figure. */
export interface AppliedExclusion {
  readonly id: string;
  readonly code: string;
  readonly kind?: ExclusionKind;
  readonly reason: string;
  /** By how much the value changed through it, taken out after those listed before it; null: no value to compare. */
  readonly effect: string | null;
  /** What it leaves in, in a sentence; null or left out: nothing. */
  readonly note?: string | null;
}

/** A stretch of a period under terms of its own, where the contract changed within it (semantics §6). */
export interface ResultSegment {
  /** Local days `[from, until)`. */
  readonly from: Day;
  readonly until: Day;
  readonly objectiveVersion: number;
  /** Its part in the whole, 0 to 1, by volume or by time. */
  readonly share: string;
  readonly figure: MeasuredFigure;
  readonly aims: Aims;
}

/** One objective of a contract in one period. */
@Entity("objective_result")
export class ObjectiveResult {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ name: "contract_id", type: "uuid" }) contractId!: string;
  @Column({ name: "objective_id", type: "uuid" }) objectiveId!: string;
  @Column({ name: "objective_version", type: "integer" }) objectiveVersion!: number;
  @Column({ name: "period_kind", type: "text" }) periodKind!: PeriodKind;
  @Column({ name: "period_from", type: "date" }) periodFrom!: Day;
  @Column({ name: "period_until", type: "date" }) periodUntil!: Day;
  @Column({ type: "integer" }) version!: number;
  @Column({ type: "text" }) state!: "provisional" | "final" | "restated";
  @Column({ type: "text" }) outcome!: Outcome;
  @Column({ type: "numeric", nullable: true }) shortfall!: string | null;
  /** Misses left in an open period; of the whole in a closed one. Null unless the KPI counts misses (a share). */
  @Column({ name: "misses_allowed", type: "integer", nullable: true }) missesAllowed!: number | null;
  @Column({ type: "jsonb" }) item!: ScorecardItem;
  /** What it was held against. */
  @Column({ type: "jsonb" }) aims!: Aims;
  /** The figure without exclusions; null: nothing was excluded. */
  @Column({ type: "jsonb", nullable: true }) unadjusted!: MeasuredFigure | null;
  @Column({ type: "jsonb", default: [] }) exclusions!: readonly AppliedExclusion[];
  @Column({ type: "jsonb", default: [] }) segments!: readonly ResultSegment[];
  @Column({ name: "computed_at", type: "timestamptz" }) computedAt!: Date;
  @Column({ name: "recorded_at", type: "timestamptz" }) recordedAt!: Date;
  @Column({ name: "final_at", type: "timestamptz", nullable: true }) finalAt!: Date | null;
}
