import { rows, type Tx } from "../platform/database";

/** Which of these services of a client have facts of any stream. */
export async function servicesWithFacts(tx: Tx, clientId: string, serviceIds: readonly string[]): Promise<string[]> {
  const found = await rows<{ id: string }>(tx, WITH_FACTS, [clientId, serviceIds]);
  return found.map(({ id }) => id);
}

const WITH_FACTS = `
  select s.id
    from unnest($2::uuid[]) as s(id)
   where exists (select 1 from contact f where f.client_id = $1 and f.service_id = s.id)
      or exists (select 1 from survey f where f.client_id = $1 and f.service_id = s.id)`;
