/** What is not to count, under the contract of the settled house; `mark` stands in every text. */
export const exclusions = (mark: string): string[] => [
  `insert into exclusion (client_id, id, contract_id, code, kind, reason, evidence, from_at, until_at, service_ids,
     channels, objective_ids, approval_by, state, requested_by, requested_by_name, requested_side, requested_at)
   select client_id, gen_random_uuid(), id, '${mark}', 'other', '${mark}', array['${mark}'], '2026-06-01', '2026-06-02',
          '{}', '{}', '{}', 'both', 'requested', '${mark}', '${mark}', 'ours', now()
     from contract where client_id = $1`,
  `insert into exclusion_event (client_id, exclusion_id, ordinal, at, actor, actor_name, side, step, state, note)
   select client_id, id, 1, now(), '${mark}', '${mark}', 'ours', 'requested', 'requested', '${mark}'
     from exclusion where client_id = $1`,
];
