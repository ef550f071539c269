import { rows } from "../../platform/database";
import { batchLoader, batchLoaderBy, groupedBy, inOrderOf } from "../../platform/graphql/loader";
import { nodeKind } from "../../platform/graphql/node";
import { childList, type RowList } from "../../platform/graphql/row-list";
import { eachInstant, instantOf, type AsOf } from "../as-of";
import { ASSESSMENT_COLUMNS } from "../assessment-book";
import { visibility, visiblePromise } from "../visible-results";
import type { Assessment } from "./assessment.entity";

const FROM = `assessment a join objective o on o.client_id = a.client_id and o.id = a.objective_id`;
const VISIBLE = `a.client_id = any($1) and $2::boolean is not null and ${visiblePromise("a.contract_id", "o.service_id")}`;

export const assessmentById = batchLoader<Assessment | undefined>(async (tx, viewer, ids) =>
  inOrderOf(ids, await rows<Assessment>(tx, BY_ID, [...visibility(viewer), ids], "assessmentById"), ({ id }) => id),
);
const BY_ID = `select ${ASSESSMENT_COLUMNS} from ${FROM} where ${VISIBLE} and a.id = any($4)`;

export const assessmentNode = nodeKind("Assessment", assessmentById);

/** Those in force of each objective, or that were at an instant. */
export const assessmentsInForceOf = batchLoaderBy<AsOf<{ readonly objectiveId: string }>, Assessment[]>(
  (key) => `${key.objectiveId}/${instantOf(key)}`,
  (tx, viewer, asked) =>
    eachInstant(asked, async (keys, asOf) => {
      const ids = keys.map(({ objectiveId }) => objectiveId);
      const params = [...visibility(viewer), ids, asOf];
      const found = await rows<Assessment>(tx, OF_OBJECTIVES, params, "assessmentsInForceOf");
      return groupedBy(ids, found, (row) => row.objectiveId);
    }),
);
const OF_OBJECTIVES = `
  select ${ASSESSMENT_COLUMNS} from ${FROM}
   where ${VISIBLE} and a.objective_id = any($4)
     and case when $5::timestamptz is null then a.superseded_at is null
              else a.recorded_at <= $5 and (a.superseded_at is null or a.superseded_at > $5) end
   order by a.period_from, a.id`;

const assessmentRows: RowList<Assessment> = {
  columns: ASSESSMENT_COLUMNS,
  from: FROM,
  where: `${VISIBLE} and ($4::boolean is null or (a.superseded_at is null) = $4)`,
  params: (asking, filter) => {
    const [, people, sight] = visibility(asking.viewer);
    return [people, sight, (filter as unknown as { readonly inForce: boolean | null }).inForce];
  },
  sort: [{ sql: "a.id", type: "uuid", of: (row) => row.id }],
  isDescending: true,
};

/** Ids are given in the order of time, so that the latest come first. */
export const assessmentsOfObjective = childList(assessmentRows, "a.objective_id");
