import { affected, rows, type Tx } from "../platform/database";
import type { Day } from "../shared/day";
import { tableOf } from "../shared/stream";
import type { BatchOrigin } from "./fact.queries";
import { CLOSED_PLACES, LATE_COLUMNS } from "./late-fact.sql";
import { streamFacts } from "./streams/stream-facts";

/** Each service with some of its days. */
export type ServiceDays = ReadonlyMap<string, ReadonlySet<Day>>;

/**
 * Logs what a batch did to facts on days of closed periods. A batch of open days costs one look-up. Call it when facts
 * are stored, while `pg_temp.former_<table>` holds how they were.
 */
export async function noteLateFacts(
  tx: Tx,
  origin: BatchOrigin,
  { places, ids }: { readonly places: ServiceDays; readonly ids: readonly string[] },
): Promise<void> {
  const closed = await closedPlaces(tx, origin.clientId, places);
  if (closed.length === 0) return;
  const { clientId, source, stream, importId, at } = origin;
  await affected(tx, insertionOf(stream), [
    ...[clientId, source, stream, ids, importId, at],
    closed.map((one) => one.contractId),
    closed.map((one) => one.serviceId),
    closed.map((one) => one.day),
  ]);
}

interface ClosedPlace {
  readonly contractId: string;
  readonly serviceId: string;
  readonly day: Day;
}

async function closedPlaces(tx: Tx, clientId: string, places: ServiceDays): Promise<ClosedPlace[]> {
  const all = [...places].flatMap(([serviceId, days]) => [...days].map((day) => ({ serviceId, day })));
  if (all.length === 0) return [];
  return rows<ClosedPlace>(
    tx,
    `with place as materialized (
       select s.contract_id, t.service_id, t.day from unnest($2::uuid[], $3::date[]) as t(service_id, day)
         join service s on s.client_id = $1 and s.id = t.service_id),
     ${CLOSED_PLACES}
     select c.contract_id as "contractId", c.service_id as "serviceId", c.day from closed c`,
    [clientId, all.map(({ serviceId }) => serviceId), all.map(({ day }) => day)],
  );
}

/** Where each fact counted and where it counts, and what that makes of it there. */
function insertionOf(stream: BatchOrigin["stream"]): string {
  const table = tableOf(stream);
  const { daysSql } = streamFacts(stream);
  const placed = (from: string, isFormer: boolean): string => `
    select f.external_id, f.service_id, f.person_id, d.day, ${isFormer} as is_former
      from ${from} f cross join lateral unnest(${daysSql}) as d(day) where f.external_id = any($4)`;
  return `
    insert into late_fact (${LATE_COLUMNS})
    select $1, c.contract_id, $3, $2, p.external_id, p.service_id, p.person_id, p.day,
           case when not p.had then 'added' when not p.has then 'withdrawn' when p.was and p.is_now then 'changed'
                else 'moved' end, $5, $6
      from (select external_id, service_id, person_id, day, bool_or(is_former) as was, bool_or(not is_former) as is_now,
                   bool_or(bool_or(is_former)) over (partition by external_id) as had,
                   bool_or(bool_or(not is_former)) over (partition by external_id) as has
              from (${placed(`pg_temp.former_${table}`, true)} union all ${placed(
                `(select * from ${table} where client_id = $1 and source = $2 and external_id = any($4))`,
                false,
              )}) x
             group by external_id, service_id, person_id, day) p
      join unnest($7::uuid[], $8::uuid[], $9::date[]) as c(contract_id, service_id, day)
        on c.service_id = p.service_id and c.day = p.day
     order by p.day, p.external_id`;
}
