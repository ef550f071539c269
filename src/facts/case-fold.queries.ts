import { rows, type Tx } from "../platform/database";
import { copyColumns, type FactRow } from "./fact-row";
import { CASE_COLUMNS, caseColumns } from "./streams/case-record";
import { foldCase, inOrder, type CaseUpdate } from "./streams/case-fold.rules";
import type { StoredFacts } from "./streams/declared-stream";
import { lockCases } from "./case-lock.queries";

/**
 * Folds the events of every case that events came for, changed or went from, into the case, and stores cases as if
 * their system had sent them. All events of a case are read anew, so that neither order nor batches of events matter.
 */
export async function foldCases(tx: Tx, stored: StoredFacts): Promise<void> {
  const { clientId, source, ids } = stored;
  await lockCases(tx, clientId);
  const cases = await casesOf(tx, [clientId, source, ids]);
  const told = new Map(cases.map((id): [string, StoredUpdate[]] => [id, []]));
  for (const update of await rows<StoredUpdate>(tx, UPDATES, [clientId, source, cases]))
    told.get(update.caseId)?.push(update);
  const facts = [...told].flatMap(([id, updates]) => (updates.length > 0 ? [factOf(id, updates)] : []));
  const gone = [...told].filter(([, updates]) => updates.length === 0).map(([id]) => id);
  await stored.bring("case", { facts, gone });
}

/** The cases that events belong to, and belonged to before. */
async function casesOf(tx: Tx, params: readonly unknown[]): Promise<string[]> {
  const found = await rows<{ id: string }>(tx, CASES, [...params]);
  return found.map(({ id }) => id);
}

const CASES = `
  select case_external_id as id from case_event where client_id = $1 and source = $2 and external_id = any($3)
  union
  select case_external_id from pg_temp.former_case_event where client_id = $1 and source = $2 and external_id = any($3)
  order by 1`;

interface StoredUpdate extends CaseUpdate {
  readonly caseId: string;
  readonly serviceId: string;
  readonly channel: string;
}

const millis = (column: string): string => `(extract(epoch from ${column}) * 1000)::float8`;

const UPDATES = `
  select case_external_id as "caseId", external_id as "externalId", service_id as "serviceId", channel,
         person_id as "personId", sequence::float8 as sequence, ${millis("occurred_at")} as at, kind, state,
         pause_reason as "pauseReason", ${millis("opened_at")} as "openedAt", ${millis("resolved_at")} as "resolvedAt",
         ${millis("due_at")} as "dueAt", customer_ref as "customerRef", reason, priority, escalations, contacts,
         agent_interactions as "agentInteractions", within_target as "withinTarget",
         resolvable_first_contact as "resolvableFirstContact"
    from case_event where client_id = $1 and source = $2 and case_external_id = any($3)`;

/** The case belongs where its last event does. */
function factOf(externalId: string, updates: readonly StoredUpdate[]): FactRow {
  const { serviceId, channel } = inOrder(updates).at(-1) as StoredUpdate;
  const folded = foldCase(updates);
  const values = caseColumns(folded);
  const columns = copyColumns([serviceId, channel, folded.personId, ...CASE_COLUMNS.map(([name]) => values[name])]);
  return { externalId, serviceId, days: [], columns };
}
