import type { BoundExpression } from "../kpis/bound-expression";
import { formulaOf, measuresOf } from "../kpis/kpi-formula.rules";
import type { KpiInUse } from "../kpis/kpi-definition";
import { CLIENT_WIDE_CONTRACTS } from "../people/client-wide.queries";
import { affected, type Tx } from "../platform/database";
import { NIL_ID } from "../shared/ids";
import type { Stream } from "../shared/stream";
import { kpisInUse } from "./kpis-in-use.queries";
import type { DayKey } from "./touched-day.queries";

/**
 * A level (backlog, headcount) is all that came in less all that went out ever since: a fact of an earlier day alters it
 * in every later period. Marks those of the contract that have results, when a KPI in use looks at levels of the stream;
 * closed ones for their drift: months and longer ones however late the fact, days and weeks soon after it.
 */
export async function markLaterPeriods(tx: Tx, clientId: string, days: readonly DayKey[]): Promise<void> {
  if (days.length === 0) return;
  const streams = streamsOfLevels(await kpisInUse(tx, clientId));
  const flows = days.filter(({ stream }) => streams.has(stream));
  if (flows.length === 0) return;
  await affected(tx, MARK_LATER, [clientId, flows.map((one) => one.serviceId), flows.map((one) => one.day)]);
}

/** The streams of which some formula looks at a level. */
export function streamsOfLevels(kpis: readonly KpiInUse[]): ReadonlySet<Stream> {
  const levels = kpis.map(formulaOf).flatMap(({ numerator, denominator, sample }) => {
    return [numerator, ...(denominator ? [denominator] : []), sample].flatMap(closingsIn);
  });
  return new Set(levels.flatMap((one) => measuresOf(one)).map(({ measure }) => measure.stream));
}

function closingsIn(formula: BoundExpression): BoundExpression[] {
  switch (formula.kind) {
    case "closing":
      return [formula];
    case "negation":
      return closingsIn(formula.of);
    case "operation":
      return [...closingsIn(formula.left), ...closingsIn(formula.right)];
    default:
      return [];
  }
}

/** Closed days and weeks that a flow alters: each is computed like a month, and nobody looks at single ones of long ago. */
const DAYS_THAT_DRIFT = 62;

const MARK_LATER = `
  with changed as (
    select s.contract_id, t.day
      from unnest($2::uuid[], $3::date[]) as t(service_id, day)
      join service s on s.client_id = $1 and s.id = t.service_id
     union
    select wide.id, t.day from unnest($3::date[]) as t(day) cross join (${CLIENT_WIDE_CONTRACTS}) as wide),
  first as (select contract_id, min(day) as day from changed group by contract_id)
  insert into touched_period (client_id, contract_id, period_kind, period_from)
  select $1, r.contract_id, r.period_kind, r.period_from
    from (select contract_id, period_kind, period_from from scorecard where client_id = $1 and state = 'provisional'
          union
          select contract_id, period_kind, period_from from objective_result
           where client_id = $1 and state = 'provisional'
          union
          select c.contract_id, c.period_kind, c.period_from
            from first f join period_closing c on c.client_id = $1 and c.contract_id = f.contract_id
             and (c.period_kind in ('month', 'quarter', 'year') or c.period_from <= f.day + ${DAYS_THAT_DRIFT})) r
    join first on first.contract_id = r.contract_id and r.period_from > first.day`;

/** Of each kind of period. */
const LENGTHS = `('day', interval '1 day'), ('week', interval '1 week'), ('month', interval '1 month'),
  ('quarter', interval '3 months'), ('year', interval '1 year')`;

/**
 * Where an assignment carries figures over, a period without facts of its own shows the one before: marks the periods that
 * follow those of the days, if they have results and some assignment of their contract carries; closed ones for their drift.
 */
export const markCarryingPeriods = (tx: Tx, clientId: string, days: readonly DayKey[]): Promise<number> =>
  affected(tx, MARK_CARRYING, [clientId, days.map((one) => one.serviceId), days.map((one) => one.day), NIL_ID]);

const MARK_CARRYING = `
  with following as (
    select distinct s.contract_id, k.kind, (date_trunc(k.kind, t.day::timestamp) + k.length)::date as "from"
      from unnest($2::uuid[], $3::date[]) as t(service_id, day)
      join service s on s.client_id = $1 and s.id = t.service_id
     cross join (values ${LENGTHS}) as k(kind, length)
     where exists (
       select from kpi_assignment a
        where a.client_id in ($1, $4) and a.on_missing = 'carry' and a.superseded_at is null
          and (a.contract_id is null or a.contract_id = s.contract_id)))
  insert into touched_period (client_id, contract_id, period_kind, period_from)
  select $1, f.contract_id, f.kind, f."from" from following f
   where exists (
     select from scorecard c
      where c.client_id = $1 and c.contract_id = f.contract_id and c.period_kind = f.kind and c.period_from = f."from")`;

/**
 * Objectives that are judged over n periods together: marks the n − 1 that follow those of the days, of the kind that they
 * are measured by, if the objective has results in them; closed ones for their drift. Versions believed no longer count,
 * too: closed periods may rest on them.
 */
export const markRollingPeriods = (tx: Tx, clientId: string, days: readonly DayKey[]): Promise<number> =>
  affected(tx, MARK_ROLLING, [clientId, days.map((one) => one.serviceId), days.map((one) => one.day)]);

const MARK_ROLLING = `
  with rolling as materialized (
    select o.id, o.contract_id, o.service_id, v.measured_by as kind, max(v.rolling) as periods
      from objective_version v join objective o on o.client_id = v.client_id and o.id = v.objective_id
     where v.client_id = $1 and v.rolling > 1
     group by o.id, o.contract_id, o.service_id, v.measured_by),
  following as (
    select distinct r.id, r.contract_id, r.kind,
           (date_trunc(r.kind, t.day::timestamp) + ahead * k.length)::date as "from"
      from unnest($2::uuid[], $3::date[]) as t(service_id, day)
      join service s on s.client_id = $1 and s.id = t.service_id
      join rolling r on r.contract_id = s.contract_id and (r.service_id is null or r.service_id = s.id)
      join (values ${LENGTHS}) as k(kind, length) on k.kind = r.kind
     cross join lateral generate_series(1, r.periods - 1) as ahead)
  insert into touched_period (client_id, contract_id, period_kind, period_from)
  select distinct $1::uuid, f.contract_id, f.kind, f."from" from following f
   where exists (
     select from objective_result o
      where o.client_id = $1 and o.objective_id = f.id and o.period_kind = f.kind and o.period_from = f."from")`;
