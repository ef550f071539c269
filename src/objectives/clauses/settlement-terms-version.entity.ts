import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../../shared/day";
import type { SettlementTerms } from "./settlement-terms";

/** What a contract says about money for the days `[validFrom, validUntil)`. */
@Entity("settlement_terms")
export class SettlementTermsVersion {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ name: "contract_id", type: "uuid" }) contractId!: string;
  @Column({ type: "jsonb" }) terms!: SettlementTerms;
  /** The change of the contract that brought it. */
  @Column({ name: "amendment_id", type: "uuid", nullable: true }) amendmentId!: string | null;
  @PrimaryColumn({ type: "integer" }) version!: number;
  @Column({ name: "valid_from", type: "date" }) validFrom!: Day;
  @Column({ name: "valid_until", type: "date", nullable: true }) validUntil!: Day | null;
  @Column({ name: "recorded_at", type: "timestamptz" }) recordedAt!: Date;
  @Column({ name: "superseded_at", type: "timestamptz", nullable: true }) supersededAt!: Date | null;
}
