import { Column, Entity, PrimaryColumn } from "typeorm";
import type { Stream } from "../shared/stream";

export const IMPORT_STATES = ["running", "finished", "interrupted", "refused"] as const;
/** `interrupted`: what came before the cut stays, send the file again; `refused`: nothing of it was taken in. */
export type ImportState = (typeof IMPORT_STATES)[number];

/** Something to look at, though rows were taken in. */
export interface ImportWarning {
  readonly code: string;
  readonly message: string;
}

/** Why an import was refused or interrupted. */
export interface ImportFailure {
  readonly code: string;
  readonly message: string;
  readonly remedy: string | null;
}

/** One file, upload or batch of facts that was sent to us, and what became of its rows. */
@Entity("import")
export class Import {
  @PrimaryColumn({ name: "client_id", type: "uuid" }) clientId!: string;
  @PrimaryColumn({ type: "uuid" }) id!: string;
  @Column({ type: "text" }) stream!: Stream;
  @Column({ name: "profile_code", type: "text" }) profileCode!: string;
  @Column({ name: "file_name", type: "text", nullable: true }) fileName!: string | null;
  @Column({ type: "text" }) state!: ImportState;
  @Column({ name: "rows_accepted", type: "bigint", default: 0 }) rowsAccepted!: number;
  @Column({ name: "rows_replaced", type: "bigint", default: 0 }) rowsReplaced!: number;
  @Column({ name: "rows_unchanged", type: "bigint", default: 0 }) rowsUnchanged!: number;
  @Column({ name: "rows_rejected", type: "bigint", default: 0 }) rowsRejected!: number;
  /** Rows that the profile leaves out on purpose. */
  @Column({ name: "rows_skipped", type: "bigint", default: 0 }) rowsSkipped!: number;
  @Column({ type: "jsonb", default: [] }) warnings!: ImportWarning[];
  @Column({ type: "jsonb", nullable: true }) error!: ImportFailure | null;
  /** Name of the viewer who sent it. */
  @Column({ name: "started_by", type: "text" }) startedBy!: string;
  @Column({ name: "started_at", type: "timestamptz" }) startedAt!: Date;
  @Column({ name: "finished_at", type: "timestamptz", nullable: true }) finishedAt!: Date | null;
}
