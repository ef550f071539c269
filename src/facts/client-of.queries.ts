import { rows, type Tx } from "../platform/database";
import type { Viewer } from "../platform/viewer";
import { NotFound } from "../shared/errors";
import { ClientNotNamed } from "./import.errors";

/** The one client that is meant. Whoever cannot reach a client cannot tell that it exists. */
export async function clientOf(tx: Tx, by: Viewer, code: string | null): Promise<string> {
  const found = await rows<{ clientId: string }>(
    tx,
    `select client_id as "clientId" from client where client_id = any($1) and ($2::text is null or code = $2) limit 2`,
    [by.clientIds, code],
  );
  const [first, second] = found;
  if (second || (!first && code === null)) throw new ClientNotNamed();
  if (!first) throw new NotFound("client", code ?? "", ["client"]);
  return first.clientId;
}
