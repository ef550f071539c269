import { rows } from "../../platform/database";
import { batchLoaderBy, inOrderOf } from "../../platform/graphql/loader";
import { childList, type RowList } from "../../platform/graphql/row-list";
import type { Period } from "../../shared/period";
import { visibility, visibleScorecard } from "../visible-results";
import type { DriftRead } from "./drift-view";
import type { Drift } from "./drift.entity";

/** A scorecard's subject or an objective, and when. */
export interface DriftKey {
  readonly kind: Drift["subjectKind"];
  readonly subjectId: string;
  readonly period: Pick<Period, "kind" | "from">;
}

const COLUMNS = `d.client_id as "clientId", d.id, d.contract_id as "contractId", d.subject_kind as "subjectKind",
  d.subject_id as "subjectId", d.service_id as "serviceId", d.team_id as "teamId", d.person_id as "personId",
  d.role_code as "roleCode", d.period_kind as "periodKind", d.period_from as "periodFrom", d.period_until as "periodUntil",
  d.result_id as "resultId", d.result_version as "resultVersion", d.difference, d.believed_at as "believedAt", d.since,
  d.noticed_at as "noticedAt", c.time_zone as "timeZone", c.grace_days as "graceDays", c.currency`;

const FROM = "drift d join contract c on c.client_id = d.client_id and c.id = d.contract_id";

const textOf = ({ kind, subjectId, period }: DriftKey): string => `${kind}/${subjectId}/${period.kind}/${period.from}`;
const textOfRow = (row: Drift): string => `${row.subjectKind}/${row.subjectId}/${row.periodKind}/${row.periodFrom}`;

/** What would change in a result of a period; undefined: nothing. */
export const driftOf = batchLoaderBy<DriftKey, DriftRead | undefined>(textOf, async (tx, viewer, keys) => {
  const found = await rows<DriftRead>(
    tx,
    `select ${COLUMNS} from unnest($4::text[], $5::uuid[], $6::text[], $7::date[]) as k(kind, id, period_kind, period_from)
       join ${FROM} on d.subject_kind = k.kind and d.subject_id = k.id and d.period_kind = k.period_kind
        and d.period_from = k.period_from
      where ${visibleScorecard("d")}`,
    [
      ...visibility(viewer),
      ...[keys.map(({ kind }) => kind), keys.map(({ subjectId }) => subjectId)],
      ...[keys.map(({ period }) => period.kind), keys.map(({ period }) => period.from)],
    ],
    "driftOf",
  );
  return inOrderOf(keys.map(textOf), found, textOfRow);
});

/** What a list of drift is narrowed to. */
export interface DriftFilter {
  readonly kind: string | null;
  readonly from: string | null;
}

const driftRows: RowList<DriftRead> = {
  columns: COLUMNS,
  from: FROM,
  where: `${visibleScorecard("d")} and ($4::text is null or d.period_kind = $4) and ($5::date is null or d.period_from = $5)`,
  params: ({ viewer }, filter) => {
    const { kind, from } = filter as unknown as DriftFilter;
    return [...visibility(viewer).slice(1), kind, from];
  },
  sort: [
    {
      sql: "(extract(epoch from d.noticed_at) * 1000)::bigint",
      type: "bigint",
      of: (row) => String(row.noticedAt.getTime()),
    },
    { sql: "d.id", type: "uuid", of: (row) => row.id },
  ],
  isDescending: true,
};

export const driftOfContract = childList(driftRows, "d.contract_id");
