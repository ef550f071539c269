import { Column, Entity, PrimaryColumn } from "typeorm";

/** Who did what to which thing. Never changed; `clientId` nil: something of the whole house. */
@Entity("audit_record")
export class AuditRecord {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "timestamptz" }) at!: Date;
  @Column({ type: "text" }) actor!: string;
  /** `contract.created`, `objective.changed`. */
  @Column({ type: "text" }) act!: string;
  /** Kind and key of the thing: `Contract northwind/care`. */
  @Column({ type: "text" }) subject!: string;
  @Column({ type: "jsonb", nullable: true }) before!: unknown;
  @Column({ type: "jsonb", nullable: true }) after!: unknown;
  @Column({ name: "request_id", type: "text", nullable: true }) requestId!: string | null;
}
