import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Stream } from "../shared/stream";

/** Where facts of one stream come from: a source system of a client. */
@Entity("feed")
export class Feed {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "text" }) stream!: Stream;
  @Column({ type: "text" }) source!: string;
  /** Services that it ever brought facts of. */
  @Column({ name: "service_ids", type: "uuid", array: true, default: [] }) serviceIds!: string[];
  @Column({ name: "last_import_at", type: "timestamptz", nullable: true }) lastImportAt!: Date | null;
  /** When it last brought a new or changed fact. */
  @Column({ name: "last_change_at", type: "timestamptz", nullable: true }) lastChangeAt!: Date | null;
  /** The latest instant of its facts. */
  @Column({ name: "observed_through", type: "timestamptz", nullable: true }) observedThrough!: Date | null;
  /** What a sender vouched for: all facts before this instant have been sent. */
  @Column({ name: "complete_through", type: "timestamptz", nullable: true }) completeThrough!: Date | null;
  /** Since when it is late, as far as that was announced. */
  @Column({ name: "late_since", type: "timestamptz", nullable: true }) lateSince!: Date | null;
}
