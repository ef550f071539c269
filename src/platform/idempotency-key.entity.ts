import { Column, Entity, PrimaryColumn } from "typeorm";

/** The answer to a request that may be sent again: the same actor, operation and key get it once more. */
@Entity("idempotency_key")
export class IdempotencyKey {
  @PrimaryColumn("text", { name: "actor" }) actor!: string;
  @PrimaryColumn("text", { name: "operation" }) operation!: string;
  @PrimaryColumn("text", { name: "key" }) key!: string;
  @Column("text", { name: "request_hash" }) requestHash!: string;
  @Column("json", { name: "response" }) response!: object;
  @Column("timestamptz", { name: "created_at" }) createdAt!: Date;
}
