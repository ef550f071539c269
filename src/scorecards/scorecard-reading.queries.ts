import { rows, type Tx } from "../platform/database";
import type { Viewer } from "../platform/viewer";
import type { SubjectKind } from "../kpis/kpi-definition";
import type { Day } from "../shared/day";
import type { Period, PeriodKind } from "../shared/period";
import { believedRows, latestOf } from "./believed-results";
import { SCORECARDS } from "./result-table.rules";
import type { Scorecard } from "./scorecard.entity";
import type { ContractClock } from "./scorecard-view";
import { visibility, visibleScorecard } from "./visible-results";

export type ScorecardRow = Scorecard & ContractClock;

/** A scorecard by whose it is and when; the version in force counts. */
export interface ScorecardKey {
  readonly kind: SubjectKind;
  readonly subjectId: string;
  readonly period: Period;
}

const COLUMNS = `s.client_id as "clientId", s.id, s.contract_id as "contractId", s.subject_kind as "subjectKind",
  s.subject_id as "subjectId", s.service_id as "serviceId", s.team_id as "teamId", s.person_id as "personId",
  s.role_code as "roleCode", s.period_kind as "periodKind", s.period_from as "periodFrom",
  s.period_until as "periodUntil", s.version, s.state, s.score, s.rank, s.ranked_of as "rankedOf", s.items,
  s.data_quality as "dataQuality", s.level, s.composition, s.positions, s.computed_at as "computedAt",
  s.recorded_at as "recordedAt", s.final_at as "finalAt", c.time_zone as "timeZone", c.grace_days as "graceDays",
  c.currency`;

/** Scorecards as they are believed now, or were at an instant. */
const believed = (asOf: Date | null, parameter: string): string =>
  asOf === null ? "scorecard" : believedRows(SCORECARDS, parameter);

const CONTRACT = `join contract c on c.client_id = s.client_id and c.id = s.contract_id`;

const VISIBLE = visibleScorecard("s");

const LATEST = latestOf(SCORECARDS, "s");
/** What was believed at an instant knows no later version. */
const inForce = (asOf: Date | null): string => (asOf === null ? LATEST : "true");

export const scorecardsById = (tx: Tx, viewer: Viewer, ids: readonly string[]): Promise<ScorecardRow[]> =>
  rows(
    tx,
    `select ${COLUMNS} from scorecard s ${CONTRACT} where ${VISIBLE} and s.id = any($4)`,
    [...visibility(viewer), ids],
    "scorecardsById",
  );

/** The version in force of each key's scorecard; of all keys as of one instant, or now. */
export const scorecardsInForce = (
  tx: Tx,
  viewer: Viewer,
  { keys, asOf }: { readonly keys: readonly ScorecardKey[]; readonly asOf: Date | null },
): Promise<ScorecardRow[]> =>
  rows(
    tx,
    `select ${COLUMNS}
       from unnest($4::text[], $5::uuid[], $6::text[], $7::date[]) as k(kind, id, period_kind, period_from)
       join ${believed(asOf, "$8")} s on s.subject_kind = k.kind and s.subject_id = k.id
        and s.period_kind = k.period_kind and s.period_from = k.period_from ${CONTRACT}
      where ${VISIBLE} and ${inForce(asOf)}`,
    [...visibility(viewer), ...columnsOf(keys), ...(asOf ? [asOf] : [])],
    `scorecardsInForce${asOf ? "/asOf" : ""}`,
  );

/** Every version of the scorecards of the same subjects and periods, newest first. */
export const scorecardVersions = (tx: Tx, viewer: Viewer, keys: readonly ScorecardKey[]): Promise<ScorecardRow[]> =>
  rows(
    tx,
    `select ${COLUMNS}
       from unnest($4::text[], $5::uuid[], $6::text[], $7::date[]) as k(kind, id, period_kind, period_from)
       join scorecard s on s.subject_kind = k.kind and s.subject_id = k.id and s.period_kind = k.period_kind
        and s.period_from = k.period_from ${CONTRACT}
      where ${VISIBLE} order by s.version desc`,
    [...visibility(viewer), ...columnsOf(keys)],
    "scorecardVersions",
  );

/** Whose scorecards under a contract, in a period. */
export interface PersonKey {
  readonly personId: string;
  readonly contractId: string;
  readonly period: Period;
}

/** The scorecards in force of everything that people do under a contract: their positions', and the whole of those. */
export const scorecardsOfPeople = (
  tx: Tx,
  viewer: Viewer,
  { keys, asOf }: { readonly keys: readonly PersonKey[]; readonly asOf: Date | null },
): Promise<ScorecardRow[]> =>
  rows(
    tx,
    `select ${COLUMNS}
       from unnest($4::uuid[], $5::uuid[], $6::text[], $7::date[]) as k(person_id, contract_id, period_kind, period_from)
       join ${believed(asOf, "$8")} s on s.person_id = k.person_id and s.contract_id = k.contract_id
        and s.period_kind = k.period_kind and s.period_from = k.period_from ${CONTRACT}
      where ${VISIBLE} and ${inForce(asOf)} order by s.contract_id, s.subject_kind, s.subject_id`,
    [
      ...visibility(viewer),
      keys.map(({ personId }) => personId),
      keys.map(({ contractId }) => contractId),
      keys.map(({ period }) => period.kind),
      keys.map(({ period }) => period.from),
      ...(asOf ? [asOf] : []),
    ],
    `scorecardsOfPeople${asOf ? "/asOf" : ""}`,
  );

