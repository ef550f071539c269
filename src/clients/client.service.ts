import { rows, type Tx } from "../platform/database";
import { lockDefinitions } from "../platform/definitions/by-code";
import type { Defined } from "../platform/definitions/change";
import type { DefinitionContext } from "../platform/definitions/definition-context";
import { HouseOnly } from "../platform/definitions/house.errors";
import { recordChange } from "../platform/definitions/record-change";
import { newId, NIL_ID } from "../shared/ids";
import { parseInput } from "../shared/input";
import { Client } from "./client.entity";
import { clientSchema, type ClientInput } from "./client.schema";
import { Tenant } from "./tenant.entity";

/** The client as its document says it. */
export const clientRecord = ({ name, industry }: Client) => ({ name, industry });

export class ClientService {
  async define(tx: Tx, context: DefinitionContext, raw: ClientInput): Promise<Defined<Client>> {
    if (!context.internal) throw new HouseOnly("client");
    const input = parseInput(clientSchema, raw);
    await lockDefinitions(tx, NIL_ID);
    const tenant = await tx.findOneBy(Tenant, { code: input.code });
    const before = tenant && (await tx.findOneBy(Client, { clientId: tenant.clientId }));
    const client = Object.assign(new Client(), { ...input, clientId: tenant?.clientId ?? newId() });
    if (!tenant) await enter(tx, context, client);
    else await tx.update(Client, { clientId: client.clientId }, { name: client.name, industry: client.industry });
    const change = await recordChange(tx, context, {
      clientId: client.clientId,
      kind: "Client",
      key: client.code,
      before: before && clientRecord(before),
      after: clientRecord(client),
    });
    return { thing: client, change };
  }
}

/** From here on the transaction, which began before the client was there, reaches it. */
async function enter(tx: Tx, context: DefinitionContext, client: Client): Promise<void> {
  context.clientIds.push(client.clientId);
  await rows(
    tx,
    `select set_config('app.client_ids', concat_ws(',', nullif(current_setting('app.client_ids', true), ''), $1::text), true)`,
    [client.clientId],
  );
  await tx.insert(Tenant, { clientId: client.clientId, code: client.code });
  await tx.insert(Client, client);
}
