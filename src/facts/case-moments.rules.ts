/**
 * SQL that writes the moments of the cases `r` that meet a condition: what happened when, on which local day, to whom it
 * belongs, and how long it took. The table in README.md says what each moment is. $1: client.
 *
 * Spans are whole, without waiting for the customer, or without any pause; working time is that of the calendar of the
 * service, counted here once and kept: a calendar that changes later does not alter what was counted.
 */
export const momentsSql = (which: string): string => `
  with c as materialized (
    select r.*, z.time_zone, z.calendar_id, (r.opened_at at time zone z.time_zone)::date as opened_day,
           coalesce(r.earlier_resolved_at[1], r.resolved_at) as first_resolved_at,
           r.customer_pauses + r.other_pauses as pauses
      from case_record r
      join service_calendar z on z.client_id = r.client_id and z.service_id = r.service_id
     where ${which}),
  stretch as materialized (${STRETCHES}),
  m as (${MOMENTS.join(" union all ")}),
  timed as (
    select m.*, c.calendar_id, c.customer_pauses, c.pauses,
           case when m.spent_since is not null then tstzmultirange(tstzrange(m.spent_since, m.occurred_at)) end as whole,
           case when m.spent_since >= ${EARLIEST} then tstzmultirange(tstzrange(m.spent_since, m.occurred_at)) end as countable
      from m join c using (source, external_id))
  insert into case_moment (client_id, source, external_id, ordinal, moment, service_id, channel, person_id, occurred_at,
    day, opened_at, opened_day, until_day, since_day, answered_day, is_first, is_last, is_met, calendar_seconds,
    business_seconds, calendar_worked_seconds, business_worked_seconds, calendar_whole_seconds, business_whole_seconds,
    customer_ref, reason, priority, resolved_at, first_reopened_at, reopenings, due_at, escalations, contacts,
    agent_interactions, within_target, resolvable_first_contact, import_id)
  select c.client_id, c.source, c.external_id,
         row_number() over (partition by c.source, c.external_id order by t.moment, t.rank), t.moment, c.service_id,
         c.channel, t.person_id, t.occurred_at, ${local("t.occurred_at")}, c.opened_at, c.opened_day,
         ${local("t.until_at")}, ${local("t.since_at")}, ${local("t.answered_at")}, t.is_first, t.is_last, t.is_met,
         s.calendar_customer, s.business_customer,
         case when s.is_plain then s.calendar_customer else calendar_in(t.whole - t.pauses) end,
         case when s.is_plain then s.business_customer else business_in(c.client_id, c.calendar_id, t.countable - t.pauses) end,
         s.calendar_whole, s.business_whole,
         c.customer_ref, c.reason, c.priority, c.resolved_at, c.reopened_at[1], cardinality(c.reopened_at), c.due_at,
         c.escalations, c.contacts, c.agent_interactions, c.within_target, c.resolvable_first_contact, c.import_id
    from timed t
    join c using (source, external_id)
   cross join lateral (${SECONDS}) s`;

/** Calendars are not laid out before: what is older has no working time. */
const EARLIEST = "'2000-01-01 00:00+00'::timestamptz";

const local = (instant: string): string => `(${instant} at time zone c.time_zone)::date`;

/** Times in which a case was not resolved; the last one ends when it is. */
const STRETCHES = `
  select c.source, c.external_id, s.started_at, s.ended_at, s.rank::integer as rank,
         s.rank > cardinality(c.reopened_at) as is_last
    from c cross join lateral unnest(
      array_prepend(c.opened_at, c.reopened_at), array_append(c.earlier_resolved_at, c.resolved_at))
      with ordinality as s(started_at, ended_at, rank)`;

interface Moment {
  readonly moment: string;
  readonly from: string;
  readonly at: string;
  readonly only?: string;
  readonly person?: string;
  readonly rank?: string;
  readonly spentSince?: string;
  readonly untilAt?: string;
  readonly sinceAt?: string;
  readonly answeredAt?: string;
  readonly isFirst?: string;
  readonly isLast?: string;
  readonly isMet?: string;
}

const NOBODY = "null::uuid";
const NEVER = "null::timestamptz";

function momentSql(one: Moment): string {
  const { moment, from, at, only = "true", person = NOBODY, rank = "1", spentSince = NEVER } = one;
  const { untilAt = NEVER, sinceAt = NEVER, answeredAt = NEVER } = one;
  const { isFirst = "false", isLast = "false", isMet = "false" } = one;
  return `
    select c.source, c.external_id, '${moment}' as moment, ${rank} as rank, ${person} as person_id, ${at} as occurred_at,
           ${spentSince} as spent_since, ${untilAt} as until_at, ${sinceAt} as since_at, ${answeredAt} as answered_at,
           ${isFirst} as is_first, ${isLast} as is_last, coalesce(${isMet}, false) as is_met
      from ${from} where ${at} is not null and ${only}`;
}

