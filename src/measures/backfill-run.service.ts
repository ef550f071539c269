import { affected, rows, type Tx } from "../platform/database";
import type { JobRunService } from "../platform/job-run.service";
import type { Stream } from "../shared/stream";

/** The kind of the runs that show how far a back-fill is. The settle does the work. */
export const BACK_FILL = "back-fill";

/** Days of a stream that are computed again, because a measure in use is new to them. */
export interface BackfillDue {
  readonly stream: Stream;
  /** The slot that every row must reach. */
  readonly slot: number;
  readonly days: number;
}

interface RunningBackfill {
  readonly id: string;
  readonly stream: Stream;
  readonly slot: number;
  readonly total: number;
  readonly done: number;
}

/** Shows back-fills as job runs: how many days there are to compute, and how many are done. */
export class BackfillRunService {
  constructor(private readonly runs: JobRunService) {}

  /** Notes that days were put on the log, in the transaction that did. */
  async begin(tx: Tx, clientId: string, due: readonly BackfillDue[], now: Date): Promise<void> {
    for (const { stream, slot, days } of due) {
      const order = { clientId, kind: BACK_FILL, payload: { stream, slot }, requestedBy: "settle" };
      const { id } = await this.runs.request(tx, order, now);
      await this.runs.markRunning(tx, { clientId, runId: id }, now);
      await this.runs.markProgress(tx, { clientId, runId: id }, 0, days);
    }
  }

  /** Brings the client's running back-fills up to date; answers whether any is left. */
  async follow(tx: Tx, clientId: string, now: Date): Promise<boolean> {
    const running = await rows<RunningBackfill>(tx, RUNNING, [clientId, BACK_FILL]);
    let isAnyLeft = false;
    for (const { id, stream, slot, total } of running) {
      const [found] = await rows<{ left: number }>(tx, LEFT, [clientId, stream, slot]);
      const left = found?.left ?? 0;
      const ref = { clientId, runId: id };
      if (left === 0) await this.runs.markSucceeded(tx, ref, { stream, days: total }, now);
      else await affected(tx, DONE, [clientId, id, Math.max(0, total - left)]);
      isAnyLeft ||= left > 0;
    }
    return isAnyLeft;
  }
}

const RUNNING = `
  select id, payload ->> 'stream' as stream, (payload ->> 'slot')::integer as slot, coalesce(total, 0) as total, done
    from job_run where client_id = $1 and kind = $2 and state = 'running' order by id`;

/** Found by the index on the rows' length: the fewer are left, the quicker. */
const LEFT = `
  select count(*) as left from (
    select distinct service_id, day from daily_measures
     where client_id = $1 and stream = $2 and cardinality(sums) < $3) short`;

/** Never backwards, though days with new facts may come in between. */
const DONE = `update job_run set done = greatest(done, $3) where client_id = $1 and id = $2`;
