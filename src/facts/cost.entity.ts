import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../shared/day";

/** An amount of money that a service cost, or got back. A later copy replaces the earlier. */
@Entity("cost")
export class Cost {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ type: "text" }) source!: string;
  @PrimaryColumn({ name: "external_id", type: "text" }) externalId!: string;
  @Column({ name: "service_id", type: "uuid" }) serviceId!: string;
  /** `''`: none in particular. */
  @Column({ type: "text" }) channel!: string;
  /** Null: nobody in particular. */
  @Column({ name: "person_id", type: "uuid", nullable: true }) personId!: string | null;
  @Column({ type: "text", nullable: true }) category!: string | null;
  /** What it is a cost of: `contact`, `case`, `hour` or `all`. */
  @Column({ name: "unit_kind", type: "text" }) unitKind!: string;
  /** Minor units of the contract's currency; below zero: a credit. */
  @Column({ name: "amount_minor", type: "bigint" }) amountMinor!: number;
  /** As it was sent, in `currency`. */
  @Column({ name: "amount_given", type: "numeric" }) amountGiven!: string;
  @Column({ type: "text" }) currency!: string;
  @Column({ name: "exchange_rate", type: "numeric", nullable: true }) exchangeRate!: string | null;
  @Column({ name: "rate_date", type: "date", nullable: true }) rateDate!: Day | null;
  /** Midnight of the day in the service's zone. */
  @Column({ name: "occurred_at", type: "timestamptz" }) occurredAt!: Date;
  /** Local day in the service's zone. */
  @Column({ type: "date" }) day!: Day;
  @Column({ name: "content_hash", type: "uuid" }) contentHash!: string;
  /** The import that brought this copy. */
  @Column({ name: "import_id", type: "uuid" }) importId!: string;
  @Column({ name: "ingested_at", type: "timestamptz" }) ingestedAt!: Date;
}
