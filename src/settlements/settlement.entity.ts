import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Outcome } from "../scorecards/objective-result.entity";
import type { Day } from "../shared/day";
import type { PeriodKind } from "../shared/period";
import type { SettledPeriod } from "./engine/settled-period";

export const SETTLEMENT_STATES = ["proposed", "issued", "disputed", "agreed", "invoiced"] as const;
export type SettlementState = (typeof SETTLEMENT_STATES)[number];

/** The settlement of a period, or what a later correction of it adds. */
export type SettlementKind = "regular" | "correction";

/** What made it: the closing of its period; a change of what it is based on; the decision of a dispute. */
export type SettlementCause = "closing" | "basis" | "dispute";

/** The result of an objective that money was worked out from. */
export interface ResultBehind {
  readonly objectiveId: string;
  readonly code: string;
  readonly id: string;
  readonly version: number;
  readonly outcome: Outcome;
  /** In the KPI's unit; null: there is none. */
  readonly value: string | null;
  /** For people: `96.5 % (193 of 200)`. */
  readonly shown: string;
}

/** Everything besides the terms that a settlement follows from. */
export interface SettlementBasis {
  readonly results: readonly ResultBehind[];
  /** Versions of the settlement terms that applied, in the order of their days. */
  readonly terms: readonly { readonly version: number; readonly share: string }[];
  /** Minor units, and who charged it: the contract's terms, or a recorded charge. */
  readonly fee: string;
  readonly chargeId: string | null;
  readonly incidents: readonly { readonly code: string; readonly chosen: string | null }[];
  /** Restatements of the period: their ids, and when and why, for people. */
  readonly reportErrors: readonly { readonly reference: string; readonly said: string }[];
}

/** What is another in the basis of a correction. */
export interface BasisChange {
  readonly kind: "result" | "fee" | "terms" | "incident" | "report_error" | "earlier_period";
  /** Code of the objective or incident; `fee`; `terms`; reference of the restatement; the period, `2026-01`. */
  readonly subject: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What a closed period of a contract comes to in money. */
@Entity("settlement")
export class Settlement {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ name: "contract_id", type: "uuid" }) contractId!: string;
  @Column({ name: "period_kind", type: "text" }) periodKind!: PeriodKind;
  @Column({ name: "period_from", type: "date" }) periodFrom!: Day;
  @Column({ name: "period_until", type: "date" }) periodUntil!: Day;
  @Column({ type: "integer" }) version!: number;
  @Column({ type: "text" }) kind!: SettlementKind;
  @Column({ type: "text" }) cause!: SettlementCause;
  @Column({ type: "text" }) state!: SettlementState;
  @Column({ type: "text" }) currency!: string;
  @Column({ name: "terms_version", type: "integer" }) termsVersion!: number;
  @Column({ name: "amendment_id", type: "uuid", nullable: true }) amendmentId!: string | null;
  /** Minor units; so are the other amounts. */
  @Column({ type: "numeric" }) fee!: string;
  @Column({ type: "numeric" }) credits!: string;
  @Column({ type: "numeric" }) bonuses!: string;
  /** Withheld in this period; let go, and taken back in it. */
  @Column({ type: "numeric" }) held!: string;
  @Column({ type: "numeric" }) released!: string;
  @Column({ type: "numeric" }) returned!: string;
  /** Sum of its lines, in the client's favour. */
  @Column({ type: "numeric" }) net!: string;
  /** Of a correction: the period as it is worked out now, not the difference. */
  @Column({ type: "jsonb" }) settled!: SettledPeriod;
  @Column({ type: "jsonb" }) basis!: SettlementBasis;
  @Column({ type: "jsonb", default: [] }) changes!: readonly BasisChange[];
  @Column({ type: "text", nullable: true }) reason!: string | null;
  /** Of what it says and follows from. */
  @Column({ type: "text" }) fingerprint!: string;
  /** Of everything that it and all periods before it follow from: the same means that it need not be settled again. */
  @Column({ type: "text", default: "" }) chain!: string;
  /** What it and the periods before it each followed from, by their names: tells which of them changed since. */
  @Column({ name: "followed_from", type: "jsonb", default: {} }) followedFrom!: Readonly<Record<string, string>>;
  @Column({ name: "settled_at", type: "timestamptz" }) settledAt!: Date;
  @Column({ name: "issued_at", type: "timestamptz", nullable: true }) issuedAt!: Date | null;
  @Column({ name: "issued_by", type: "text", nullable: true }) issuedBy!: string | null;
  @Column({ name: "agreed_at", type: "timestamptz", nullable: true }) agreedAt!: Date | null;
  @Column({ name: "agreed_by", type: "text", nullable: true }) agreedBy!: string | null;
  @Column({ name: "invoiced_at", type: "timestamptz", nullable: true }) invoicedAt!: Date | null;
  @Column({ name: "invoiced_by", type: "text", nullable: true }) invoicedBy!: string | null;
  @Column({ name: "invoice_reference", type: "text", nullable: true }) invoiceReference!: string | null;
}
