import { rows } from "../platform/database";
import { batchLoader, inOrderOf } from "../platform/graphql/loader";
import { nodeKind } from "../platform/graphql/node";
import { childList, type RowList } from "../platform/graphql/row-list";
import { AMENDMENT_COLUMNS, type BelievedAmendment } from "./amendment.lookups";

const BELIEVED = `contract_amendment a join contract_amendment_version v
  on v.client_id = a.client_id and v.amendment_id = a.id and v.superseded_at is null`;

/** As it is believed now; undefined also for one that was withdrawn. */
export const amendmentById = batchLoader<BelievedAmendment | undefined>(async (tx, viewer, ids) =>
  inOrderOf(ids, await rows<BelievedAmendment>(tx, BY_ID, [viewer.clientIds, ids], "amendmentById"), (row) => row.id),
);
const BY_ID = `select ${AMENDMENT_COLUMNS} from ${BELIEVED} where a.client_id = any($1) and a.id = any($2)`;

export const amendmentNode = nodeKind("Amendment", amendmentById);

const amendmentRows: RowList<BelievedAmendment> = {
  columns: AMENDMENT_COLUMNS,
  from: BELIEVED,
  where: "a.client_id = any($1)",
  sort: [
    { sql: "v.effective_from", type: "date", of: (row) => row.effectiveFrom },
    { sql: "a.id", type: "uuid", of: (row) => row.id },
  ],
};

export const amendmentsOfContract = childList(amendmentRows, "a.contract_id");
