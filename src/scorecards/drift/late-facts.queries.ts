import type { LateFact } from "../../facts/late-fact.entity";
import { rows, type Tx } from "../../platform/database";
import type { Day } from "../../shared/day";
import type { Stream } from "../../shared/stream";

/** Where facts count (`personId` null: whoever handled them) on the days `[from, until)`; `from` null: ever. */
export interface LateSource {
  readonly serviceId: string;
  readonly personId: string | null;
  readonly from: Day | null;
  readonly until: Day;
}

/** Late facts that a figure reads. */
export interface LateFactsRequest {
  readonly clientId: string;
  readonly streams: readonly Stream[];
  readonly sources: readonly LateSource[];
  readonly since: Date;
}

/** The latest first; one more than `first` when another page follows. */
export const lateFactsOf = (
  tx: Tx,
  request: LateFactsRequest,
  { first, after }: { readonly first: number; readonly after: number | null },
): Promise<LateFact[]> =>
  rows(
    tx,
    `select l.client_id as "clientId", l.id, l.contract_id as "contractId", l.stream, l.source,
            l.external_id as "externalId", l.service_id as "serviceId", l.person_id as "personId", l.day, l.change,
            l.import_id as "importId", l.at
       from late_fact l where ${READ} and ($5::bigint is null or l.id < $5) order by l.id desc limit $6`,
    [...paramsOf(request), after, first + 1],
  );

export async function countLateFacts(tx: Tx, request: LateFactsRequest): Promise<number> {
  const [found] = await rows<{ n: number }>(
    tx,
    `select count(*) as n from late_fact l where ${READ}`,
    paramsOf(request),
  );
  return found?.n ?? 0;
}

const READ = `l.client_id = $1 and l.stream = any($2) and l.at >= $4
  and l.service_id in (select s.service_id from jsonb_to_recordset($3) as s(service_id uuid))
  and exists (
    select from jsonb_to_recordset($3) as s(service_id uuid, person_id uuid, "from" date, until date)
     where s.service_id = l.service_id and (s.person_id is null or s.person_id = l.person_id)
       and (s."from" is null or l.day >= s."from") and l.day < s.until)`;

function paramsOf({ clientId, streams, sources, since }: LateFactsRequest): unknown[] {
  const named = sources.map(({ serviceId, personId, from, until }) => ({
    ...{ service_id: serviceId, person_id: personId, from, until },
  }));
  return [clientId, streams, JSON.stringify(named), since];
}
