import { asynchronousChannels, channelClassSql } from "../measures/channel-class.rules";
import { rows, type Tx } from "../platform/database";
import { SlotColumns, streamsNeeded, type SlotNeeds } from "./slot-columns.rules";
import { flatSources, type AccountSource } from "./accounts.rules";
import type { StreamSums } from "./sums-book.rules";

export const PART_KINDS = ["person", "channel", "day"] as const;
/** By what a figure is taken apart. */
export type PartKind = (typeof PART_KINDS)[number];

export interface PartsRequest {
  readonly clientId: string;
  readonly by: PartKind;
  /** Accounts opened for the days of the period. */
  readonly sources: readonly AccountSource[];
  readonly needs: SlotNeeds;
}

/** What one person, channel or day contributes to an account. */
export interface PartSums extends StreamSums {
  readonly account: number;
  /** Id of the person (nil: nobody in particular), name of the channel, or day. */
  readonly part: string;
}

/**
 * The sums of accounts by person, channel or day: together they are the sums of the accounts. A part is a share in a
 * figure, not a judgement of whoever made it, so it may be taken of a queue's service level, too.
 */
export function loadParts(tx: Tx, { clientId, by, sources, needs }: PartsRequest): Promise<PartSums[]> {
  if (sources.length === 0 || needs.size === 0) return Promise.resolve([]);
  const params = [clientId, flatSources(sources), asynchronousChannels(), streamsNeeded(needs)];
  return rows<PartSums>(tx, partsSql(by, new SlotColumns(needs)), params);
}

const PART: Readonly<Record<PartKind, string>> = {
  person: "d.person_id::text",
  channel: "d.channel",
  day: "d.day::text",
};

const partsSql = (by: PartKind, columns: SlotColumns): string => `
  with source as (
    select * from jsonb_to_recordset($2)
      as s(account integer, service_id uuid, person_id uuid, everybody boolean, "from" date, until date))
  select account, part, stream, channels, null as closing, min(length) as length,
         ${columns.array((slot) => `sums[${slot}]`)} as sums
    from (select s.account, ${PART[by]} as part, d.stream, ${channelClassSql("d.stream", "d.channel", "$3")} as channels,
                 cardinality(d.sums) as length, d.sums
            from source s join daily_measures d on d.client_id = $1 and d.service_id = s.service_id
             and (s.everybody or d.person_id = s.person_id) and d.day >= s."from" and d.day < s.until
             and d.stream = any($4)) p
   group by account, part, stream, channels
   order by account, part`;
