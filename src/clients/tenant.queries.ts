import type { DataSource } from "typeorm";
import { inTransaction, rows } from "../platform/database";

/** Every client there is, by code: for workers, which go client by client. */
export const allClientIds = (db: DataSource): Promise<string[]> =>
  inTransaction(db, { clientIds: [], internal: true, readOnly: true }, async (tx) =>
    (await rows<{ id: string }>(tx, `select client_id as id from tenant order by code`)).map(({ id }) => id),
  );
