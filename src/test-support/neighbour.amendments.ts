/** A signed change of the contract of the settled house; `mark` stands in every text. */
export const amendments = (mark: string): string[] => [
  `insert into contract_amendment (client_id, id, contract_id, code)
   select client_id, gen_random_uuid(), id, '${mark}' from contract where client_id = $1`,
  `insert into contract_amendment_version (client_id, amendment_id, version, title, document, signed_on, effective_from,
     rule, recorded_at)
   select client_id, id, 1, '${mark}', '${mark}', '2026-05-01', '2026-06-01', 'by_volume', now()
     from contract_amendment where client_id = $1`,
];
