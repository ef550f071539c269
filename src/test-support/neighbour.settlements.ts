/** Money of June, issued and disputed, with all that people record beside it; `mark` stands in every text. */
export const settlements = (mark: string): string[] => [
  `insert into settlement (client_id, id, contract_id, period_kind, period_from, period_until, version, kind, cause, state,
     currency, terms_version, fee, credits, bonuses, held, released, returned, net, settled, basis, fingerprint, settled_at)
   select client_id, gen_random_uuid(), id, 'month', '2026-06-01', '2026-07-01', 1, 'regular', 'closing', 'proposed',
          'EUR', 1, 1, 1, 0, 0, 0, 0, 1, ${SETTLED}, ${basis(mark)}, '${mark}', now()
     from contract where client_id = $1`,
  `insert into settlement_line (client_id, settlement_id, no, kind, clause, cites, objective_id, objective_code, amount,
     reason, state)
   select s.client_id, s.id, 1, 'credit', '${mark}', '${mark}', o.id, '${mark}', 1, '${mark}', 'open'
     from settlement s cross join lateral (
       select id from objective o where o.client_id = s.client_id order by id limit 1) o where s.client_id = $1`,
  `update settlement set state = 'issued', issued_at = now(), issued_by = '${mark}' where client_id = $1`,
  `insert into settlement_event (client_id, settlement_id, ordinal, at, actor, actor_name, step, state, note)
   select client_id, id, 1, now(), '${mark}', '${mark}', 'issued', 'issued', '${mark}' from settlement where client_id = $1`,
  `insert into settlement_dispute (client_id, id, contract_id, settlement_id, state, reason, opened_by, opened_by_name,
     opened_at)
   select client_id, gen_random_uuid(), contract_id, id, 'open', '${mark}', '${mark}', '${mark}', now()
     from settlement where client_id = $1`,
  `insert into settlement_dispute_event (client_id, dispute_id, ordinal, at, actor, actor_name, step, state, note, evidence)
   select client_id, id, 1, now(), '${mark}', '${mark}', 'opened', 'open', '${mark}', '${mark}'
     from settlement_dispute where client_id = $1`,
  `insert into charge (client_id, id, contract_id, period_kind, period_from, period_until, amount, reference, note,
     recorded_by, recorded_by_name, recorded_at)
   select client_id, gen_random_uuid(), id, 'month', '2026-06-01', '2026-07-01', 1, '${mark}', '${mark}', '${mark}',
          '${mark}', now() from contract where client_id = $1`,
  `insert into incident (client_id, id, contract_id, code, title, period_kind, period_from, period_until, objective_ids,
     evidence, recorded_by, recorded_by_name, recorded_at)
   select client_id, gen_random_uuid(), contract_id, 'incident', '${mark}', 'month', '2026-06-01', '2026-07-01',
          array[id, id], '${mark}', '${mark}', '${mark}', now() from objective where client_id = $1 limit 1`,
  `insert into settlement_notice (client_id, id, contract_id, settlement_id, clause, cites, objective_code, consequence,
     failures, within, failures_limit, period_from, raised_at)
   select client_id, gen_random_uuid(), contract_id, id, '${mark}', '${mark}', '${mark}', 'default', 1, 1, 1, '2026-06-01',
          now() from settlement where client_id = $1`,
  `insert into settlement_run (client_id, contract_id, fingerprint, settled_at)
   select client_id, id, '${mark}', now() from contract where client_id = $1`,
];

const SETTLED = `'{"period": {"kind": "month", "from": "2026-06-01", "until": "2026-07-01"}, "fee": "1", "pool": "1",
  "readings": [], "outcomes": [], "steps": [], "lines": [], "holds": [], "counters": [], "ratchets": [],
  "totals": {"credits": "1", "bonuses": "0", "held": "0", "released": "0", "returned": "0", "net": "1", "points": "0"}}'`;

const basis = (mark: string): string =>
  `'{"results": [], "terms": [], "fee": "1", "chargeId": null, "incidents": [], "reportErrors": [{"reference": "${mark}", "said": "${mark}"}]}'`;
