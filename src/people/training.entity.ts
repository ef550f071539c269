import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../shared/day";

/** Days on which a trainer answers for what a trainee does. Service null: on every service of the contract. */
@Entity("training")
export class Training {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ name: "contract_id", type: "uuid" }) contractId!: string;
  @Column({ name: "trainer_id", type: "uuid" }) trainerId!: string;
  @Column({ name: "trainee_id", type: "uuid" }) traineeId!: string;
  @Column({ name: "service_id", type: "uuid", nullable: true }) serviceId!: string | null;
  @PrimaryColumn({ type: "integer" }) version!: number;
  @Column({ name: "valid_from", type: "date" }) validFrom!: Day;
  @Column({ name: "valid_until", type: "date", nullable: true }) validUntil!: Day | null;
  @Column({ name: "recorded_at", type: "timestamptz" }) recordedAt!: Date;
  @Column({ name: "superseded_at", type: "timestamptz", nullable: true }) supersededAt!: Date | null;
}
