/** SQL of which day of which service is asked for. */
interface DayAsked {
  readonly clientId: string;
  readonly serviceId: string;
  readonly day: string;
}

/** SQL of how many seconds work time `w` was there for customers; null: that is not known. `work_time_staff_idx` has it. */
export const STAFF_KNOWN = "coalesce(w.available_seconds + w.handling_seconds, w.logged_seconds) is not null";

/**
 * SQL of the forecasts that count on one day, each with what became of its interval:
 * | column               | is                                                                                       |
 * | seconds              | how long the interval is                                                                 |
 * | actual_volume        | contacts offered in it and volumes that lie in it, of its channel                        |
 * | is_volume_known      | it is neither before the first nor after the last contact or volume of the service       |
 * | day_error_hundredths | on the first such interval of a channel: |forecast − actual| of the day; else null       |
 * | staffed_seconds      | available and handling time that falls in it (logged time where they are not known)      |
 * | logged_seconds       | logged time that falls in it (available and handling time where it is not known)         |
 * | is_staff_known       | it is neither before the first nor after the last such work time of the service          |
 * Nothing is in the full joins that is not chosen; they keep the planner, which takes a day for a row, from nested loops.
 * Of forecasts that overlap, only the locked one that was published last counts. A forecast without a channel is of all of
 * them; facts without a channel belong to a forecast with one where no other channel has a forecast that day.
 */
export const forecastsOfDaySql = (asked: DayAsked): string => `
  with latest as materialized (${latestSql(asked)}),
  chosen as materialized (${chosenSql(asked)}),
  span as materialized (
    select max(end_day) as end_day, min(interval_start) as "start",
           bool_or(volume_hundredths is not null) as has_volume, bool_or(required_hundredths is not null) as has_staff
      from chosen),
  arrived as materialized (${arrivedSql(asked)}),
  actual as materialized (${ACTUAL}),
  worked as materialized (${workedSql(asked)}),
  staff as materialized (
    select c.at, sum(${within("w.staffed")})::bigint as staffed, sum(${within("w.logged")})::bigint as logged
      from chosen c
      join worked w on w.started_at < c.interval_end and w.ended_at > c.interval_start and ${belongs("w", "c")}
     group by c.at),
  volume_known as materialized (${volumeKnownSql(asked)}),
  staff_known as materialized (${staffKnownSql(asked)}),
  compared as (
    select c.*, extract(epoch from c.interval_end - c.interval_start)::bigint as seconds,
           coalesce(a.contacts, 0) as actual_volume,
           coalesce(s.staffed, 0) as staffed_seconds, coalesce(s.logged, 0) as logged_seconds,
           coalesce(v.first_day <= c.day and c.interval_start <= v.last_at, false) as is_volume_known,
           coalesce(t.first_day <= c.day and c.interval_start < t.last_at, false) as is_staff_known
      from chosen c
      full join actual a on a.at = c.at
      full join staff s on s.at = c.at
      cross join volume_known v
      cross join staff_known t)
  select c.*, case when is_volume_known and volume_hundredths is not null
                    and row_number() over (partition by channel, is_volume_known and volume_hundredths is not null
                                            order by at) = 1
              then abs(sum(volume_hundredths - 100 * actual_volume)
                       filter (where is_volume_known and volume_hundredths is not null) over (partition by channel))::bigint
              end as day_error_hundredths
    from compared c`;

/** Of the same interval, the locked forecast that was published last; also of the neighbours that reach into the day. */
const latestSql = ({ clientId, serviceId, day }: DayAsked): string => `
  select distinct on (channel, interval_start, interval_end) f.*
    from forecast f
   where client_id = ${clientId} and service_id = ${serviceId} and is_locked
     and day >= ${day} - 1 and day <= ${day} + 1 and end_day >= ${day}
   order by channel, interval_start, interval_end, published_at desc, external_id desc, source desc`;

/** Intervals may be cut in another way by a later publication. Only those that overlap are compared with others. */
const chosenSql = ({ day }: DayAsked): string => `
  select l.*, row_number() over (order by interval_start, interval_end, channel) as at,
         min(channel) over () = max(channel) over () as is_only_channel
    from (select *, coalesce(max(interval_end) over before_it > interval_start, false)
                    or coalesce(lead(interval_start) over in_order < interval_end, false) as overlaps
            from latest
          window in_order as (partition by channel order by interval_start, interval_end),
                 before_it as (in_order rows between unbounded preceding and 1 preceding)) l
   where l.day = ${day}
     and (not l.overlaps or not exists (
       select from latest o
        where o.channel = l.channel and o.interval_start < l.interval_end and o.interval_end > l.interval_start
          and (o.published_at, o.external_id, o.source) > (l.published_at, l.external_id, l.source)))`;

