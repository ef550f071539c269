import { rows } from "../platform/database";
import { batchLoader, inOrderOf } from "../platform/graphql/loader";
import type { RowList } from "../platform/graphql/row-list";
import type { Role } from "./role.entity";

const COLUMNS = "t.code, t.name, t.scope, t.description";

/** Roles belong to no client: everybody sees them. */
export const roleByCode = batchLoader<Role | undefined>(async (tx, _viewer, codes) =>
  inOrderOf(codes, await rows<Role>(tx, BY_CODE, [codes], "roleByCode"), (row) => row.code),
);
const BY_CODE = `select ${COLUMNS} from role t where t.code = any($1)`;

export const roleRows: RowList<Role> = {
  columns: COLUMNS,
  from: "role t",
  where: "$1::uuid[] is not null",
  sort: [{ sql: "t.code", type: "text", of: (row) => row.code }],
};
