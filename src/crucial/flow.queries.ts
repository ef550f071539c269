import { slotKey, type Slots } from "../measures/slots.rules";
import { rows, type Tx } from "../platform/database";
import { Decimal } from "../shared/decimal";
import type { Period } from "../shared/period";
import type { Flow } from "./flow.rules";

/** A flow of some services in a period, to be added up from daily measures. */
export interface WantedFlow extends Flow {
  readonly no: number;
  readonly serviceIds: readonly string[];
  readonly period: Period;
}

/** What came in less what went out, by number; one statement. A measure that is not computed yet: no answer. */
export async function flowSums(
  tx: Tx,
  clientId: string,
  { wanted, slots }: { wanted: readonly WantedFlow[]; slots: Slots },
): Promise<ReadonlyMap<number, string>> {
  const known = wanted.filter(({ terms }) => terms.every((term) => slots.has(slotKey(term))));
  const parts = known.flatMap(({ no, terms, serviceIds, period }) =>
    terms.flatMap((term) => serviceIds.map((serviceId) => ({ no, term, serviceId, period }))),
  );
  if (parts.length === 0) return new Map();
  const found = await rows<{ no: number; sum: number }>(tx, FLOWS, [
    clientId,
    parts.map(({ no }) => no),
    parts.map(({ term }) => term.measure.stream),
    parts.map(({ term }) => slots.get(slotKey(term))),
    parts.map(({ term }) => term.sign),
    parts.map(({ serviceId }) => serviceId),
    parts.map(({ period }) => period.from),
    parts.map(({ period }) => period.until),
  ]);
  const sums = new Map(found.map(({ no, sum }) => [no, sum]));
  return new Map(known.map(({ no, perUnit }) => [no, new Decimal(sums.get(no) ?? 0).div(perUnit).toString()]));
}

const FLOWS = `
  select w.no, sum(w.sign * coalesce(d.sums[w.slot], 0)) as sum
    from unnest($2::integer[], $3::text[], $4::integer[], $5::integer[], $6::uuid[], $7::date[], $8::date[])
      as w(no, stream, slot, sign, service_id, "from", until)
    join daily_measures d on d.client_id = $1 and d.stream = w.stream and d.service_id = w.service_id
     and d.day >= w."from" and d.day < w.until
   group by w.no`;
