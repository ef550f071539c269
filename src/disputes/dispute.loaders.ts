import { rows } from "../platform/database";
import { batchLoader, batchLoaderBy, groupedBy, inOrderOf } from "../platform/graphql/loader";
import { nodeKind } from "../platform/graphql/node";
import { childList, type RowList } from "../platform/graphql/row-list";
import type { SubjectKind } from "../kpis/kpi-definition";
import type { ManualValue } from "../scorecards/manual/manual-value.entity";
import { MANUAL_COLUMNS } from "../scorecards/manual/manual-value.queries";
import { visibility, visibleScorecard } from "../scorecards/visible-results";
import type { Day } from "../shared/day";
import { groupBy } from "../shared/group-by";
import type { PeriodKind } from "../shared/period";
import type { DisputeEvent } from "./dispute-event.entity";
import type { Dispute } from "./dispute.entity";
import { DISPUTE_COLUMNS } from "./dispute.queries";

const VISIBLE = visibleScorecard("d");

export const disputeById = batchLoader<Dispute | undefined>(async (tx, viewer, ids) =>
  inOrderOf(ids, await rows<Dispute>(tx, BY_ID, [...visibility(viewer), ids], "disputeById"), ({ id }) => id),
);
const BY_ID = `select ${DISPUTE_COLUMNS} from dispute d where ${VISIBLE} and d.id = any($4)`;

export const disputeNode = nodeKind("Dispute", disputeById);

/** A subject in a period: what a scorecard, or a result of an objective, is of. */
export interface DisputedCard {
  readonly clientId: string;
  readonly kind: SubjectKind;
  readonly id: string;
  readonly periodKind: PeriodKind;
  readonly periodFrom: Day;
}

const textOf = ({ kind, id, periodKind, periodFrom }: DisputedCard): string =>
  `${kind}/${id}/${periodKind}/${periodFrom}`;

/** The disputes about items of a scorecard, oldest first; one statement for all scorecards of a page. */
export const disputesOfCard = batchLoaderBy<DisputedCard, Dispute[]>(textOf, async (tx, viewer, cards) => {
  const found = await rows<Dispute>(tx, OF_CARDS, [
    ...visibility(viewer),
    ...(["kind", "id", "periodKind", "periodFrom"] as const).map((name) => cards.map((one) => one[name])),
  ]);
  const byCard = groupBy(found, (one) => `${one.subjectKind}/${one.subjectId}/${one.periodKind}/${one.periodFrom}`);
  return cards.map((card) => [...(byCard.get(textOf(card)) ?? [])]);
});
const OF_CARDS = `select ${DISPUTE_COLUMNS}
  from unnest($4::text[], $5::uuid[], $6::text[], $7::date[]) as k(kind, id, period_kind, period_from)
  join dispute d on d.about = 'item' and d.subject_kind = k.kind and d.subject_id = k.id
   and d.period_kind = k.period_kind and d.period_from = k.period_from
 where ${VISIBLE} order by d.id`;

/** The steps of disputes that the viewer has got already, in their order. */
export const eventsOfDispute = batchLoader<DisputeEvent[]>(async (tx, viewer, ids) =>
  groupedBy(ids, await rows<DisputeEvent>(tx, EVENTS, [viewer.clientIds, ids]), ({ disputeId }) => disputeId),
);
const EVENTS = `select e.client_id as "clientId", e.dispute_id as "disputeId", e.ordinal, e.at, e.actor,
  e.actor_name as "actorName", e.step, e.state, e.note, e.evidence
  from dispute_event e where e.client_id = any($1) and e.dispute_id = any($2) order by e.dispute_id, e.ordinal`;

/** The manual value that a dispute's decision entered. */
export const manualValueOfDispute = batchLoader<ManualValue | undefined>(async (tx, viewer, ids) =>
  inOrderOf(ids, await rows<ManualValue>(tx, MANUAL, [...visibility(viewer), ids]), (one) => one.disputeId ?? ""),
);
const MANUAL = `select ${MANUAL_COLUMNS} from manual_value m where ${visibleScorecard("m")} and m.dispute_id = any($4)`;

const disputeRows: RowList<Dispute> = {
  columns: DISPUTE_COLUMNS,
  from: "dispute d",
  where: `${VISIBLE} and ($4::text is null or d.state = $4)`,
  params: (asking, filter) => {
    const [, people, sight] = visibility(asking.viewer);
    return [people, sight, (filter as unknown as { readonly state: string | null }).state];
  },
  sort: [{ sql: "d.id", type: "uuid", of: (row) => row.id }],
  isDescending: true,
};

/** Ids are given in the order of time, so that the latest come first. */
export const disputesOfContract = childList(disputeRows, "d.contract_id");
