import { forecastsOfDaySql } from "../../measures/streams/forecast-actuals.rules";
import { rows, type Tx } from "../../platform/database";
import type { Day } from "../../shared/day";

/** An interval of a locked forecast with what really came. */
export interface ForecastInterval {
  readonly serviceId: string;
  /** The local day on which it begins. */
  readonly day: Day;
  /** Empty: every channel. */
  readonly channel: string;
  readonly from: Date;
  readonly until: Date;
  /** Hundredths of contacts. */
  readonly foreseen: number;
  readonly actual: number;
}

export interface ForecastDays {
  readonly clientId: string;
  readonly serviceIds: readonly string[];
  readonly from: Day;
  readonly until: Day;
}

/** By the same rules as the accuracy of forecasts: the locked one that was published last, where actuals are known. */
export const forecastIntervals = (tx: Tx, { clientId, serviceIds, from, until }: ForecastDays) =>
  rows<ForecastInterval>(
    tx,
    `select t.service_id as "serviceId", t.day, f.channel, f.interval_start as "from", f.interval_end as until,
            f.volume_hundredths::float8 as foreseen, f.actual_volume::float8 as actual
       from (select distinct service_id, day from forecast
              where client_id = $1 and service_id = any($2) and day >= $3 and day < $4 and is_locked) t
      cross join lateral (${OF_DAY} offset 0) f
      where f.is_volume_known and f.volume_hundredths is not null
      order by f.interval_start, t.service_id, f.channel`,
    [clientId, serviceIds, from, until],
    "forecastIntervals",
  );

const OF_DAY = forecastsOfDaySql({ clientId: "$1", serviceId: "t.service_id", day: "t.day" });
