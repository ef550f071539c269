import { forecastsOfDaySql, STAFF_KNOWN } from "./forecast-actuals.rules";
import { within, type StreamDays } from "./stream-days.rules";

const ofTouchedDay = forecastsOfDaySql({ clientId: "$1", serviceId: "t.service_id", day: "t.day" });

/** Every day with a forecast, for the facts behind a figure: narrowed by client, service and day before it is worked out. */
const COMPARED = `
  (select f.* from (select distinct client_id, service_id, day from forecast) t
    cross join lateral (${forecastsOfDaySql({ clientId: "t.client_id", serviceId: "t.service_id", day: "t.day" })}) f)`;

const nearest = (
  [pick, sign]: readonly ["max" | "min", "<" | ">"],
  [table, column, more]: readonly [string, string, string],
): string => `
  (select ${pick}(w.${column}) from ${table} w
    where w.client_id = $1 and w.service_id = t.service_id and w.${column} ${sign} t.day${more})`;

const OFFERED = ["contact", "offered_day", ""] as const;
const VOLUMES = ["volume", "day", ""] as const;
const STAFF = ["work_time", "day", ` and ${STAFF_KNOWN}`] as const;
const [BEFORE, AFTER] = [["max", "<"] as const, ["min", ">"] as const];

/**
 * A forecast is compared with the contacts, volumes and work time of its interval, and only between the first and the last
 * that are known: so that a day of theirs touches also the days from the one known before to the one known after. Intervals
 * may cross midnight, and work time too.
 */
const FOLLOWS = `
  select distinct f.service_id, f.day
    from (select distinct case when stream = 'volume' then 'contact' else stream end as kind, service_id, day
            from claimed c
           where stream in ('contact', 'volume', 'work_time', 'forecast')
             and exists (select from forecast where client_id = $1 and service_id = c.service_id)) t
   cross join lateral (
     select case kind
              when 'contact' then least(t.day - 1, greatest(${nearest(BEFORE, OFFERED)}, ${nearest(BEFORE, VOLUMES)}))
              when 'work_time' then least(t.day - 1, ${nearest(BEFORE, STAFF)})
              else t.day - 1 end as first_day,
            case kind
              when 'contact' then greatest(t.day, least(${nearest(AFTER, OFFERED)}, ${nearest(AFTER, VOLUMES)}))
              when 'work_time' then greatest(t.day + 2, ${nearest(AFTER, STAFF)})
              else t.day end as last_day offset 0) near
   cross join lateral (
     select distinct service_id, day from forecast
      where client_id = $1 and service_id = t.service_id and day >= near.first_day and day <= near.last_day offset 0) f`;

export const FORECAST_DAYS: StreamDays = {
  places: () => [{ from: `touched t cross join lateral (${ofTouchedDay} offset 0) f`, onDay: () => "true" }],
  allDays: "select distinct service_id, day from forecast where client_id = $1 and is_locked",
  counting: () => ({
    relation: COMPARED,
    columns: "c.interval_start as occurred_at",
    near: within("day"),
    later: 0,
  }),
  follows: FOLLOWS,
};
