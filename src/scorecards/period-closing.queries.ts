import { affected, rows, type Tx } from "../platform/database";
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

/** Periods with provisional rows that were computed before the period was over where the contract counts its days. */
export const computedTooEarly = (tx: Tx, { clientId, contractId, periods }: Place): Promise<Period[]> =>
  rows(tx, TOO_EARLY, [
    ...[clientId, contractId, periods.map(({ kind }) => kind)],
    ...[periods.map(({ from }) => from), periods.map(({ until }) => until)],
  ]);

const TOO_EARLY = `
  select p.kind, p."from", p.until
    from unnest($3::text[], $4::date[], $5::date[]) as p(kind, "from", until)
    join contract c on c.client_id = $1 and c.id = $2
   where exists (
     select from (${["scorecard", "objective_result"]
       .map(
         (table) => `select r.computed_at from ${table} r where r.client_id = $1 and r.contract_id = $2
          and r.period_kind = p.kind and r.period_from = p."from" and r.state = 'provisional'`,
       )
       .join(" union all ")}) one
      where one.computed_at < p.until::timestamp at time zone c.time_zone)`;

export interface FrozenCounts {
  readonly scorecards: number;
  readonly objectiveResults: number;
}

/** Makes the provisional rows of periods final. */
export async function freezeResults(tx: Tx, place: Place, now: Date): Promise<FrozenCounts> {
  const { clientId, contractId, periods } = place;
  const params = [clientId, contractId, periods.map(({ kind }) => kind), periods.map(({ from }) => from), now];
  const frozen = (table: string): Promise<number> => affected(tx, FREEZE.replace("$table", table), params);
  return { scorecards: await frozen("scorecard"), objectiveResults: await frozen("objective_result") };
}

const FREEZE = `
  update $table r set state = 'final', final_at = $5
    from unnest($3::text[], $4::date[]) as p(kind, "from")
   where r.client_id = $1 and r.contract_id = $2 and r.period_kind = p.kind and r.period_from = p."from"
     and r.state = 'provisional'`;

/** Writes down that periods are closed, and what their figures were made of. */
export const saveClosings = (tx: Tx, closings: readonly PeriodClosing[]): Promise<number> =>
  affected(tx, SAVE, [closings[0]!.clientId, JSON.stringify(closings)]);

const SAVE = `
  insert into period_closing (client_id, contract_id, period_kind, period_from, period_until, closed_at, closed_by,
    inputs_fingerprint, results_fingerprint, watermark, definitions)
  select $1, c."contractId", c."periodKind", c."periodFrom", c."periodUntil", c."closedAt", c."closedBy",
         c."inputsFingerprint", c."resultsFingerprint", c.watermark, c.definitions
    from jsonb_to_recordset($2) as c("contractId" uuid, "periodKind" text, "periodFrom" date, "periodUntil" date,
         "closedAt" timestamptz, "closedBy" text, "inputsFingerprint" text, "resultsFingerprint" text,
         watermark jsonb, definitions jsonb)`;
