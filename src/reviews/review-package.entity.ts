import { Column, Entity, PrimaryColumn } from "typeorm";

/** The frozen material of a review. Never updated: compiling again makes the next version. */
@Entity("review_package")
export class ReviewPackage {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ name: "review_id", type: "uuid" }) reviewId!: string;
  @Column({ type: "integer" }) version!: number;
  @Column({ name: "compiled_at", type: "timestamptz" }) compiledAt!: Date;
  @Column({ name: "compiled_by", type: "text" }) compiledBy!: string;
  /** A `PackageDocument` as canonical JSON; text, so that its hash verifies to the byte. */
  @Column({ type: "text" }) document!: string;
  @Column({ name: "content_hash", type: "text" }) contentHash!: string;
  @Column({ type: "text" }) html!: string;
  @Column({ name: "html_hash", type: "text" }) htmlHash!: string;
}
