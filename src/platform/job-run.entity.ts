import { Column, Entity, PrimaryColumn } from "typeorm";

export type JobRunState = "queued" | "running" | "succeeded" | "failed";

/** What people read when a run failed, or why it is being tried again. */
export interface JobRunError {
  readonly code: string;
  readonly message: string;
  readonly remedy?: string;
}

/** Long work that someone asked for and can look at. Client NIL_ID: work for the whole house. */
@Entity("job_run")
export class JobRun {
  @PrimaryColumn("uuid", { name: "client_id" }) clientId!: string;
  @PrimaryColumn("uuid", { name: "id" }) id!: string;
  /** The name of the job that does it. */
  @Column("text", { name: "kind" }) kind!: string;
  @Column("text", { name: "state" }) state!: JobRunState;
  @Column("jsonb", { name: "payload" }) payload!: object;
  /** Steps done so far, of `total` where that is known. */
  @Column("integer", { name: "done", default: 0 }) done!: number;
  @Column("integer", { name: "total", nullable: true }) total!: number | null;
  @Column("jsonb", { name: "result", nullable: true }) result!: object | null;
  @Column("jsonb", { name: "error", nullable: true }) error!: JobRunError | null;
  /** Id of the viewer who asked. */
  @Column("text", { name: "requested_by" }) requestedBy!: string;
  @Column("timestamptz", { name: "created_at" }) createdAt!: Date;
  @Column("timestamptz", { name: "started_at", nullable: true }) startedAt!: Date | null;
  @Column("timestamptz", { name: "finished_at", nullable: true }) finishedAt!: Date | null;
}
