import type { KpiInUse } from "../kpis/kpi-definition";
import { rows, type Tx } from "../platform/database";
import type { Day } from "../shared/day";
import type { Stream } from "../shared/stream";
import { asynchronousChannels } from "./channel-class.rules";
import { withOwnValues } from "./measure-sql.rules";
import { factsOfPartSql, type FigurePart } from "./fact-part.rules";

/** Where facts belong (`personId` null: whoever handled them) and the days `[from, until)` on which they count. */
export interface FactSource {
  readonly serviceId: string;
  readonly personId: string | null;
  readonly from: Day;
  readonly until: Day;
}

/** One part of one figure of one subject. */
export interface FactsRequest {
  readonly clientId: string;
  readonly kpi: KpiInUse;
  readonly part: FigurePart;
  readonly sources: readonly FactSource[];
}

/** A fact that counts in a figure. */
export interface CountedFact {
  readonly stream: Stream;
  readonly clientId: string;
  /** The system that sent it, and its id there. */
  readonly source: string;
  readonly externalId: string;
  readonly serviceId: string;
  readonly channel: string;
  readonly personId: string | null;
  readonly importId: string;
  /** The instant that decides on which day it counts. */
  readonly occurredAt: Date;
  readonly day: Day;
  /** What it adds to the part: 1, seconds, minor units; negative when it is taken away. */
  readonly adds: number;
  /** `occurredAt` to the microsecond, for cursors. */
  readonly occurredAtText: string;
}

/** Instant (`occurredAtText`), source, external id and stream of the last fact of the page before. */
export type FactKey = readonly [occurredAt: string, source: string, externalId: string, stream: string];

export interface FactsPage {
  readonly first: number;
  readonly after: FactKey | null;
}

/** Facts behind a figure in the order they happened; one more than `first` when another page follows. */
export async function factsBehind(tx: Tx, request: FactsRequest, page: FactsPage): Promise<CountedFact[]> {
  const facts = factsOfPartSql(request.kpi, request.part);
  if (facts === null || request.sources.length === 0) return [];
  const [occurredAt, source, externalId, stream] = page.after ?? [null, null, null, null];
  const { sql, params } = withOwnValues(
    `select ${COLUMNS} from (${facts}) p
      where $4::timestamptz is null or (p.occurred_at, p.source, p.external_id, p.stream) > ($4::timestamptz, $5, $6, $7)
      order by p.occurred_at, p.source, p.external_id, p.stream limit $8`,
    [...paramsOf(request), occurredAt, source, externalId, stream, page.first + 1],
  );
  return rows<CountedFact>(tx, sql, params);
}

/** How many facts count in the part. For counts that take nothing away this is the part itself. */
export async function countFactsBehind(tx: Tx, request: FactsRequest): Promise<number> {
  const facts = factsOfPartSql(request.kpi, request.part);
  if (facts === null || request.sources.length === 0) return 0;
  const { sql, params } = withOwnValues(`select count(*) from (${facts}) p`, paramsOf(request));
  const found = await rows<{ count: number }>(tx, sql, params);
  return found[0]?.count ?? 0;
}

const COLUMNS = `
  p.stream, p.client_id as "clientId", p.source, p.external_id as "externalId", p.service_id as "serviceId", p.channel,
  p.person_id as "personId", p.import_id as "importId", p.occurred_at as "occurredAt", p.day, p.adds::float8 as adds,
  to_char(p.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "occurredAtText"`;

function paramsOf({ clientId, sources }: FactsRequest): unknown[] {
  const named = sources.map((one) => ({
    service_id: one.serviceId,
    person_id: one.personId,
    from: one.from,
    until: one.until,
  }));
  return [clientId, JSON.stringify(named), asynchronousChannels()];
}
