import { asynchronousChannels, channelClassSql } from "../measures/channel-class.rules";
import { rows, type Tx } from "../platform/database";
import { NIL_ID } from "../shared/ids";
import { EVERYBODY, flatSources } from "./accounts.rules";
import { SlotColumns, streamsNeeded } from "./slot-columns.rules";
import { hull, type SumsRequest, type SumsRow } from "./sums.queries";

/** Sums of one person within an account and span. */
export interface PersonSumsRow extends SumsRow {
  readonly personId: string;
}

/** As `loadSums`, apart for each person who did anything; what nobody in particular did is left out. */
export async function loadPersonSums(tx: Tx, request: SumsRequest): Promise<PersonSumsRow[]> {
  const { clientId, sources, needs } = request;
  const spans = request.spans.filter(({ from, until }) => from < until);
  if (spans.length === 0 || sources.length === 0 || needs.size === 0) return [];
  const { from, until } = hull(spans);
  const serviceIds = [...new Set(sources.map((one) => one.serviceId))];
  return rows<PersonSumsRow>(tx, personSumsSql(new SlotColumns(needs)), [
    ...[clientId, serviceIds, from, until, JSON.stringify(spans), flatSources(sources)],
    ...[asynchronousChannels(), streamsNeeded(needs)],
  ]);
}

const personSumsSql = (columns: SlotColumns): string => `
  with span_day as materialized (
    select s.no, d::date as day
      from jsonb_to_recordset($5) as s(no integer, "from" date, until date),
           generate_series(s."from", s.until - 1, interval '1 day') as d),
  source as (
    select * from jsonb_to_recordset($6)
      as s(account integer, service_id uuid, person_id uuid, "from" date, until date)),
  unit_day as materialized (
    select service_id, person_id, stream, day, channels,
           min(cardinality(sums)) as length${columns.aggregated((slot) => `sums[${slot}]`)}
      from (select service_id, person_id, stream, day, sums, ${channelClassSql("stream", "channel", "$7")} as channels
              from daily_measures
             where client_id = $1 and service_id = any($2) and stream = any($8) and person_id <> '${NIL_ID}'
               and day >= $3 and day < $4) d
     group by service_id, person_id, stream, day, channels)
  select p.no, s.account, u.person_id as "personId", u.stream, u.channels, null as closing, min(u.length) as length,
         ${columns.array((slot) => `u.s${slot}`)} as sums
    from unit_day u cross join lateral (values (u.person_id), ('${EVERYBODY}'::uuid)) as k(person_id)
    join source s on s.service_id = u.service_id and s.person_id = k.person_id
     and u.day >= s."from" and u.day < s.until
    join span_day p on p.day = u.day
   group by p.no, s.account, u.person_id, u.stream, u.channels`;
