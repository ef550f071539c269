import type { PeriodKind } from "../../shared/period";
import type { SettledHouse } from "../settled-house.builder";

export const CLOSED_AT = new Date("2026-07-10T10:00:00Z");

/** Closes all periods of some kinds that have results, as they were computed. */
export async function closeHouse(at: SettledHouse, kinds: readonly PeriodKind[], closedAt = CLOSED_AT): Promise<void> {
  await at.sql(CLOSE, kinds, closedAt);
  for (const table of ["scorecard", "objective_result"])
    await at.sql(
      `update ${table} set state = 'final', final_at = $3
        where client_id = $1 and period_kind = any($2) and state = 'provisional'`,
      kinds,
      closedAt,
    );
}

const CLOSE = `
  insert into period_closing (client_id, contract_id, period_kind, period_from, period_until, closed_at, closed_by,
    inputs_fingerprint, results_fingerprint, watermark, definitions)
  select distinct client_id, contract_id, period_kind, period_from, period_until, $3::timestamptz, 'test', '', '',
         '{}'::jsonb, '{}'::jsonb
    from scorecard where client_id = $1 and period_kind = any($2)
  on conflict do nothing`;
