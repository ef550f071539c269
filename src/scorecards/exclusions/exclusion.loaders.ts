import type { ExclusionEvent } from "../../contracts/exclusions/exclusion-event.entity";
import type { Exclusion } from "../../contracts/exclusions/exclusion.entity";
import { EVENT_COLUMNS, EXCLUSION_COLUMNS } from "../../contracts/exclusions/exclusion.queries";
import { rows } from "../../platform/database";
import { batchLoader, groupedBy, inOrderOf } from "../../platform/graphql/loader";
import { nodeKind } from "../../platform/graphql/node";
import { childList, type RowList } from "../../platform/graphql/row-list";
import { visibility, visiblePromise } from "../visible-results";

/** What the parties agreed is seen by whoever sees the whole of the contract. */
const VISIBLE = `x.client_id = any($1) and $2::boolean is not null and ${visiblePromise("x.contract_id", "null::uuid")}`;

export const exclusionById = batchLoader<Exclusion | undefined>(async (tx, viewer, ids) =>
  inOrderOf(ids, await rows<Exclusion>(tx, BY_ID, [...visibility(viewer), ids], "exclusionById"), ({ id }) => id),
);
const BY_ID = `select ${EXCLUSION_COLUMNS} from exclusion x where ${VISIBLE} and x.id = any($4)`;

export const exclusionNode = nodeKind("Exclusion", exclusionById);

/** The steps of exclusions that the viewer has got already, in their order. */
export const eventsOfExclusion = batchLoader<ExclusionEvent[]>(async (tx, viewer, ids) =>
  groupedBy(ids, await rows<ExclusionEvent>(tx, EVENTS, [viewer.clientIds, ids]), ({ exclusionId }) => exclusionId),
);
const EVENTS = `select ${EVENT_COLUMNS} from exclusion_event e
  where e.client_id = any($1) and e.exclusion_id = any($2) order by e.exclusion_id, e.ordinal`;

const exclusionRows: RowList<Exclusion> = {
  columns: EXCLUSION_COLUMNS,
  from: "exclusion x",
  where: `${VISIBLE} and ($4::text is null or x.state = $4)`,
  params: (asking, filter) => {
    const [, people, sight] = visibility(asking.viewer);
    return [people, sight, (filter as unknown as { readonly state: string | null }).state];
  },
  sort: [{ sql: "x.id", type: "uuid", of: (row) => row.id }],
  isDescending: true,
};

/** Ids are given in the order of time, so that the latest come first. */
export const exclusionsOfContract = childList(exclusionRows, "x.contract_id");
