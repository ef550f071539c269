import { Column, Entity, PrimaryColumn } from "typeorm";

/** How a foreign file becomes facts of a stream. A change makes a version; `supersededAt` null: the one in force. */
@Entity("import_profile")
export class ImportProfile {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "text" }) code!: string;
  @Column({ type: "text" }) stream!: string;
  /** As written; read it through `importProfileSchema`. */
  @Column({ type: "jsonb" }) definition!: object;
  @PrimaryColumn({ type: "integer" }) version!: number;
  @Column({ name: "recorded_at", type: "timestamptz" }) recordedAt!: Date;
  @Column({ name: "superseded_at", type: "timestamptz", nullable: true }) supersededAt!: Date | null;
}