function minuteSql(instant: string): string {
  return `floor(extract(epoch from ${instant}) / 60)::integer`;
}

/** Contacts by the minute of their offer, and volumes. */
const arrivedSql = ({ clientId, serviceId, day }: DayAsked): string => `
  select channel, minute, minute + 1 as end_minute, count(*) as contacts
    from (select c.channel, ${minuteSql("c.offered_at")} as minute
            from contact c
           where c.client_id = ${clientId} and c.service_id = ${serviceId} and (select has_volume from span)
             and c.offered_day >= ${day} and c.offered_day <= (select end_day from span)) c
   group by channel, minute
  union all
  select v.channel, ${minuteSql("v.interval_start")}, ${minuteSql("v.interval_end")}, v.offered
    from volume v
   where v.client_id = ${clientId} and v.service_id = ${serviceId} and (select has_volume from span)
     and v.day >= ${day} and v.day <= (select end_day from span)`;

/** By minutes, which are equal or not: comparing each interval with each contact would take days. */
const ACTUAL = `
  select m.at, sum(a.contacts)::bigint as contacts
    from (select c.at, c.channel, c.is_only_channel, ${minuteSql("c.interval_end")} as end_minute,
                 generate_series(${minuteSql("c.interval_start")}, ${minuteSql("c.interval_end")} - 1) as minute
            from chosen c) m
    join arrived a on a.minute = m.minute and a.end_minute <= m.end_minute and ${belongs("a", "m")}
   group by m.at`;

/** Time of everybody who worked the same hours; at most a day, so that it began two days before at the earliest. */
const workedSql = ({ clientId, serviceId, day }: DayAsked): string => `
  select w.channel, w.started_at, w.ended_at,
         sum(coalesce(w.available_seconds + w.handling_seconds, w.logged_seconds)) as staffed,
         sum(coalesce(w.logged_seconds, w.available_seconds + w.handling_seconds)) as logged
    from work_time w
   where w.client_id = ${clientId} and w.service_id = ${serviceId} and (select has_staff from span) and ${STAFF_KNOWN}
     and w.day >= ${day} - 2 and w.day <= (select end_day from span) and w.ended_at > (select "start" from span)
   group by w.channel, w.started_at, w.ended_at`;

function belongs(fact: string, forecast: string): string {
  return `(${forecast}.channel = '' or ${fact}.channel = ${forecast}.channel
    or (${fact}.channel = '' and ${forecast}.is_only_channel))`;
}

/**
 * Whole seconds of work `w` that fall into the interval `c`, as if they were spread evenly: what is done by its end less what
 * is done by its start, each rounded down, so that intervals side by side add up to the whole.
 */
const within = (seconds: string): string => {
  const done = (by: string): string =>
    `div(${seconds} * ${milliseconds(`${by} - w.started_at`)}, ${milliseconds("w.ended_at - w.started_at")})`;
  return `${done("least(c.interval_end, w.ended_at)")} - ${done("greatest(c.interval_start, w.started_at)")}`;
};

const milliseconds = (length: string): string => `round(extract(epoch from ${length}) * 1000)`;

/** From which day on, and until which instant, it is known how many contacts came. */
const volumeKnownSql = ({ clientId, serviceId, day }: DayAsked): string => {
  const contacts = `from contact k where k.client_id = ${clientId} and k.service_id = ${serviceId}`;
  const volumes = `from volume k where k.client_id = ${clientId} and k.service_id = ${serviceId}`;
  return `
    select d.first_day,
           case when d.last_day > ${day} then 'infinity'
                else greatest((select max(k.offered_at) ${contacts} and k.offered_day = ${day}),
                              (select max(k.interval_end) - interval '1 microsecond'
                                 ${volumes} and k.day >= ${day} - 1 and k.day <= ${day})) end as last_at
      from (select least((select min(k.offered_day) ${contacts}), (select min(k.day) ${volumes})) as first_day,
                   greatest((select max(k.offered_day) ${contacts}), (select max(k.day) ${volumes})) as last_day
            offset 0) d`;
};

const staffKnownSql = ({ clientId, serviceId, day }: DayAsked): string => {
  const work = `from work_time w where w.client_id = ${clientId} and w.service_id = ${serviceId} and ${STAFF_KNOWN}`;
  return `
    select d.first_day,
           case when d.last_day > ${day} then 'infinity'
                else (select max(w.ended_at) ${work} and w.day >= ${day} - 2 and w.day <= ${day}) end as last_at
      from (select (select min(w.day) ${work}) as first_day, (select max(w.day) ${work}) as last_day offset 0) d`;
};
