import { Column, Entity, PrimaryColumn } from "typeorm";

/** A person who signs in: an issuer's subject, and what that person may do here. */
@Entity("principal")
export class Principal {
  @PrimaryColumn("uuid", { name: "id" }) id!: string;
  @Column("text", { name: "issuer" }) issuer!: string;
  @Column("text", { name: "subject" }) subject!: string;
  @Column("text", { name: "kind" }) kind!: "internal" | "client";
  @Column("text", { name: "name" }) name!: string;
  @Column("uuid", { name: "person_id", nullable: true }) personId!: string | null;
  /** Clients that a client person reaches; our own people reach every one. */
  @Column("uuid", { name: "reaches", array: true, default: [] }) reaches!: string[];
  @Column("text", { name: "rights", array: true, default: [] }) rights!: string[];
}
