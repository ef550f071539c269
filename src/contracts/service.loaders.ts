import { rows } from "../platform/database";
import { batchLoader, groupedBy, inOrderOf } from "../platform/graphql/loader";
import { nodeKind } from "../platform/graphql/node";
import { childList, type RowList } from "../platform/graphql/row-list";
import type { Service } from "./service.entity";

const COLUMNS = `t.client_id as "clientId", t.id, t.contract_id as "contractId", t.code, t.name, t.channels,
  t.time_zone as "timeZone", t.calendar_id as "calendarId"`;

export const serviceById = batchLoader<Service | undefined>(async (tx, viewer, ids) =>
  inOrderOf(ids, await rows<Service>(tx, BY_ID, [viewer.clientIds, ids], "serviceById"), (row) => row.id),
);
const BY_ID = `select ${COLUMNS} from service t where t.client_id = any($1) and t.id = any($2)`;

/** Services of a code, one at most per client. */
export const servicesByCode = batchLoader<Service[]>(async (tx, viewer, codes) =>
  groupedBy(codes, await rows<Service>(tx, BY_CODE, [viewer.clientIds, codes], "servicesByCode"), (row) => row.code),
);
const BY_CODE = `select ${COLUMNS} from service t where t.client_id = any($1) and t.code = any($2) order by t.id`;

export const serviceNode = nodeKind("Service", serviceById);

export const serviceRows: RowList<Service> = {
  columns: COLUMNS,
  from: "service t",
  where: "t.client_id = any($1)",
  sort: [
    { sql: "t.code", type: "text", of: (row) => row.code },
    { sql: "t.id", type: "uuid", of: (row) => row.id },
  ],
};

export const servicesOfContract = childList(serviceRows, "t.contract_id");
