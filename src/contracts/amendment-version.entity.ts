import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Day } from "../shared/day";
import type { AmendmentRule } from "./amendment-rule";

/** What is, or was, believed of an amendment. */
@Entity("contract_amendment_version")
export class AmendmentVersion {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ name: "amendment_id", type: "uuid" }) amendmentId!: string;
  @PrimaryColumn({ type: "integer" }) version!: number;
  @Column({ type: "text" }) title!: string;
  /** The document and section that hold it. */
  @Column({ type: "text" }) document!: string;
  @Column({ name: "signed_on", type: "date" }) signedOn!: Day;
  @Column({ name: "effective_from", type: "date" }) effectiveFrom!: Day;
  @Column({ type: "text" }) rule!: AmendmentRule;
  @Column({ name: "recorded_at", type: "timestamptz" }) recordedAt!: Date;
  @Column({ name: "superseded_at", type: "timestamptz", nullable: true }) supersededAt!: Date | null;
}
