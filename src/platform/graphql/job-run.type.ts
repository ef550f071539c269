import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { rows } from "../database";
import type { JobRun, JobRunError, JobRunState } from "../job-run.entity";
import { batchLoader, inOrderOf } from "./loader";
import { nodeKind, NodeType } from "./node";
import { DateTime } from "./scalars";

const JobRunStateEnum = {
  QUEUED: "queued",
  RUNNING: "running",
  SUCCEEDED: "succeeded",
  FAILED: "failed",
} as const satisfies Record<string, JobRunState>;

registerEnumType(JobRunStateEnum, {
  name: "JobRunState",
  description: "How far long work is.",
  valuesConfig: {
    QUEUED: { description: "Waits for a worker, or for another try." },
    RUNNING: { description: "A worker has it in hand." },
    SUCCEEDED: { description: "Done; its effect is in the store." },
    FAILED: { description: "Given up; `error` says why, and nothing was changed." },
  },
});

@ObjectType("JobError", { simpleResolvers: true, description: "Why long work failed." })
class JobErrorType {
  @Field(() => String, { description: "Stable code, UPPER_SNAKE_CASE." })
  code!: string;

  @Field(() => String, { description: "What went wrong, for a person." })
  message!: string;

  @Field(() => String, { nullable: true, description: "What to do about it; null where nothing can be done." })
  remedy!: string | null;
}

@ObjectType("JobRun", {
  simpleResolvers: true,
  implements: NodeType,
  description: "Long work one can look at: ask for it again through `node(id:)` until it is done.",
})
export class JobRunType extends NodeType {
  @Field(() => String, { description: "What kind of work: the name of the mutation that asked for it." })
  kind!: string;

  @Field(() => JobRunStateEnum, { description: "How far it is." })
  state!: JobRunState;

  @Field(() => Int, { description: "Steps done." })
  done!: number;

  @Field(() => Int, { nullable: true, description: "Steps in all; null while not known." })
  total!: number | null;

  @Field(() => JobErrorType, {
    nullable: true,
    description: "Why it failed, or why it is tried again; null otherwise.",
  })
  error!: JobRunError | null;

  @Field(() => DateTime, { description: "When it was asked for." })
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: "When it ended; null while it has not." })
  finishedAt!: Date | null;
}

const RUNS = `
  select client_id as "clientId", id, kind, state, payload, done, total, result, error, requested_by as "requestedBy",
         created_at as "createdAt", started_at as "startedAt", finished_at as "finishedAt"
    from job_run
   where client_id = any($1) and id = any($2)`;

const jobRunById = batchLoader<JobRun | undefined>(async (tx, viewer, ids) =>
  inOrderOf(ids, await rows<JobRun>(tx, RUNS, [viewer.clientIds, ids], "jobRunById"), (run) => run.id),
);

export const jobRunNode = nodeKind("JobRun", jobRunById);
