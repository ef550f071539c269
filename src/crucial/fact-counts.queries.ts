import { rows, type Tx } from "../platform/database";
import { tableOf, type Stream } from "../shared/stream";
import type { Span } from "./crucial.queries";

/** Facts of a service on a month's days, and how many of them came after the grace days. */
export interface FactCount {
  readonly stream: Stream;
  readonly serviceId: string;
  readonly day: string;
  readonly facts: number;
  readonly late: number;
}

export interface Lateness {
  readonly graceDays: number;
  readonly timeZone: string;
}

/** Events are counted with the cases they are folded into. */
const COUNTED_ELSEWHERE: readonly Stream[] = ["case_event"];

/**
 * Facts by stream, service and day; late are those that came, or were changed, when the day and the contract's grace
 * days were over. One statement for all streams.
 */
export async function factCounts(
  tx: Tx,
  { clientId, serviceIds, from, until }: Span,
  streams: readonly Stream[],
  { graceDays, timeZone }: Lateness,
): Promise<FactCount[]> {
  const counted = streams.filter((stream) => !COUNTED_ELSEWHERE.includes(stream));
  if (counted.length === 0) return [];
  const each = counted.map((stream) => `select '${stream}' as stream, f.* from (${countsOf(stream)}) f`);
  return rows(tx, each.join(" union all "), [clientId, serviceIds, from, until, graceDays, timeZone]);
}

/** The column that says on which day a fact counts first. */
const DAY_COLUMNS: Partial<Readonly<Record<Stream, string>>> = { contact: "offered_day", survey: "surveyed_day" };

const LATE = (day: string): string => `f.ingested_at >= ((${day} + 1 + $5::integer)::timestamp at time zone $6)`;

function countsOf(stream: Stream): string {
  if (stream === "case") return COUNTS_OF_CASES;
  const day = `f.${DAY_COLUMNS[stream] ?? "day"}`;
  return `
    select f.service_id as "serviceId", ${day} as day, count(*) as facts, count(*) filter (where ${LATE(day)}) as late
      from ${tableOf(stream)} f
     where f.client_id = $1 and f.service_id = any($2) and ${day} >= $3 and ${day} < $4
     group by 1, 2`;
}

/** A case is told again at each step, so that it is late only when it came late after its last one. */
const STEPS = "('opened', 'reopened', 'responded', 'solution', 'turnaround', 'resolved', 'closed')";
const COUNTS_OF_CASES = `
  select m.service_id as "serviceId", m.day, count(*) as facts, count(*) filter (where ${LATE("m.day")}) as late
    from (select distinct service_id, day, source, external_id from case_moment
           where client_id = $1 and service_id = any($2) and day >= $3 and day < $4 and moment in ${STEPS}) m
    join case_record f on f.client_id = $1 and f.source = m.source and f.external_id = m.external_id
   where not exists (select 1 from case_moment n where n.client_id = $1 and n.source = m.source
                        and n.external_id = m.external_id and n.day > m.day and n.moment in ${STEPS})
   group by 1, 2`;
