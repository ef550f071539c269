import { Column, Entity, PrimaryColumn } from "typeorm";

/** A key by which another system signs in. Its secret is shown once, and only its hash is kept. */
@Entity("api_key")
export class ApiKey {
  @PrimaryColumn("uuid", { name: "id" }) id!: string;
  @Column("text", { name: "name" }) name!: string;
  @Column("text", { name: "secret_hash" }) secretHash!: string;
  @Column("uuid", { name: "reaches", array: true }) reaches!: string[];
  @Column("text", { name: "scopes", array: true }) scopes!: string[];
  @Column("timestamptz", { name: "created_at" }) createdAt!: Date;
  @Column("timestamptz", { name: "expires_at", nullable: true }) expiresAt!: Date | null;
  @Column("timestamptz", { name: "revoked_at", nullable: true }) revokedAt!: Date | null;
}
