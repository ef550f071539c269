import { Column, Entity, PrimaryColumn } from "typeorm";

/** What somebody vouched for: all facts of the feed before an instant have been sent. */
@Entity("feed_declaration")
export class FeedDeclaration {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ name: "feed_id", type: "uuid" }) feedId!: string;
  @Column({ name: "complete_through", type: "timestamptz" }) completeThrough!: Date;
  @Column({ name: "declared_at", type: "timestamptz" }) declaredAt!: Date;
  /** Name of the viewer. */
  @Column({ name: "declared_by", type: "text" }) declaredBy!: string;
  /** Why an earlier declaration is taken back. */
  @Column({ type: "text", nullable: true }) reason!: string | null;
}
