import type { ImportProfile } from "../facts/import-profile.entity";
import { rows } from "../platform/database";
import { batchLoader, inOrderOf } from "../platform/graphql/loader";
import { nodeKind } from "../platform/graphql/node";
import { childList } from "../platform/graphql/row-list";

const COLUMNS = `t.client_id as "clientId", t.id, t.code, t.stream, t.definition, t.version,
  t.recorded_at as "recordedAt"`;
const CURRENT = "t.client_id = any($1) and t.superseded_at is null";

export const importProfileById = batchLoader<ImportProfile | undefined>(async (tx, viewer, ids) =>
  inOrderOf(ids, await rows<ImportProfile>(tx, BY_ID, [viewer.clientIds, ids], "importProfileById"), (row) => row.id),
);
const BY_ID = `select ${COLUMNS} from import_profile t where ${CURRENT} and t.id = any($2)`;

export const importProfileNode = nodeKind("ImportProfile", importProfileById);

export const importProfilesOfClient = childList<ImportProfile>(
  {
    columns: COLUMNS,
    from: "import_profile t",
    where: CURRENT,
    sort: [
      { sql: "t.code", type: "text", of: (row) => row.code },
      { sql: "t.id", type: "uuid", of: (row) => row.id },
    ],
  },
  "t.client_id",
);
