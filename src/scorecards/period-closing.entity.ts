import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Json } from "../shared/canonical-hash";
import type { Day } from "../shared/day";
import type { PeriodKind } from "../shared/period";

/** A period of a contract whose figures no longer follow the facts. Written once, never changed. */
@Entity("period_closing")
export class PeriodClosing {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ name: "contract_id", type: "uuid" }) contractId!: string;
  @PrimaryColumn({ name: "period_kind", type: "text" }) periodKind!: PeriodKind;
  @PrimaryColumn({ name: "period_from", type: "date" }) periodFrom!: Day;
  @Column({ name: "period_until", type: "date" }) periodUntil!: Day;
  /** Definitions as they were believed then made its figures. */
  @Column({ name: "closed_at", type: "timestamptz" }) closedAt!: Date;
  @Column({ name: "closed_by", type: "text" }) closedBy!: string;
  /** Of the daily measures of the contract's services on the period's days. */
  @Column({ name: "inputs_fingerprint", type: "text" }) inputsFingerprint!: string;
  /** Of the scorecards and objective results. */
  @Column({ name: "results_fingerprint", type: "text" }) resultsFingerprint!: string;
  @Column({ type: "jsonb" }) watermark!: Json;
  @Column({ type: "jsonb" }) definitions!: Json;
}
