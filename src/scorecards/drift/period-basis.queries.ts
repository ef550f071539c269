import { rows, type Tx } from "../../platform/database";
import { periodContaining, type Period, type PeriodKind } from "../../shared/period";
import type { Day } from "../../shared/day";
import type { Place } from "../result-rows.queries";

/** A closed period with what its figures in force rest on. */
export interface PeriodBasis {
  readonly period: Period;
  readonly closedAt: Date;
  /** Definitions as they were believed then made the figures in force. */
  readonly believedAt: Date;
  /** When it was closed, or restated for the last time. */
  readonly since: Date;
}

interface Found extends Omit<PeriodBasis, "period"> {
  readonly kind: PeriodKind;
  readonly from: Day;
}

/** Those of some periods that are closed. */
export async function basesOf(tx: Tx, { clientId, contractId, periods }: Place): Promise<PeriodBasis[]> {
  const found = await rows<Found>(tx, BASES, [
    ...[clientId, contractId],
    ...[periods.map(({ kind }) => kind), periods.map(({ from }) => from)],
  ]);
  return found.map(({ kind, from, ...basis }) => ({ period: periodContaining(kind, from), ...basis }));
}

const BASES = `
  select c.period_kind as kind, c.period_from as "from", c.closed_at as "closedAt",
         coalesce(r.believed_at, c.closed_at) as "believedAt", coalesce(r.applied_at, c.closed_at) as since
    from unnest($3::text[], $4::date[]) as p(kind, "from")
    join period_closing c on c.client_id = $1 and c.contract_id = $2 and c.period_kind = p.kind and c.period_from = p."from"
    left join lateral (
      select r.believed_at, r.applied_at from restatement r
       where r.client_id = $1 and r.contract_id = $2 and r.period_kind = c.period_kind and r.period_from = c.period_from
         and r.state = 'applied' order by r.applied_at desc limit 1) r on true
   order by 1, 2`;
