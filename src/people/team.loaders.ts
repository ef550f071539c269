import { rows } from "../platform/database";
import { batchLoader, inOrderOf } from "../platform/graphql/loader";
import { nodeKind } from "../platform/graphql/node";
import { childList } from "../platform/graphql/row-list";
import type { Team } from "./team.entity";

const COLUMNS = `t.client_id as "clientId", t.id, t.contract_id as "contractId", t.code, t.name`;

export const teamById = batchLoader<Team | undefined>(async (tx, viewer, ids) =>
  inOrderOf(ids, await rows<Team>(tx, BY_ID, [viewer.clientIds, ids], "teamById"), (row) => row.id),
);
const BY_ID = `select ${COLUMNS} from team t where t.client_id = any($1) and t.id = any($2)`;

export const teamNode = nodeKind("Team", teamById);

export const teamsOfContract = childList<Team>(
  {
    columns: COLUMNS,
    from: "team t",
    where: "t.client_id = any($1)",
    sort: [
      { sql: "t.code", type: "text", of: (row) => row.code },
      { sql: "t.id", type: "uuid", of: (row) => row.id },
    ],
  },
  "t.contract_id",
);
