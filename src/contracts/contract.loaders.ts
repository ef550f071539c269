import { rows } from "../platform/database";
import { batchLoader, groupedBy, inOrderOf } from "../platform/graphql/loader";
import { nodeKind } from "../platform/graphql/node";
import { childList, type RowList } from "../platform/graphql/row-list";
import type { Contract } from "./contract.entity";

const COLUMNS = `t.client_id as "clientId", t.id, t.code, t.name, t.currency, t.time_zone as "timeZone",
  t.calendar_id as "calendarId", t.starts_on as "startsOn", t.ends_on as "endsOn", t.grace_days as "graceDays",
  t.restatement_needs_consent as "restatementNeedsConsent", t.exclusions_approved_by as "exclusionsApprovedBy"`;

export const contractById = batchLoader<Contract | undefined>(async (tx, viewer, ids) =>
  inOrderOf(ids, await rows<Contract>(tx, BY_ID, [viewer.clientIds, ids], "contractById"), (row) => row.id),
);
const BY_ID = `select ${COLUMNS} from contract t where t.client_id = any($1) and t.id = any($2)`;

/** Contracts of a code, one at most per client. */
export const contractsByCode = batchLoader<Contract[]>(async (tx, viewer, codes) =>
  groupedBy(codes, await rows<Contract>(tx, BY_CODE, [viewer.clientIds, codes], "contractsByCode"), (row) => row.code),
);
const BY_CODE = `select ${COLUMNS} from contract t where t.client_id = any($1) and t.code = any($2) order by t.id`;

export const contractNode = nodeKind("Contract", contractById);

export const contractRows: RowList<Contract> = {
  columns: COLUMNS,
  from: "contract t",
  where: "t.client_id = any($1)",
  sort: [
    { sql: "t.code", type: "text", of: (row) => row.code },
    { sql: "t.id", type: "uuid", of: (row) => row.id },
  ],
};

export const contractsOfClient = childList(contractRows, "t.client_id");
