import { rows } from "../platform/database";
import { batchLoader, inOrderOf } from "../platform/graphql/loader";
import { nodeKind } from "../platform/graphql/node";
import { childList, type RowList } from "../platform/graphql/row-list";
import { may, type Viewer } from "../platform/viewer";
import type { ImportReject } from "./import-reject.entity";
import type { Import } from "./import.entity";
import { IMPORT_COLUMNS } from "./import.queries";

/** Whoever sends facts sees what became of them; whoever reads facts sees what was sent. */
export const maySeeImports = (viewer: Viewer): boolean => may(viewer, "facts:read") || may(viewer, "facts:write");

export const importById = batchLoader<Import | undefined>(async (tx, viewer, ids) => {
  if (!maySeeImports(viewer)) return ids.map(() => undefined);
  return inOrderOf(ids, await rows<Import>(tx, BY_ID, [viewer.clientIds, ids], "importById"), (row) => row.id);
});
const BY_ID = `select ${IMPORT_COLUMNS} from import t where t.client_id = any($1) and t.id = any($2)`;

export const importNode = nodeKind("Import", importById);

/** Newest first: ids grow with time. */
export const importRows: RowList<Import> = {
  columns: IMPORT_COLUMNS,
  from: "import t",
  where: "t.client_id = any($1)",
  sort: [{ sql: "t.id", type: "uuid", of: (row) => row.id }],
  isDescending: true,
};

export const importsOfClient = childList(importRows, "t.client_id");

export const rejectsOfImport = childList<ImportReject>(
  {
    columns: "t.ordinal, t.line, t.field, t.value, t.code, t.reason, t.day",
    from: "import_reject t",
    where: "t.client_id = any($1)",
    sort: [{ sql: "t.ordinal", type: "bigint", of: (row) => String(row.ordinal) }],
  },
  "t.import_id",
);
