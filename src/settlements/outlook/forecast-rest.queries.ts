import { rows, type Tx } from "../../platform/database";
import type { Day } from "../../shared/day";

export interface ForecastAsk {
  readonly clientId: string;
  readonly serviceIds: readonly string[];
  readonly now: Date;
  /** Local days `[from, until)`. */
  readonly from: Day;
  readonly until: Day;
}

/** Contacts that the locked forecast still expects of a service on a day. */
export interface ForecastDay {
  readonly serviceId: string;
  readonly day: Day;
  /** An exact decimal, from now on: of an interval that runs its part that is left. */
  readonly contacts: string;
}

/** Of forecasts that overlap, the locked one that was published last counts, as everywhere. */
export const forecastOfRest = (
  tx: Tx,
  { clientId, serviceIds, now, from, until }: ForecastAsk,
): Promise<ForecastDay[]> => rows<ForecastDay>(tx, SQL, [clientId, serviceIds, now, from, until], "forecastOfRest");

const SQL = `
  with locked as materialized (
    select service_id, channel, interval_start, interval_end, published_at, external_id, day, volume_hundredths
      from forecast
     where client_id = $1 and service_id = any($2) and is_locked and day >= $4 and day < $5)
  select service_id as "serviceId", day,
         round(sum(volume_hundredths * extract(epoch from interval_end - greatest(interval_start, $3))
                   / extract(epoch from interval_end - interval_start)) / 100, 4)::text as contacts
    from locked l
   where volume_hundredths is not null and interval_end > $3
     and not exists (
       select from locked o
        where o.service_id = l.service_id and o.channel = l.channel
          and o.interval_start < l.interval_end and o.interval_end > l.interval_start
          and (o.published_at, o.external_id) > (l.published_at, l.external_id))
   group by service_id, day`;
