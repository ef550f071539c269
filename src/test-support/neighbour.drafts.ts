import { globalId } from "../shared/ids";
import type { TestDatabase } from "./test-database";

/** Stands in every text of a draft. */
export const DRAFT = "nobody-outside-knows-of-this";

/** Global ids. */
export interface Drafts {
  readonly issued: string;
  /** May, not issued. */
  readonly draft: string;
  /** June's second version, not issued. */
  readonly correction: string;
}

/** Beside the issued June of a neighbour a proposal of May and a proposed correction of June. */
export async function draftsOf(database: TestDatabase, clientId: string): Promise<Drafts> {
  await database.adminWork([PROPOSALS, PROPOSED_LINES, PROPOSED_EVENTS], [clientId]);
  const found = await database.adminRows<{ kind: keyof Drafts; id: string }>(IDS, [clientId]);
  return Object.fromEntries(found.map(({ kind, id }) => [kind, globalId("Settlement", id)])) as unknown as Drafts;
}

const COUNTER = `{"clause": "${DRAFT}", "objective": "${DRAFT}", "failures": 1, "within": 1, "limit": 1,
  "consequence": "default", "isReached": true}`;

const PROPOSALS = `
  insert into settlement
  select (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(), 'state', 'proposed', 'issued_at', null,
           'issued_by', null, 'fingerprint', '${DRAFT}', 'reason', '${DRAFT}',
           'settled', jsonb_set(s.settled, '{counters}', '[${COUNTER}]')) || draft)).*
    from settlement s
   cross join (values
     ('{"period_from": "2026-05-01", "period_until": "2026-06-01"}'::jsonb),
     ('{"version": 2, "kind": "correction", "cause": "basis"}')) as d(draft)
   where s.client_id = $1 and s.state = 'issued'`;

const PROPOSED_LINES = `
  insert into settlement_line
  select (jsonb_populate_record(l, jsonb_build_object('settlement_id', d.id, 'reason', '${DRAFT}', 'clause', '${DRAFT}',
           'cites', '${DRAFT}'))).*
    from settlement_line l
    join settlement d on d.client_id = l.client_id and d.state = 'proposed'
   where l.client_id = $1`;

const PROPOSED_EVENTS = `
  insert into settlement_event
  select (jsonb_populate_record(e, jsonb_build_object('settlement_id', d.id, 'note', '${DRAFT}'))).*
    from settlement_event e
    join settlement d on d.client_id = e.client_id and d.state = 'proposed'
   where e.client_id = $1`;

const IDS = `
  select id, case when state = 'issued' then 'issued' when version = 1 then 'draft' else 'correction' end as kind
    from settlement where client_id = $1`;
