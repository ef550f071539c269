import { affected, type Tx } from "../platform/database";

/** So many days back, every belief is kept; earlier, the last of each day. */
const EXACT_DAYS = 7;
const DAY_MS = 86_400_000;

/** Keeps what was believed of provisional figures from growing without end. */
export class PastResultService {
  /**
   * Of what a provisional row said, and no longer says for more than seven days: keeps the first, and the last of each UTC
   * day. What is kept then counts until the next that is kept. Final figures have versions, which are never thinned.
   * Running it again does nothing. Returns how many rows went.
   */
  thin(tx: Tx, clientId: string, now: Date): Promise<number> {
    return affected(tx, THIN, [clientId, new Date(now.getTime() - EXACT_DAYS * DAY_MS)]);
  }
}

const THIN = `
  with old as (
    select row_id, recorded_at, superseded_at,
           row_number() over chain = 1
             or lead(recorded_at) over (partition by row_id, (recorded_at at time zone 'UTC')::date order by recorded_at)
                  is null as is_kept
      from past_result where client_id = $1 and superseded_at < $2
    window chain as (partition by row_id order by recorded_at)),
  grouped as (select *, count(*) filter (where is_kept) over (partition by row_id order by recorded_at) as run from old),
  extended as (
    update past_result p set superseded_at = g.until
      from (select row_id, min(recorded_at) as recorded_at, max(superseded_at) as until from grouped
             group by row_id, run having count(*) > 1) g
     where p.client_id = $1 and p.row_id = g.row_id and p.recorded_at = g.recorded_at)
  delete from past_result p using grouped g
   where p.client_id = $1 and not g.is_kept and p.row_id = g.row_id and p.recorded_at = g.recorded_at`;
