import { affected, rows, type Tx } from "../../platform/database";
import type { Place } from "../result-rows.queries";
import { ManualBook, type ManualPlace } from "./manual-book.rules";
import { ManualValue } from "./manual-value.entity";

export const MANUAL_COLUMNS = `m.client_id as "clientId", m.id, m.contract_id as "contractId",
  m.subject_kind as "subjectKind", m.subject_id as "subjectId", m.service_id as "serviceId", m.team_id as "teamId",
  m.person_id as "personId", m.kpi_code as "kpiCode", m.dialect, m.parameters, m.period_kind as "periodKind",
  m.period_from as "periodFrom", m.period_until as "periodUntil", m.value, m.numerator, m.denominator, m.sample,
  m.author, m.author_name as "authorName", m.reason, m.attachment, m.dispute_id as "disputeId",
  m.recorded_at as "recordedAt", m.superseded_at as "supersededAt", m.withdrawn_by as "withdrawnBy",
  m.withdrawal_reason as "withdrawalReason"`;

/**
 * The manual values of periods of a contract that are in force now. Like facts they are not definitions: whoever
 * computes what was believed of definitions at some time still lays today's manual values over it.
 */
export async function loadManualBook(tx: Tx, { clientId, contractId, periods }: Place): Promise<ManualBook> {
  const found = await rows<ManualValue>(
    tx,
    `select ${MANUAL_COLUMNS}
       from unnest($3::text[], $4::date[]) as p(kind, "from")
       join manual_value m on m.client_id = $1 and m.contract_id = $2 and m.period_kind = p.kind
        and m.period_from = p."from" and m.superseded_at is null`,
    [clientId, contractId, periods.map(({ kind }) => kind), periods.map(({ from }) => from)],
    "loadManualBook",
  );
  return new ManualBook(found);
}

/** Whoever enters or withdraws a value of a place waits for whoever does now. */
export async function lockManualPlace(tx: Tx, clientId: string, { subject, period, kpi }: ManualPlace): Promise<void> {
  const key = ["manual", clientId, subject.kind, subject.id, period.kind, period.from, kpi.kpiCode].join("/");
  await rows(tx, "select pg_advisory_xact_lock(hashtextextended($1, 17))", [key]);
}

/** The value in force of a place. */
export async function manualValueInForce(tx: Tx, clientId: string, place: ManualPlace): Promise<ManualValue | null> {
  const { subject, period, kpi } = place;
  const [found] = await rows<ManualValue>(
    tx,
    `select ${MANUAL_COLUMNS} from manual_value m
      where m.client_id = $1 and m.subject_kind = $2 and m.subject_id = $3 and m.period_kind = $4 and m.period_from = $5
        and m.kpi_code = $6 and m.dialect = $7 and m.parameters = $8::jsonb and m.superseded_at is null`,
    [
      ...[clientId, subject.kind, subject.id, period.kind, period.from],
      ...[kpi.kpiCode, kpi.dialect, JSON.stringify(kpi.parameters)],
    ],
  );
  return found ?? null;
}

/** Ends a value: another takes its place, or somebody withdraws it. */
export async function supersede(
  tx: Tx,
  { clientId, id }: ManualValue,
  ending: { readonly at: Date; readonly withdrawnBy: string | null; readonly reason: string | null },
): Promise<void> {
  await rows(
    tx,
    `update manual_value set superseded_at = greatest($3, recorded_at), withdrawn_by = $4, withdrawal_reason = $5
      where client_id = $1 and id = $2 and superseded_at is null`,
    [clientId, id, ending.at, ending.withdrawnBy, ending.reason],
  );
}

export const insertManualValue = async (tx: Tx, value: ManualValue): Promise<void> =>
  void (await tx.insert(ManualValue, { ...value, parameters: value.parameters as never }));

/** The scorecards and objective results of a value's period must follow. */
export async function touchPeriodOf(tx: Tx, value: ManualValue): Promise<void> {
  const { clientId, contractId, periodKind, periodFrom } = value;
  await rows(
    tx,
    "insert into touched_period (client_id, contract_id, period_kind, period_from) values ($1, $2, $3, $4)",
    [clientId, contractId, periodKind, periodFrom],
  );
}

/**
 * Touches open periods that have values but no results: those in which nothing was measured, once all results are to be
 * computed anew. Returns how many.
 */
export const touchValuesWithoutResults = (tx: Tx, clientId: string): Promise<number> =>
  affected(
    tx,
    `insert into touched_period (client_id, contract_id, period_kind, period_from)
     select m.client_id, m.contract_id, m.period_kind, m.period_from from manual_value m
      where m.client_id = $1 and m.superseded_at is null and ${WITHOUT_RESULTS}
     except
     select client_id, contract_id, period_kind, period_from from touched_period where client_id = $1`,
    [clientId],
  );

const WITHOUT_RESULTS = ["scorecard", "objective_result", "period_closing"]
  .map(
    (table) => `not exists (select from ${table} r where r.client_id = m.client_id and r.contract_id = m.contract_id
        and r.period_kind = m.period_kind and r.period_from = m.period_from)`,
  )
  .join(" and ");
