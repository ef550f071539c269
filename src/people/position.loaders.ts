import { rows } from "../platform/database";
import { batchLoader, inOrderOf } from "../platform/graphql/loader";
import { nodeKind } from "../platform/graphql/node";
import { childList, type RowList } from "../platform/graphql/row-list";
import type { Day } from "../shared/day";
import type { Position } from "./position.entity";

const COLUMNS = `t.client_id as "clientId", t.id, t.person_id as "personId", t.role_code as "roleCode",
  t.contract_id as "contractId", t.service_id as "serviceId", t.team_id as "teamId", t.version,
  t.valid_from as "validFrom", t.valid_until as "validUntil", t.recorded_at as "recordedAt"`;

export const positionById = batchLoader<Position | undefined>(async (tx, viewer, ids) =>
  inOrderOf(ids, await rows<Position>(tx, BY_ID, [viewer.clientIds, ids], "positionById"), (row) => row.id),
);
const BY_ID = `select ${COLUMNS} from position t
  where t.client_id = any($1) and t.id = any($2) and t.superseded_at is null`;

export const positionNode = nodeKind("Position", positionById);

/** What a list of positions is narrowed to. */
export interface PositionFilter {
  readonly validOn: Day | null;
  readonly role: string | null;
}

const positionRows: RowList<Position> = {
  columns: COLUMNS,
  from: "position t",
  where: `t.client_id = any($1) and t.superseded_at is null and ($2::text is null or t.role_code = $2)
    and ($3::date is null or (t.valid_from <= $3 and (t.valid_until is null or $3 < t.valid_until)))`,
  params: (_asking, filter) => {
    const { role, validOn } = filter as unknown as PositionFilter;
    return [role, validOn];
  },
  sort: [
    { sql: "t.valid_from", type: "date", of: (row) => row.validFrom },
    { sql: "t.id", type: "uuid", of: (row) => row.id },
  ],
};

export const positionsOfPerson = childList(positionRows, "t.person_id");
export const positionsOfTeam = childList(positionRows, "t.team_id");
export const positionsOfService = childList(positionRows, "t.service_id");
export const positionsOfContract = childList(positionRows, "t.contract_id");
