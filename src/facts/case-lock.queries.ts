import { rows, type Tx } from "../platform/database";

/** From here to the end of the transaction, whoever writes a client's cases comes one after the other. */
export async function lockCases(tx: Tx, clientId: string): Promise<void> {
  await rows(tx, "select pg_advisory_xact_lock(hashtextextended('cases of ' || $1, 0))", [clientId]);
}
