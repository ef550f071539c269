import type { Tx } from "../platform/database";
import { newId } from "../shared/ids";
import { Client } from "./client.entity";
import { Tenant } from "./tenant.entity";

/** A valid client in one line. Its code is its own. */
export function aClient(partial: Partial<Client> = {}): Client {
  const clientId = partial.clientId ?? newId();
  const code = `client-${clientId.slice(-8)}`;
  return Object.assign(new Client(), { clientId, code, name: "Northwind Energy", industry: null, ...partial });
}

/** Saves it with its entry in the directory. The transaction's scope must contain its `clientId`. */
export async function saveClient(tx: Tx, partial: Partial<Client> = {}): Promise<Client> {
  const client = aClient(partial);
  await tx.insert(Tenant, { clientId: client.clientId, code: client.code });
  await tx.insert(Client, client);
  return client;
}
