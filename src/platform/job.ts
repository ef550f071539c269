import { InvalidHandlers, JobDefinedTwice } from "./job.errors";

/** What a job carries: ids and small words, never rows. Handlers read the rows themselves, so they see the latest. */
export type JobPayload = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** A name and the type of what it carries; made once, beside its handler, by {@link defineJob}. */
export interface Job<P extends JobPayload = JobPayload> {
  readonly name: string;
  /** For the compiler only: ties payloads to the name. */
  readonly payload?: P;
}

/** What a handler knows about this delivery of its job. Every job can be delivered again: make effects repeatable. */
export interface JobContext {
  /** 1 at first, then 2, 3 … */
  readonly attempt: number;
  readonly isLastAttempt: boolean;
  readonly now: Date;
  /** Aborted when the process is told to stop: long work ends between two transactions and throws JobInterrupted. */
  readonly signal: AbortSignal;
}

export type JobWork<P extends JobPayload> = (payload: P, context: JobContext) => Promise<unknown>;

export interface JobHandler {
  readonly job: Job;
  readonly work: JobWork<JobPayload>;
  readonly givenUp?: JobGivenUp<JobPayload>;
}

/** Told when a job will not be tried again, also when it was given up because it kept killing its workers. */
export type JobGivenUp<P extends JobPayload> = (payload: P, error: Error) => Promise<void>;

const defined = new Map<string, Job>();

/**
 * Names a job. A second definition of a name is refused.
 *
 * ```ts
 * export const settleStale = defineJob<{ reason: "ingest" | "timer" }>("settle-stale");
 * ```
 */
export function defineJob<P extends JobPayload>(name: string): Job<P> {
  if (defined.has(name)) throw new JobDefinedTwice(name);
  const job: Job<P> = { name };
  defined.set(name, job);
  return job;
}

/** Every job defined by the code loaded so far. */
export const definedJobs = (): readonly Job[] => [...defined.values()];

/** Says what runs when the job is delivered. */
export const handle = <P extends JobPayload>(job: Job<P>, work: JobWork<P>, givenUp?: JobGivenUp<P>): JobHandler => ({
  job: job,
  work: work as unknown as JobWork<JobPayload>,
  givenUp: givenUp as JobGivenUp<JobPayload> | undefined,
});

/** The handlers by job name; refuses unless each of the jobs has exactly one, and nothing else has any. */
export function handlersByName(
  jobs: readonly Job[],
  handlers: readonly JobHandler[],
): ReadonlyMap<string, JobWork<JobPayload>> {
  const count = (name: string): number => handlers.filter((one) => one.job.name === name).length;
  const known = new Set(jobs.map((job) => job.name));
  const problems = [
    ...[...known].filter((name) => count(name) === 0).map((name) => `"${name}" has no handler`),
    ...[...known].filter((name) => count(name) > 1).map((name) => `"${name}" has ${count(name)} handlers`),
    ...handlers.filter((one) => !known.has(one.job.name)).map((one) => `"${one.job.name}" is not a job of this worker`),
  ];
  if (problems.length > 0) throw new InvalidHandlers(problems);
  return new Map(handlers.map((one) => [one.job.name, one.work]));
}
