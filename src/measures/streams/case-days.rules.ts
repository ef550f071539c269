import { AGES, agesOnSql, countsLaterSql, momentDaysSql, nextOpenedSql } from "../../kpis/case-days.rules";
import type { Parameters } from "../../kpis/kpi-definition";
import type { Attribution } from "../../kpis/measure-definition";
import type { FactPlace } from "../fact-place";
import { within, type Content, type CountingFacts, type StreamDays } from "./stream-days.rules";

/** Attributions that are a moment of the case, on its own day. */
const MOMENTS: readonly Attribution[] = [
  ...["opened", "reopened", "responded", "solution", "turnaround", "resolved", "closed", "unanswered_ended"],
  ...["due", "due_business_day", "due_24h"],
];

/** Attributions that come repeatDays after a moment. */
const LATER: Readonly<Record<Attribution, string>> = {
  closed_later: "f.moment = 'closed'",
  resolved_later: "f.moment = 'resolved'",
};

/** Attributions that are a case's getting old enough: when it opens, or later; of those that are opened, or not answered. */
const AGED: Readonly<Record<Attribution, string>> = {
  aged: "f.moment in ('opened', 'reopened')",
  unanswered_aged: "f.moment = 'opened'",
};

const ageOf = (parameters: Parameters): number =>
  AGES.map((name) => parameters[name]).find((one) => one !== undefined) ?? 0;

const onItsDay: FactPlace = {
  from: "touched t join case_moment f on f.client_id = $1 and f.service_id = t.service_id and f.day = t.day",
  onDay: ({ measure: { attribution }, parameters }) => {
    if (MOMENTS.includes(attribution)) return `f.moment = '${attribution}'`;
    const aged = AGED[attribution];
    return aged ? `${aged} and f.opened_day + ${ageOf(parameters)} <= f.day` : null;
  },
};

/**
 * Closings and first resolutions, repeatDays later. Cases of their customers are put in line once: looking for each next
 * one apart would read all cases of the client each time, where a table has just grown.
 */
const afterDays = (repeats: readonly number[]): FactPlace => ({
  from: `(
    with later as materialized (
      select t.service_id as on_service, t.day as on_day, t.days, m.*
        from (select service_id, day, days from touched, unnest(array[${repeats.join(", ")}]) as days) t
       cross join lateral (
         select m.* from case_moment m
          where m.client_id = $1 and m.service_id = t.service_id and m.day = t.day - t.days and ${countsLaterSql("m")}
         offset 0) m),
    line as materialized (
      select n.source, n.external_id, lead(n.opened_at) over (
               partition by n.customer_ref, n.reason order by n.opened_at, n.source, n.external_id) as next_opened_at
        from case_record n
       where n.client_id = $1 and n.customer_ref = any (array(select distinct customer_ref from later)))
    select later.*, line.next_opened_at
      from later left join line on line.source = later.source and line.external_id = later.external_id) f
    cross join lateral (select f.on_service as service_id, f.on_day as day, f.days) t`,
  onDay: ({ measure: { attribution }, parameters }) => {
    const moment = LATER[attribution];
    return moment ? `${moment} and t.days = ${parameters.repeatDays}` : null;
  },
});

/** Cases that are as old as counted on the day, having been opened before. */
const grownOld = (ages: readonly number[]): FactPlace => ({
  from: `(select service_id, day, day - days as opened, days
            from touched, unnest(array[${ages.join(", ")}]) as days) t
    join case_moment f on f.client_id = $1 and f.service_id = t.service_id and f.opened_day = t.opened
     and ${agesOnSql("f", "t.day")}`,
  onDay: ({ measure: { attribution }, parameters }) => {
    const aged = AGED[attribution];
    return aged ? `${aged} and t.days = ${ageOf(parameters)}` : null;
  },
});

function casePlaces(content: Content): FactPlace[] {
  const repeats = valuesIn(content, LATER, ({ repeatDays = 0 }) => repeatDays);
  const ages = valuesIn(content, AGED, ageOf);
  return [onItsDay, ...(repeats.length > 0 ? [afterDays(repeats)] : []), ...(ages.length > 0 ? [grownOld(ages)] : [])];
}

function valuesIn(content: Content, of: object, value: (parameters: Parameters) => number): number[] {
  const some = content.flatMap((one) => (one && one.measure.attribution in of ? [value(one.parameters)] : []));
  return [...new Set(some)].sort((a, b) => a - b);
}

const ofMoment = (condition: string): string => `(select f.* from case_moment f where ${condition})`;

function momentsCounting(attribution: Attribution, parameters: Parameters): CountingFacts {
  const { repeatDays = 0 } = parameters;
  const later = LATER[attribution];
  if (later)
    return {
      relation: `(select m.client_id, m.source, m.external_id, m.service_id, m.channel, m.person_id, m.import_id, m.occurred_at,
          m.day + ${repeatDays} as day, m.is_first, m.customer_ref, m.reason, m.priority, m.contacts, m.agent_interactions,
          m.reopenings, m.first_reopened_at, m.resolvable_first_contact, m.day as ended, ${nextOpenedSql("m")} as next_opened_at
          from case_moment m where ${later.replaceAll("f.", "m.")} and ${countsLaterSql("m")})`,
      columns: null,
      near: within("ended"),
      later: repeatDays,
    };
  const aged = AGED[attribution];
  if (aged)
    return {
      relation: ofMoment(aged),
      columns: null,
      near: within("day"),
      later: 0,
    };
  if (!MOMENTS.includes(attribution)) throw new Error(`Cases do not count by "${attribution}".`);
  return { relation: ofMoment(`f.moment = '${attribution}'`), columns: null, near: within("day"), later: 0 };
}

export const CASE_DAYS: StreamDays = {
  places: casePlaces,
  counting: momentsCounting,
  allDays: momentDaysSql("(select * from case_moment where client_id = $1)"),
};
