import { clientByCode } from "../../clients/client.lookups";
import { rows, type Tx } from "../../platform/database";
import { lockDefinitions } from "../../platform/definitions/by-code";
import type { DefinitionContext } from "../../platform/definitions/definition-context";
import { HouseOnly } from "../../platform/definitions/house.errors";
import { NIL_ID } from "../../shared/ids";
import { findKpi } from "../catalogue/kpis";
import { findMeasure } from "../catalogue/measures";
import { ownDefinitions } from "../catalogue/own";
import { CodeTaken } from "./own.errors";

/** Whose a definition is: one client's, or with no code the house's, which our own people alone define. */
export async function ownerOf(tx: Tx, context: DefinitionContext, kind: string, client: string | null) {
  if (client === null && !context.internal) throw new HouseOnly(`${kind} for every client`);
  const clientId = client === null ? NIL_ID : (await clientByCode(tx, context, client)).clientId;
  await lockDefinitions(tx, clientId);
  return clientId;
}

/** A code means one thing over the catalogue, the house and all clients: refuses one that is somebody else's. */
export async function claimCode(tx: Tx, code: string, clientId: string): Promise<void> {
  const { kpis, measures } = ownDefinitions();
  const isOwn = kpis.has(code) || measures.has(code);
  if (!isOwn && (findKpi(code) || findMeasure(code))) throw new CodeTaken(code);
  const claimed = await rows<{ ownerId: string }>(
    tx,
    `with mine as (insert into own_code (code, owner_id) values ($1, $2) on conflict do nothing returning owner_id)
     select owner_id as "ownerId" from mine union all select owner_id from own_code where code = $1`,
    [code, clientId],
  );
  if (claimed[0]?.ownerId !== clientId) throw new CodeTaken(code);
}
