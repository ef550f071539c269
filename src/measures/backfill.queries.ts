import type { MeasureSlot } from "../kpis/measure-slot.entity";
import { affected, rows, type Tx } from "../platform/database";
import type { Stream } from "../shared/stream";
import type { BackfillDue } from "./backfill-run.service";

interface Backfill {
  readonly clientId: string;
  readonly known: readonly MeasureSlot[];
  /** For each stream, the slot that every row must reach. */
  readonly reached: ReadonlyMap<Stream, number>;
}

/**
 * Puts on the log the days of rows too short for a slot in use, newest first. Some facts are counted days after they
 * ended or began (issues of customers, cases of an age), perhaps on a day without any row: such days follow those of the
 * facts, computed or still on the log, which was written before there was the slot. Answers how many days of
 * which stream; those that are on the log already are not counted again.
 */
export async function backfill(tx: Tx, { clientId, known, reached }: Backfill): Promise<BackfillDue[]> {
  const due: BackfillDue[] = [];
  for (const [stream, slot] of reached) {
    if ((await shortestRow(tx, clientId, stream)) >= slot) continue;
    const later = laterDays(known, stream);
    const days = await affected(tx, TOUCH_SHORT, [
      clientId,
      stream,
      slot,
      later.map((one) => one.slot),
      later.map((one) => one.days),
    ]);
    if (days > 0) due.push({ stream, slot, days });
  }
  return due;
}

/** Read off an index, so that asking costs nothing when there is nothing to do; 0 where nothing was computed yet. */
async function shortestRow(tx: Tx, clientId: string, stream: Stream): Promise<number> {
  const found = await rows<{ length: number }>(
    tx,
    `select cardinality(sums) as length from daily_measures where client_id = $1 and stream = $2
      order by client_id, stream, cardinality(sums) limit 1`,
    [clientId, stream],
    "shortest-row",
  );
  return found[0]?.length ?? 0;
}

/** Slots whose facts count some days after they ended, or were opened. */
function laterDays(known: readonly MeasureSlot[], stream: Stream): { slot: number; days: number }[] {
  return known.flatMap((one) => {
    const { repeatDays, ageDays, untilAgeDays } = JSON.parse(one.parameters) as Readonly<
      Record<string, number | undefined>
    >;
    const days = repeatDays ?? ageDays ?? untilAgeDays;
    return one.stream === stream && days !== undefined ? [{ slot: one.slot, days }] : [];
  });
}

const TOUCH_SHORT = `
  with short as (
    select service_id, day, min(cardinality(sums)) as length from daily_measures
     where client_id = $1 and stream = $2 group by service_id, day having min(cardinality(sums)) < $3
     union all
    select service_id, day, 0 from touched_day where client_id = $1 and stream = $2),
  due as (
    select service_id, day from short
    union
    select s.service_id, s.day + l.days
      from short s join unnest($4::integer[], $5::integer[]) as l(slot, days) on l.slot > s.length)
  insert into touched_day (client_id, stream, service_id, day)
  select $1, $2, d.service_id, d.day from due d
   where not exists (select 1 from touched_day t
                      where t.client_id = $1 and t.stream = $2 and t.service_id = d.service_id and t.day = d.day)
   order by d.day desc, d.service_id`;
