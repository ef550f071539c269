import { outstandingRejects } from "../facts/outstanding-rejects";
import { rows, type Tx } from "../platform/database";
import type { KpiResult } from "../scorecards/scorecard.entity";
import type { Day } from "../shared/day";
import type { Period, PeriodKind } from "../shared/period";
import type { Stream } from "../shared/stream";

/** Days `[from, until)` of some services of a client. */
export interface Span {
  readonly clientId: string;
  readonly serviceIds: readonly string[];
  readonly from: Day;
  readonly until: Day;
}

export interface DaysOfStream {
  readonly stream: Stream;
  readonly serviceId: string;
  readonly days: readonly Day[];
}

/** On which days facts counted. */
export const daysWithFacts = (tx: Tx, { clientId, serviceIds, from, until }: Span): Promise<DaysOfStream[]> =>
  rows(
    tx,
    `select stream, service_id as "serviceId", array_agg(distinct day order by day) as days
       from daily_measures
      where client_id = $1 and service_id = any($2) and day >= $3 and day < $4
      group by stream, service_id`,
    [clientId, serviceIds, from, until],
  );

/** A settled figure of a contract, a service or an objective. */
export interface SettledFigure {
  readonly subjectId: string;
  readonly kind: PeriodKind;
  readonly from: Day;
  readonly item: KpiResult;
}

/** The figures of a contract and its services in periods, of the latest version of each scorecard. */
export const settledItems = (
  tx: Tx,
  { clientId, contractId, periods }: { clientId: string; contractId: string; periods: readonly Period[] },
): Promise<SettledFigure[]> =>
  rows(
    tx,
    `select s.subject_id as "subjectId", s.period_kind as kind, s.period_from as "from", item
       from (select distinct on (c.subject_id, c.period_kind, c.period_from)
                    c.subject_id, c.period_kind, c.period_from, c.items
               from unnest($3::text[], $4::date[]) as p(kind, "from")
               join scorecard c on c.client_id = $1 and c.contract_id = $2 and c.period_kind = p.kind
                and c.period_from = p."from" and c.subject_kind in ('contract', 'service')
              order by c.subject_id, c.period_kind, c.period_from, c.version desc) s
      cross join lateral jsonb_array_elements(s.items) as item`,
    [clientId, contractId, periods.map(({ kind }) => kind), periods.map(({ from }) => from)],
  );

/** The figures of objectives in periods, of the latest version of each result. `subjectId` is the objective. */
export const objectiveItems = (
  tx: Tx,
  { clientId, contractId, periods }: { clientId: string; contractId: string; periods: readonly Period[] },
): Promise<SettledFigure[]> =>
  rows(
    tx,
    `select distinct on (r.objective_id, r.period_kind, r.period_from)
            r.objective_id as "subjectId", r.period_kind as kind, r.period_from as "from", r.item
       from unnest($3::text[], $4::date[]) as p(kind, "from")
       join objective_result r on r.client_id = $1 and r.contract_id = $2 and r.period_kind = p.kind
        and r.period_from = p."from"
      order by r.objective_id, r.period_kind, r.period_from, r.version desc`,
    [clientId, contractId, periods.map(({ kind }) => kind), periods.map(({ from }) => from)],
  );

/** Rows of the client that were refused and are still missing, by stream and day. */
export const rejectedRows = (
  tx: Tx,
  { clientId, from, until }: Span,
): Promise<{ stream: Stream; day: Day; count: number }[]> =>
  rows(
    tx,
    `select i.stream, missing.day, count(*) as count
       from ${outstandingRejects("r.day >= $2 and r.day < $3")} as missing
       join import i on i.client_id = missing.client_id and i.id = missing.import_id
      group by i.stream, missing.day`,
    [[clientId], from, until],
  );

export interface ForumNeed {
  readonly code: string;
  readonly reviewsKind: PeriodKind;
}

export const forumsOf = (tx: Tx, clientId: string, contractId: string): Promise<ForumNeed[]> =>
  rows(
    tx,
    `select code, reviews_kind as "reviewsKind" from forum where client_id = $1 and contract_id = $2 order by code`,
    [clientId, contractId],
  );
