import { asynchronousChannels, type ChannelClass } from "../measures/channel-class.rules";
import { rows, type Tx } from "../platform/database";
import type { Day } from "../shared/day";
import type { Stream } from "../shared/stream";
import { flatSources, type AccountSource } from "./accounts.rules";
import { SlotColumns, streamsNeeded, type SlotNeeds } from "./slot-columns.rules";
import { hasPersons, unitsSql } from "./sums.queries";

export interface LevelsRequest {
  readonly clientId: string;
  readonly sources: readonly AccountSource[];
  readonly needs: SlotNeeds;
  /** First days and ends of all windows, each once, in order. */
  readonly boundaries: readonly Day[];
}

/** Flows of an account from one boundary to the next; bucket 0: everything before the first. */
export interface LevelRow {
  readonly account: number;
  readonly bucket: number;
  readonly stream: Stream;
  readonly channels: ChannelClass;
  readonly length: number;
  readonly sums: readonly (number | null)[];
  /** Each flow times its day, counted from the first boundary. */
  readonly moments: readonly (number | null)[];
}

/**
 * The flows of all days up to the last boundary, in one statement: cost follows the days with facts of these streams
 * since the beginning, not the number of periods. Days before the first boundary come back as one row.
 */
export async function loadLevels(tx: Tx, request: LevelsRequest): Promise<LevelRow[]> {
  const { clientId, sources, needs, boundaries } = request;
  if (sources.length === 0 || needs.size === 0 || boundaries.length === 0) return [];
  const serviceIds = [...new Set(sources.map((one) => one.serviceId))];
  return rows<LevelRow>(tx, levelsSql(new SlotColumns(needs), hasPersons(sources)), [
    ...[clientId, serviceIds, boundaries[0], boundaries.at(-1), boundaries, flatSources(sources)],
    ...[asynchronousChannels(), streamsNeeded(needs)],
  ]);
}

const levelsSql = (columns: SlotColumns, byPerson: boolean): string => `
  with source as (
    select * from jsonb_to_recordset($6)
      as s(account integer, service_id uuid, person_id uuid, "from" date, until date)),
  ${unitsSql(columns, { byPerson, by: "day", measured: MEASURED_BEFORE })}
  select s.account, width_bucket(u.day, $5::date[]) as bucket, u.stream, u.channels, min(u.length) as length,
         ${columns.array((slot) => `u.s${slot}`)} as sums,
         ${columns.array((slot) => `u.s${slot} * (u.day - $3::date)`)} as moments
    from unit u join source s on s.service_id = u.service_id and s.person_id = u.person_id
     and u.day >= s."from" and u.day < s.until
   group by s.account, bucket, u.stream, u.channels`;

const MEASURED_BEFORE =
  "daily_measures where client_id = $1 and service_id = any($2) and stream = any($8) and day < $4";
