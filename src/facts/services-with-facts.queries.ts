import { tableOf, type Stream } from "../shared/stream";
import { STORED_STREAMS } from "./streams/declared-streams";
import { rows, type Tx } from "../platform/database";

/** Which of these services of a client have facts of any stream. */
export async function servicesWithFacts(tx: Tx, clientId: string, serviceIds: readonly string[]): Promise<string[]> {
  const found = await rows<{ id: string }>(tx, WITH_FACTS, [clientId, serviceIds]);
  return found.map(({ id }) => id);
}

const hasFacts = (stream: Stream): string =>
  `exists (select 1 from ${tableOf(stream)} f where f.client_id = $1 and f.service_id = s.id)`;

const WITH_FACTS = `
  select s.id
    from unnest($2::uuid[]) as s(id)
   where ${STORED_STREAMS.map(hasFacts).join("\n      or ")}`;
