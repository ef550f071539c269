import { rows, type Tx } from "../platform/database";
import { groupBy } from "../shared/group-by";
import type { Period } from "../shared/period";
import type { PeriodClosing } from "./period-closing.entity";
import type { Place } from "./result-rows.queries";

export type Closing = Pick<PeriodClosing, "periodKind" | "periodFrom" | "closedAt">;

/** Those of some periods that are closed. */
export async function closingsOf(tx: Tx, { clientId, contractId, periods }: Place): Promise<ClosedPeriods> {
  const found = await rows<Closing>(
    tx,
    `select c.period_kind as "periodKind", c.period_from as "periodFrom", c.closed_at as "closedAt"
       from period_closing c
       join unnest($3::text[], $4::date[]) as p(kind, "from") on p.kind = c.period_kind and p."from" = c.period_from
      where c.client_id = $1 and c.contract_id = $2`,
    [clientId, contractId, periods.map(({ kind }) => kind), periods.map(({ from }) => from)],
  );
  return new ClosedPeriods(found);
}

export class ClosedPeriods {
  private readonly byPeriod: ReadonlyMap<string, readonly Closing[]>;

  constructor(found: readonly Closing[]) {
    this.byPeriod = groupBy(found, (one) => `${one.periodKind}/${one.periodFrom}`);
  }

  closingOf({ kind, from }: Period): Closing | null {
    return this.byPeriod.get(`${kind}/${from}`)?.[0] ?? null;
  }
}
