import { rows } from "../platform/database";
import { batchLoader, batchLoaderBy, groupedBy, inOrderOf } from "../platform/graphql/loader";
import { nodeKind } from "../platform/graphql/node";
import { childList, type RowList } from "../platform/graphql/row-list";
import type { Period } from "../shared/period";
import { LINE_COLUMNS } from "./settlement-act.queries";
import type { SettlementEvent } from "./settlement-event.entity";
import type { SettlementLine } from "./settlement-line.entity";
import type { SettlementNotice } from "./settlement-notice.entity";
import type { Settlement } from "./settlement.entity";
import { SETTLEMENT_COLUMNS, type SettlementRow } from "./settlement.queries";
import { moneyVisibility, visibleMoney, visibleSettlement } from "./visible-settlements";

const VISIBLE = visibleSettlement("s");

export const settlementById = batchLoader<SettlementRow | undefined>(async (tx, viewer, ids) =>
  inOrderOf(
    ids,
    await rows<SettlementRow>(tx, BY_ID, [...moneyVisibility(viewer), ids], "settlementById"),
    (s) => s.id,
  ),
);
const BY_ID = `select ${SETTLEMENT_COLUMNS} from settlement s where ${VISIBLE} and s.id = any($4)`;

export const settlementNode = nodeKind("Settlement", settlementById);

/** What settlements that the viewer has got already say and rest on. */
export const settledById = batchLoader<Pick<Settlement, "id" | "settled" | "basis"> | undefined>(
  async (tx, viewer, ids) => inOrderOf(ids, await rows(tx, SETTLED, [viewer.clientIds, ids]), ({ id }) => id),
);
const SETTLED = `select s.id, s.settled, s.basis from settlement s where s.client_id = any($1) and s.id = any($2)`;

export interface SettlementKey {
  readonly contractId: string;
  readonly period: Period;
}

const textOf = ({ contractId, period }: SettlementKey): string => `${contractId}/${period.kind}/${period.from}`;

/** Every version of the settlement of a period that the viewer may see, in order. */
export const settlementsOfPeriod = batchLoaderBy<SettlementKey, SettlementRow[]>(textOf, async (tx, viewer, keys) => {
  const found = await rows<SettlementRow>(tx, OF_PERIODS, [
    ...[...moneyVisibility(viewer), keys.map(({ contractId }) => contractId)],
    ...[keys.map(({ period }) => period.kind), keys.map(({ period }) => period.from)],
  ]);
  const keyOf = (one: SettlementRow): string => `${one.contractId}/${one.periodKind}/${one.periodFrom}`;
  return groupedBy(keys.map(textOf), found, keyOf);
});
const OF_PERIODS = `select ${SETTLEMENT_COLUMNS}
  from unnest($4::uuid[], $5::text[], $6::date[]) as k(id, kind, "from")
  join settlement s on s.contract_id = k.id and s.period_kind = k.kind and s.period_from = k."from"
 where ${VISIBLE} order by s.version`;

/** Lines of settlements that the viewer has got already, by number. */
export const linesOfSettlement = batchLoader<SettlementLine[]>(async (tx, viewer, ids) =>
  groupedBy(ids, await rows<SettlementLine>(tx, LINES, [viewer.clientIds, ids]), (line) => line.settlementId),
);
const LINES = `select ${LINE_COLUMNS} from settlement_line l
  where l.client_id = any($1) and l.settlement_id = any($2) order by l.settlement_id, l.no`;

export const eventsOfSettlement = batchLoader<SettlementEvent[]>(async (tx, viewer, ids) =>
  groupedBy(ids, await rows<SettlementEvent>(tx, EVENTS, [viewer.clientIds, ids]), (event) => event.settlementId),
);
const EVENTS = `select e.client_id as "clientId", e.settlement_id as "settlementId", e.ordinal, e.at, e.actor,
  e.actor_name as "actorName", e.step, e.state, e.note
  from settlement_event e where e.client_id = any($1) and e.settlement_id = any($2) order by e.settlement_id, e.ordinal`;

export interface ResultLinesKey {
  readonly objectiveId: string;
  readonly period: Period;
}

const resultText = ({ objectiveId, period }: ResultLinesKey): string => `${objectiveId}/${period.kind}/${period.from}`;

/** Lines about an objective in a period, of every version of its settlement that the viewer may see. */
export const linesOfResult = batchLoaderBy<ResultLinesKey, LineOfPeriod[]>(resultText, async (tx, viewer, keys) => {
  const found = await rows<LineOfPeriod>(tx, OF_RESULTS, [
    ...[...moneyVisibility(viewer), keys.map(({ objectiveId }) => objectiveId)],
    ...[keys.map(({ period }) => period.kind), keys.map(({ period }) => period.from)],
  ]);
  return groupedBy(keys.map(resultText), found, (one) => `${one.objectiveId}/${one.periodKind}/${one.periodFrom}`);
});

export type LineOfPeriod = SettlementLine & Pick<Settlement, "periodKind" | "periodFrom" | "currency">;

const OF_RESULTS = `select ${LINE_COLUMNS}, s.period_kind as "periodKind", s.period_from as "periodFrom", s.currency
  from unnest($4::uuid[], $5::text[], $6::date[]) as k(id, kind, "from")
  join settlement_line l on l.objective_id = k.id
  join settlement s on s.client_id = l.client_id and s.id = l.settlement_id and s.period_kind = k.kind
   and s.period_from = k."from"
 where ${VISIBLE} order by s.version, l.no`;

const settlementRows: RowList<SettlementRow> = {
  columns: SETTLEMENT_COLUMNS,
  from: "settlement s",
  where: `${VISIBLE} and ($4::text is null or s.state = $4)`,
  params: (asking, filter) => {
    const [, ours, sight] = moneyVisibility(asking.viewer);
    return [ours, sight, (filter as unknown as { readonly state: string | null }).state];
  },
  sort: [
    { sql: "s.period_from", type: "date", of: (row) => row.periodFrom },
    { sql: "s.id", type: "uuid", of: (row) => row.id },
  ],
  isDescending: true,
};

export const settlementsOfContract = childList(settlementRows, "s.contract_id");

export const noticesOfContract = batchLoader<SettlementNotice[]>(async (tx, viewer, ids) =>
  groupedBy(ids, await rows<SettlementNotice>(tx, NOTICES, [...moneyVisibility(viewer), ids]), (one) => one.contractId),
);
const NOTICES = `select n.client_id as "clientId", n.id, n.contract_id as "contractId", n.settlement_id as "settlementId",
  n.clause, n.cites, n.objective_id as "objectiveId", n.objective_code as "objectiveCode", n.consequence, n.failures,
  n.within, n.failures_limit as "failuresLimit", n.period_from as "periodFrom", n.raised_at as "raisedAt",
  n.withdrawn_at as "withdrawnAt", n.withdrawn_by as "withdrawnBy", n.withdrawal_reason as "withdrawalReason"
  from settlement_notice n where ${visibleMoney("n")} and $2::boolean is not null and n.contract_id = any($4)
 order by n.period_from, n.clause, n.objective_code`;
