import { requireKpi } from "../../kpis/kpi-in-use.rules";
import { rows, type Tx } from "../../platform/database";
import type { Day } from "../../shared/day";
import type { Period, PeriodKind } from "../../shared/period";
import type { ContractPlace, ResultOfPeriod } from "../settlement-book.queries";

export type OpenResult = ResultOfPeriod & { readonly periodUntil: Day; readonly serviceId: string | null };

/** Results of periods of some lengths that are not closed yet, up to the one that is looked at. */
export async function openResults(
  tx: Tx,
  { clientId, contractId }: ContractPlace,
  { kinds, until }: { readonly kinds: readonly PeriodKind[]; readonly until: Day },
): Promise<OpenResult[]> {
  const params = [clientId, contractId, kinds, until];
  const found = await rows<Omit<OpenResult, "kpi">>(tx, SQL, params, "openResults");
  return found.map((one) => ({ ...one, kpi: requireKpi(one.item.kpiCode) }));
}

const SQL = `
  select r.objective_id as "objectiveId", o.code, o.name, o.clause, o.service_id as "serviceId", r.period_kind as "periodKind", r.period_from as "periodFrom",
         r.period_until as "periodUntil", r.outcome, r.item, r.aims, r.unadjusted, r.exclusions, r.segments,
         jsonb_build_object('id', r.id, 'version', r.version) as saved
    from objective_result r
    join objective o on o.client_id = r.client_id and o.id = r.objective_id
   where r.client_id = $1 and r.contract_id = $2 and r.period_kind = any($3) and r.period_until <= $4
     and r.state = 'provisional'
   order by r.period_from, o.code`;

/** The periods of some results, oldest first. */
export function periodsOf(results: readonly OpenResult[]): Period[] {
  const all = new Map<string, Period>();
  for (const { periodKind: kind, periodFrom: from, periodUntil: until } of results)
    all.set(`${kind}/${from}`, { kind, from, until });
  return [...all.values()];
}
