import { UnknownReference } from "../platform/definitions/by-code";
import { rows, type Tx } from "../platform/database";

interface Place {
  readonly client: string;
  readonly contract?: string | null;
  readonly service?: string | null;
}

/** The services whose facts a preview counts, each with its zone; refuses what is not there or not for the viewer. */
export async function servicesToPreview(tx: Tx, clientIds: readonly string[], place: Place) {
  const { client, contract = null, service = null } = place;
  const found = await rows<{ clientId: string; id: string | null; timeZone: string }>(tx, SERVICES, [
    clientIds,
    client,
    contract,
    service,
  ]);
  const [first] = found;
  if (!first) throw new UnknownReference("client", client, { path: ["client"], meant: null });
  const services = found.flatMap(({ id, timeZone }) => (id === null ? [] : [{ id, timeZone }]));
  const named = service ?? contract;
  if (services.length === 0 && named !== null) {
    const kind = service === null ? "contract" : "service";
    throw new UnknownReference(kind, named, { path: [kind], meant: null });
  }
  return { clientId: first.clientId, services };
}

const SERVICES = `
  select c.client_id as "clientId", s.id, coalesce(s.time_zone, k.time_zone) as "timeZone"
    from client c
    left join contract k on k.client_id = c.client_id and ($3::text is null or k.code = $3)
    left join service s on s.client_id = k.client_id and s.contract_id = k.id and ($4::text is null or s.code = $4)
   where c.client_id = any($1) and c.code = $2
   order by s.code`;
