import { affected, rows, type Tx } from "../../platform/database";
import type { Period } from "../../shared/period";
import { ASSESSMENT_COLUMNS } from "../assessment-book";
import type { Assessment } from "./assessment.entity";

type Place = Pick<Assessment, "clientId" | "objectiveId" | "periodKind" | "periodFrom" | "assessor">;

/** Whoever answers twice at once answers one after the other. */
export async function lockAssessment(tx: Tx, place: Place): Promise<void> {
  const { clientId, objectiveId, periodKind, periodFrom, assessor } = place;
  const key = ["assessment", clientId, objectiveId, periodKind, periodFrom, assessor].join("/");
  await rows(tx, "select pg_advisory_xact_lock(hashtextextended($1, 20))", [key]);
}

/** An assessor's answer in force for a period. */
export async function assessmentInForce(tx: Tx, place: Place): Promise<Assessment | null> {
  const { clientId, objectiveId, periodKind, periodFrom, assessor } = place;
  const [found] = await rows<Assessment>(
    tx,
    `select ${ASSESSMENT_COLUMNS} from assessment a
      where a.client_id = $1 and a.objective_id = $2 and a.period_kind = $3 and a.period_from = $4 and a.assessor = $5
        and a.superseded_at is null`,
    [clientId, objectiveId, periodKind, periodFrom, assessor],
  );
  return found ?? null;
}

/** Ends an answer: another takes its place, or somebody withdraws it. */
export async function supersedeAssessment(
  tx: Tx,
  { clientId, id }: Assessment,
  ending: { readonly at: Date; readonly withdrawnBy: string | null; readonly reason: string | null },
): Promise<void> {
  await rows(
    tx,
    `update assessment set superseded_at = greatest($3, recorded_at), withdrawn_by = $4, withdrawal_reason = $5
      where client_id = $1 and id = $2 and superseded_at is null`,
    [clientId, id, ending.at, ending.withdrawnBy, ending.reason],
  );
}

/** The results of these periods must follow. */
export async function touchAssessed(
  tx: Tx,
  { clientId, contractId }: Pick<Assessment, "clientId" | "contractId">,
  periods: readonly Period[],
): Promise<void> {
  await rows(
    tx,
    `insert into touched_period (client_id, contract_id, period_kind, period_from)
     select $1, $2, p.kind, p."from" from unnest($3::text[], $4::date[]) as p(kind, "from")`,
    [clientId, contractId, periods.map(({ kind }) => kind), periods.map(({ from }) => from)],
  );
}

/** Touches open periods with assessments but without results, once all results are to be computed anew. Returns how many. */
export const touchAssessmentsWithoutResults = (tx: Tx, clientId: string): Promise<number> =>
  affected(
    tx,
    `insert into touched_period (client_id, contract_id, period_kind, period_from)
     select a.client_id, a.contract_id, a.period_kind, a.period_from from assessment a
      where a.client_id = $1 and a.superseded_at is null and not exists (
        select from objective_result r where r.client_id = a.client_id and r.contract_id = a.contract_id
           and r.period_kind = a.period_kind and r.period_from = a.period_from)
       and not exists (
        select from period_closing c where c.client_id = a.client_id and c.contract_id = a.contract_id
           and c.period_kind = a.period_kind and c.period_from = a.period_from)
     except
     select client_id, contract_id, period_kind, period_from from touched_period where client_id = $1`,
    [clientId],
  );
