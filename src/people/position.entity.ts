import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../shared/day";

/** A person in a role for the days `[validFrom, validUntil)`. Service null: every service; team null: in no team. */
@Entity("position")
export class Position {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ name: "person_id", type: "uuid" }) personId!: string;
  @Column({ name: "role_code", type: "text" }) roleCode!: string;
  @Column({ name: "contract_id", type: "uuid" }) contractId!: string;
  @Column({ name: "service_id", type: "uuid", nullable: true }) serviceId!: string | null;
  @Column({ name: "team_id", type: "uuid", nullable: true }) teamId!: string | null;
  @PrimaryColumn({ type: "integer" }) version!: number;
  @Column({ name: "valid_from", type: "date" }) validFrom!: Day;
  @Column({ name: "valid_until", type: "date", nullable: true }) validUntil!: Day | null;
  @Column({ name: "recorded_at", type: "timestamptz" }) recordedAt!: Date;
  @Column({ name: "superseded_at", type: "timestamptz", nullable: true }) supersededAt!: Date | null;
}
