/** The columns that are written of a late fact. */
export const LATE_COLUMNS =
  "client_id, contract_id, stream, source, external_id, service_id, person_id, day, change, import_id, at";

/**
 * SQL of common table expressions that end with `closed`: those rows of `place` (a common table expression with
 * `contract_id` and `day`) whose day a closed period of client $1 holds. Periods are worked out first, so that the
 * server may hash by equal columns: a batch looks at a month of days among hundreds of closings.
 */
export const CLOSED_PLACES = `
  wanted as materialized (
    select d.contract_id, d.day, k.kind, date_trunc(k.kind, d.day::timestamp)::date as "from"
      from (select distinct contract_id, day from place) d
     cross join unnest(array['day', 'week', 'month', 'quarter', 'year']) as k(kind)),
  closed_day as materialized (
    select distinct w.contract_id, w.day from wanted w
      join period_closing c on c.client_id = $1 and c.contract_id = w.contract_id and c.period_kind = w.kind
       and c.period_from = w."from"),
  closed as (select p.* from place p join closed_day d on d.contract_id = p.contract_id and d.day = p.day)`;