const columnsOf = (keys: readonly ScorecardKey[]): unknown[] => [
  keys.map(({ kind }) => kind),
  keys.map(({ subjectId }) => subjectId),
  keys.map(({ period }) => period.kind),
  keys.map(({ period }) => period.from),
];

export const SCORECARD_ORDERS = ["score_desc", "score_asc"] as const;
export type ScorecardOrder = (typeof SCORECARD_ORDERS)[number];

/** Whose scorecards a list holds: everybody's under a contract, those on a service, the people's of a team. */
export type ListParentKind = "contract" | "service" | "team";

export interface ListParent {
  readonly kind: ListParentKind;
  readonly clientId: string;
  readonly id: string;
  readonly periodFrom: Day;
}

export interface ListShape {
  readonly periodKind: PeriodKind;
  readonly subjectKind: SubjectKind | null;
  readonly roleCode: string | null;
  readonly order: ScorecardOrder;
  /** As believed at this instant (ISO); null: now. */
  readonly asOf: string | null;
  readonly first: number;
  /** Score (null: none) and id of the last row of the page before. */
  readonly after: readonly [score: string | null, id: string] | null;
}

export type ListedRow = ScorecardRow & { readonly parentId: string };

/** One page for each parent, in one statement: `first + 1` rows, so that it shows whether another page follows. */
export const scorecardPages = (
  tx: Tx,
  viewer: Viewer,
  parents: readonly ListParent[],
  shape: ListShape,
): Promise<ListedRow[]> => {
  const kind = kindOf(parents);
  const { sort, next } = ORDERS[shape.order];
  const asOf = asOfIn(shape);
  return rows(
    tx,
    `select p.id as "parentId", page.* from unnest($4::uuid[], $5::uuid[], $6::date[]) as p(client_id, id, period_from)
      cross join lateral (
        select ${COLUMNS} from ${believed(asOf, "$13")} s ${CONTRACT}
         where ${VISIBLE} and ${listed(kind, asOf)} and ($10::numeric is null or ${next})
         order by ${sort}, s.id limit $12) page`,
    [
      ...visibility(viewer),
      ...placesOf(parents),
      ...filtersOf(shape),
      shape.after ? (shape.after[0] ?? ORDERS[shape.order].missing) : null,
      shape.after?.[1] ?? null,
      shape.first + 1,
      ...(asOf ? [asOf] : []),
    ],
    `scorecardPages/${kind}/${shape.order}${asOf ? "/asOf" : ""}`,
  );
};

export const scorecardCounts = (
  tx: Tx,
  viewer: Viewer,
  parents: readonly ListParent[],
  shape: ListShape,
): Promise<{ parentId: string; count: number }[]> => {
  const asOf = asOfIn(shape);
  return rows(
    tx,
    `select p.id as "parentId", count(*) as count
       from unnest($4::uuid[], $5::uuid[], $6::date[]) as p(client_id, id, period_from)
       join ${believed(asOf, "$10")} s on ${VISIBLE} and ${listed(kindOf(parents), asOf)} group by p.id`,
    [...visibility(viewer), ...placesOf(parents), ...filtersOf(shape), ...(asOf ? [asOf] : [])],
  );
};

const asOfIn = ({ asOf }: ListShape): Date | null => (asOf === null ? null : new Date(asOf));

/** Rows without a score come last either way: scores lie between 0 and 200. */
const ORDERS: Record<ScorecardOrder, { sort: string; next: string; missing: string }> = {
  score_desc: {
    sort: "coalesce(s.score, -1) desc",
    next: "(coalesce(s.score, -1) < $10 or (coalesce(s.score, -1) = $10 and s.id > $11))",
    missing: "-1",
  },
  score_asc: {
    sort: "coalesce(s.score, 201)",
    next: "(coalesce(s.score, 201) > $10 or (coalesce(s.score, 201) = $10 and s.id > $11))",
    missing: "201",
  },
};

const PARENT_COLUMN: Record<ListParentKind, string> = {
  contract: "contract_id",
  service: "service_id",
  team: "team_id",
};

const listed = (
  kind: ListParentKind,
  asOf: Date | null,
): string => `s.client_id = p.client_id and s.${PARENT_COLUMN[kind]} = p.id
  and s.period_kind = $7 and s.period_from = p.period_from and ($8::text is null or s.subject_kind = $8)
  and ($9::text is null or s.role_code = $9) and ${inForce(asOf)}`;

const placesOf = (parents: readonly ListParent[]): unknown[] => [
  parents.map(({ clientId }) => clientId),
  parents.map(({ id }) => id),
  parents.map(({ periodFrom }) => periodFrom),
];

const filtersOf = (shape: ListShape): unknown[] => [shape.periodKind, shape.subjectKind, shape.roleCode];

function kindOf(parents: readonly ListParent[]): ListParentKind {
  const [first] = parents;
  if (!first || parents.some((one) => one.kind !== first.kind)) throw new Error("A page has parents of one kind.");
  return first.kind;
}
