import { rows } from "../platform/database";
import { batchLoader, inOrderOf } from "../platform/graphql/loader";
import { nodeKind } from "../platform/graphql/node";
import type { RowList } from "../platform/graphql/row-list";
import type { Person } from "./person.entity";

const COLUMNS = `t.id, t.code, t.name, t.logins`;
/** Our own people see everybody; others see those who hold or held a position with their clients. */
const VISIBLE = `($2 or exists (
  select 1 from position p where p.client_id = any($1) and p.person_id = t.id and p.superseded_at is null))`;

export const personById = batchLoader<Person | undefined>(async (tx, viewer, ids) => {
  const given = [viewer.clientIds, viewer.kind === "internal", ids];
  return inOrderOf(ids, await rows<Person>(tx, BY_ID, given, "personById"), (row) => row.id);
});
const BY_ID = `select ${COLUMNS} from person t where ${VISIBLE} and t.id = any($3)`;

export const personByCode = batchLoader<Person | undefined>(async (tx, viewer, codes) => {
  const given = [viewer.clientIds, viewer.kind === "internal", codes];
  return inOrderOf(codes, await rows<Person>(tx, BY_CODE, given, "personByCode"), (row) => row.code);
});
const BY_CODE = `select ${COLUMNS} from person t where ${VISIBLE} and t.code = any($3)`;

export const personNode = nodeKind("Person", personById);

export const personRows: RowList<Person> = {
  columns: COLUMNS,
  from: "person t",
  where: VISIBLE,
  params: ({ viewer }) => [viewer.kind === "internal"],
  sort: [
    { sql: "t.code", type: "text", of: (row) => row.code },
    { sql: "t.id", type: "uuid", of: (row) => row.id },
  ],
};