/** To whom the case was assigned at an instant; who owns it where that is not known. */
const holderAt = (instant: string): string => `coalesce((
  select (a.one ->> 'person')::uuid from jsonb_array_elements(c.assignments) with ordinality as a(one, rank)
   where (a.one ->> 'assigned')::timestamptz <= ${instant}
   order by (a.one ->> 'assigned')::timestamptz desc, a.rank desc limit 1), c.person_id)`;

const STRETCHED = "stretch s join c using (source, external_id)";
const CLOSED = "coalesce(c.closed_at, c.resolved_at)";
/** Of no reply, whoever has the case. */
const REPLIER_AT = "coalesce(c.first_response_at, 'infinity')";
const BUSINESS_DEADLINE = `case when c.opened_at >= ${EARLIEST} then business_day_end(c.client_id, c.calendar_id, c.opened_at) end`;
/** A case that was resolved and tells of no reply comes from a system that keeps none: nobody knows whether it was in time. */
const REPLIES_KNOWN = "(c.first_response_at is not null or c.first_resolved_at is null)";
const DAY_DEADLINE = "c.opened_at + interval '24 hours'";
const ANSWERED = "least(c.first_response_at, c.first_resolved_at)";

const MOMENTS: readonly string[] = (
  [
    {
      moment: "opened",
      from: STRETCHED,
      only: "s.rank = 1",
      at: "s.started_at",
      untilAt: "s.ended_at",
      answeredAt: ANSWERED,
    },
    {
      moment: "reopened",
      from: STRETCHED,
      only: "s.rank > 1",
      at: "s.started_at",
      rank: "s.rank",
      untilAt: "s.ended_at",
    },
    {
      moment: "resolved",
      from: STRETCHED,
      at: "s.ended_at",
      rank: "s.rank",
      person: `case when s.is_last then coalesce(c.person_id, ${holderAt("s.ended_at")}) else ${holderAt("s.ended_at")} end`,
      spentSince: "case when s.is_last then c.opened_at end",
      sinceAt: "s.started_at",
      isFirst: "s.rank = 1",
      isLast: "s.is_last",
    },
    { moment: "unanswered_ended", from: "c", at: ANSWERED },
    {
      moment: "responded",
      from: "c",
      at: "c.first_response_at",
      person: holderAt("c.first_response_at"),
      spentSince: "c.opened_at",
    },
    {
      moment: "solution",
      from: "c",
      at: "c.first_solution_at",
      person: holderAt("c.first_solution_at"),
      spentSince: "c.opened_at",
    },
    {
      moment: "turnaround",
      from: "c cross join lateral jsonb_array_elements(c.assignments) with ordinality as a(one, rank)",
      at: "(a.one ->> 'responded')::timestamptz",
      rank: "a.rank::integer",
      person: "(a.one ->> 'person')::uuid",
      spentSince: "(a.one ->> 'assigned')::timestamptz",
    },
    { moment: "closed", from: "c", at: CLOSED, person: `coalesce(c.person_id, ${holderAt(CLOSED)})` },
    { moment: "due", from: "c", at: "c.due_at", isMet: "c.resolved_at <= c.due_at" },
    {
      moment: "due_business_day",
      from: "c",
      only: REPLIES_KNOWN,
      at: BUSINESS_DEADLINE,
      person: holderAt(REPLIER_AT),
      isMet: `c.first_response_at <= ${BUSINESS_DEADLINE}`,
    },
    {
      moment: "due_24h",
      from: "c",
      only: REPLIES_KNOWN,
      at: DAY_DEADLINE,
      person: holderAt(REPLIER_AT),
      isMet: `c.first_response_at <= ${DAY_DEADLINE}`,
    },
  ] as readonly Moment[]
).map(momentSql);

/** Most cases never wait: what is the same is counted once. */
const SECONDS = `
  select t.whole * t.pauses = '{}' as is_plain, calendar_in(t.whole) as calendar_whole, w.business_whole,
         case when t.whole * t.customer_pauses = '{}' then calendar_in(t.whole)
              else calendar_in(t.whole - t.customer_pauses) end as calendar_customer,
         case when t.whole * t.customer_pauses = '{}' then w.business_whole
              else business_in(c.client_id, c.calendar_id, t.countable - t.customer_pauses) end as business_customer
    from (select business_in(c.client_id, c.calendar_id, t.countable) as business_whole offset 0) w`;
