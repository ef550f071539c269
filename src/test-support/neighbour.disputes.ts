/** Values and assessments that people entered and disputes, about things that the settled house has; `mark` stands in every text. */
export const valuesAndDisputes = (mark: string): string[] => [
  `insert into dispute (client_id, id, contract_id, about, subject_kind, subject_id, kpi_code, dialect, parameters,
     period_kind, period_from, period_until, state, reason, original, opened_by, opened_by_name, opened_at)
   select client_id, gen_random_uuid(), id, 'item', 'contract', id, 'SERVICE_LEVEL', 'SL-A', '{}', 'month', '2026-06-01',
          '2026-07-01', 'open', '${mark}', ${ORIGINAL}, '${mark}', '${mark}', now()
     from contract where client_id = $1`,
  `insert into dispute_event (client_id, dispute_id, ordinal, at, actor, actor_name, step, state, note, evidence)
   select client_id, id, 1, now(), '${mark}', '${mark}', 'opened', 'open', '${mark}', '${mark}'
     from dispute where client_id = $1`,
  `insert into manual_value (client_id, id, contract_id, subject_kind, subject_id, kpi_code, dialect, parameters,
     period_kind, period_from, period_until, value, sample, author, author_name, reason, attachment, recorded_at)
   select client_id, gen_random_uuid(), id, 'contract', id, 'SERVICE_LEVEL', 'SL-A', '{"thresholdSeconds": 1}', 'month',
          '2026-06-01', '2026-07-01', 0.5, 0, '${mark}', '${mark}', '${mark}', '${mark}', now()
     from contract where client_id = $1`,
  `insert into assessment (client_id, id, contract_id, objective_id, period_kind, period_from, period_until, points,
     scale_from, scale_to, side, assessor, assessor_name, note, evidence, recorded_at)
   select client_id, gen_random_uuid(), contract_id, id, 'month', '2026-06-01', '2026-07-01', 3, 1, 5, 'ours', '${mark}',
          '${mark}', '${mark}', '${mark}', now()
     from objective where client_id = $1`,
  `insert into evaluation_decision (client_id, source, external_id, earned_millionths, applicable_millionths, auto_failed,
     dispute_id, decided_at)
   select client_id, '${mark}', '${mark}', 1, 2, false, id, now() from dispute where client_id = $1`,
];

const ORIGINAL = `'{"kind": "figure", "numerator": null, "denominator": null, "sample": 0, "value": null,
  "status": "NO_DATA"}'`;
