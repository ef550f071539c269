import { defineJob, type JobHandler } from "../platform/job";
import { handleRun } from "../platform/job-run.jobs";
import type { JobRunRef } from "../platform/job-run.service";
import type { JobRunner } from "../platform/job-runner";
import type { PackageService } from "./package.service";

/** Compiles the package of one review; its run can be looked at. */
export const compilePackage = defineJob<JobRunRef>("compile-package");

/** Payload of the run. */
export interface CompileRun {
  readonly reviewId: string;
}

export const compilePackageHandler = (runner: JobRunner, packages: PackageService): JobHandler =>
  handleRun(compilePackage, runner, async (tx, run, { now, progress }) => {
    await progress(0, 1);
    const { reviewId } = run.payload as CompileRun;
    const order = { clientId: run.clientId, reviewId, compiledBy: run.requestedBy };
    const made = await packages.compile(tx, order, now);
    return { packageId: made.id, version: made.version };
  });
