/**
 * Facts of one month, written by the database itself, always the same: everybody works every day from eight until six, and
 * whose fact it is follows from its number. Parameters: client, people, first day, end.
 */

/** Deterministic numbers from 0 until `limit`, different for each `salt`. */
const chance = (salt: number, limit: number): string => `(hashint8(n * 31 + ${salt}) & 1048575) % ${limit}`;

/** `each` facts of everybody a day, numbered; days first, as they would come in. */
const numbered = (each: number): string => `
  (select row_number() over () as n, md5('person' || i)::uuid as person_id, md5('service' || i % 60)::uuid as service_id,
          d::date as day, d::timestamp + interval '8 hours' + k * interval '${Math.floor(36_000 / each)} seconds' as at
     from generate_series($3::date, $4::date - 1, interval '1 day') as d, generate_series(0, ${each - 1}) as k,
          generate_series(0, $2::integer - 1) as i) f`;

const NO_HASH = "'00000000-0000-0000-0000-000000000000'";

export const FILL_POSITIONS = `
  insert into position (client_id, id, person_id, role_code, contract_id, service_id, team_id, version, valid_from,
    recorded_at)
  select $1, md5('position' || i)::uuid, md5('person' || i)::uuid, case when i < $3 then 'bench-agent' else 'bench-lead' end,
         $2, md5('service' || place % $4::integer)::uuid, md5('team' || place % $5::integer)::uuid, 1, '2024-01-01', '2024-01-01'
    from (select i, case when i < $3 then i else i - $3 end as place
            from generate_series(0, $3::integer + $5::integer - 1) as i) p`;

/** Twenty contacts a day. */
export const FILL_CONTACTS = `
  insert into contact (client_id, source, external_id, service_id, channel, person_id, customer_ref, reason, outcome,
    offered_at, answered_at, ended_at, wait_seconds, talk_seconds, hold_seconds, wrap_seconds, transferred, offered_day,
    answered_day, ended_day, content_hash, import_id, ingested_at)
  select $1, 'bench', 'call-' || n, service_id, 'phone', person_id, 'customer-' || n % 50000, 'bill', 'answered', at,
         at + wait * interval '1 second', at + (wait + talk) * interval '1 second', wait, talk, hold, ${chance(4, 45)},
         ${chance(5, 9)} = 0, day, day, day, ${NO_HASH}, ${NO_HASH}, at
    from (select f.*, ${chance(1, 60)} as wait, 60 + ${chance(2, 400)} as talk,
                 case when ${chance(3, 4)} = 0 then 5 + ${chance(6, 60)} else 0 end as hold
            from ${numbered(20)}) f`;

/** Two answered surveys a day. */
export const FILL_SURVEYS = `
  insert into survey (client_id, source, external_id, service_id, channel, person_id, surveyed_at, rating, resolved,
    resolved_first_contact, surveyed_day, content_hash, import_id, ingested_at)
  select $1, 'bench', 'survey-' || n, service_id, 'phone', person_id, at, 1 + ${chance(1, 5)}, ${chance(2, 5)} > 0,
         ${chance(3, 5)} > 1, day, ${NO_HASH}, ${NO_HASH}, at
    from ${numbered(2)}`;

/** One evaluation on every fourth day. */
export const FILL_EVALUATIONS = `
  insert into evaluation (client_id, source, external_id, service_id, channel, person_id, form_code, occurred_at,
    earned_millionths, applicable_millionths, auto_failed, product_errors, process_errors, other_errors, traced_errors,
    training_errors, day, content_hash, import_id, ingested_at)
  select $1, 'bench', 'evaluation-' || n, service_id, 'phone', person_id, 'form', at, (60 + ${chance(1, 41)}) * 1000000,
         100000000, ${chance(2, 50)} = 0, ${chance(3, 3)}, ${chance(4, 2)}, ${chance(5, 2)}, 0, 0, day, ${NO_HASH},
         ${NO_HASH}, at
    from ${numbered(1)}
   where ${chance(0, 4)} = 0`;

/** Four working times a day. */
export const FILL_WORK_TIMES = `
  insert into work_time (client_id, source, external_id, service_id, channel, person_id, started_at, ended_at,
    scheduled_seconds, paid_seconds, logged_seconds, available_seconds, handling_seconds, adherent_seconds,
    productive_seconds, attended_seconds, unavailable_seconds, day, content_hash, import_id, ingested_at)
  select $1, 'bench', 'work-' || n, service_id, '', person_id, at, at + interval '2 hours', 7200, 7200, 7000,
         7000 - handling, handling, 5400 + ${chance(2, 1800)}, handling + ${chance(3, 600)}, 7000, 200, day, ${NO_HASH},
         ${NO_HASH}, at
    from (select f.*, 4000 + ${chance(1, 2400)} as handling from ${numbered(4)}) f`;

/** Daily measures of the twelve months before, like those of this one. Parameter: client. */
export const FILL_EARLIER_MEASURES = `
  insert into daily_measures (client_id, stream, service_id, day, channel, person_id, sums)
  select client_id, stream, service_id, day - 31 * m, channel, person_id, sums
    from generate_series(1, 12) as m, daily_measures where client_id = $1`;
