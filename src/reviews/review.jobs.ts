import { defineJob, type JobHandler } from "../platform/job";
import { handleRun } from "../platform/job-run.jobs";
import type { JobRunRef, JobRunService } from "../platform/job-run.service";
import type { PackageService } from "./package.service";

/** Compiles the package of one review; its run can be looked at. */
export const compilePackage = defineJob<JobRunRef>("compile-package");

/** Payload of the run. */
export interface CompileRun {
  readonly reviewId: string;
}

export const compilePackageHandler = (runs: JobRunService, packages: PackageService): JobHandler =>
  handleRun(compilePackage, runs, {
    effect: async (tx, run, progress) => {
      await progress(0, 1);
      const { reviewId } = run.payload as CompileRun;
      const order = { clientId: run.clientId, reviewId, compiledBy: run.requestedBy };
      const made = await packages.compile(tx, order, new Date());
      return { packageId: made.id, version: made.version };
    },
  });
