import { rows } from "../platform/database";
import { batchLoader, inOrderOf } from "../platform/graphql/loader";
import { nodeKind } from "../platform/graphql/node";
import type { RowList } from "../platform/graphql/row-list";
import type { Client } from "./client.entity";

/** A client under the name that the graph gives its id. */
export type ClientRow = Client & { readonly id: string };

const COLUMNS = `t.client_id as id, t.client_id as "clientId", t.code, t.name, t.industry`;

export const asClientRow = (client: Client): ClientRow => ({ ...client, id: client.clientId });

export const clientById = batchLoader<ClientRow | undefined>(async (tx, viewer, ids) =>
  inOrderOf(ids, await rows<ClientRow>(tx, BY_ID, [viewer.clientIds, ids], "clientById"), (row) => row.id),
);
const BY_ID = `select ${COLUMNS} from client t where t.client_id = any($1) and t.client_id = any($2)`;

export const clientByCode = batchLoader<ClientRow | undefined>(async (tx, viewer, codes) =>
  inOrderOf(codes, await rows<ClientRow>(tx, BY_CODE, [viewer.clientIds, codes], "clientByCode"), (row) => row.code),
);
const BY_CODE = `select ${COLUMNS} from client t where t.client_id = any($1) and t.code = any($2)`;

export const clientNode = nodeKind("Client", clientById);

export const clientRows: RowList<ClientRow> = {
  columns: COLUMNS,
  from: "client t",
  where: "t.client_id = any($1)",
  sort: [
    { sql: "t.code", type: "text", of: (row) => row.code },
    { sql: "t.client_id", type: "uuid", of: (row) => row.id },
  ],
};
