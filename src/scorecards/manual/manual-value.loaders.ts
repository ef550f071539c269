import type { SubjectKind } from "../../kpis/kpi-definition";
import { rows } from "../../platform/database";
import { batchLoader, batchLoaderBy, inOrderOf } from "../../platform/graphql/loader";
import { nodeKind } from "../../platform/graphql/node";
import { childList, type RowList } from "../../platform/graphql/row-list";
import { visibility, visibleScorecard } from "../visible-results";
import { ManualBook } from "./manual-book.rules";
import type { ManualValue } from "./manual-value.entity";
import { MANUAL_COLUMNS } from "./manual-value.queries";

export const manualValueById = batchLoader<ManualValue | undefined>(async (tx, viewer, ids) =>
  inOrderOf(ids, await rows<ManualValue>(tx, BY_ID, [...visibility(viewer), ids], "manualValueById"), ({ id }) => id),
);
const BY_ID = `select ${MANUAL_COLUMNS} from manual_value m where ${visibleScorecard("m")} and m.id = any($4)`;

export const manualValueNode = nodeKind("ManualValue", manualValueById);

/** A subject whose manual values are looked for. */
export interface ManualSubject {
  readonly clientId: string;
  readonly kind: SubjectKind;
  readonly id: string;
}

/** All that are in force of a subject, whatever the period: for series. Whoever sees its figures sees these. */
export const manualBookOf = batchLoaderBy<ManualSubject, ManualBook>(
  ({ clientId, kind, id }) => `${clientId}/${kind}/${id}`,
  async (tx, viewer, keys) => {
    const found = await rows<ManualValue>(
      tx,
      `select ${MANUAL_COLUMNS} from unnest($4::text[], $5::uuid[]) as k(kind, id)
         join manual_value m on m.subject_kind = k.kind and m.subject_id = k.id and m.superseded_at is null
        where ${visibleScorecard("m")}`,
      [...visibility(viewer), keys.map(({ kind }) => kind), keys.map(({ id }) => id)],
    );
    const isOf = (key: ManualSubject) => (one: ManualValue) =>
      one.clientId === key.clientId && one.subjectKind === key.kind && one.subjectId === key.id;
    return keys.map((key) => new ManualBook(found.filter(isOf(key))));
  },
);

const manualValueRows: RowList<ManualValue> = {
  columns: MANUAL_COLUMNS,
  from: "manual_value m",
  where: `${visibleScorecard("m")} and ($4::boolean is null or (m.superseded_at is null) = $4)`,
  params: (asking, filter) => {
    const [, people, sight] = visibility(asking.viewer);
    return [people, sight, (filter as unknown as { readonly inForce: boolean | null }).inForce];
  },
  sort: [{ sql: "m.id", type: "uuid", of: (row) => row.id }],
  isDescending: true,
};

/** Ids are given in the order of time, so that the latest come first. */
export const manualValuesOfContract = childList(manualValueRows, "m.contract_id");
