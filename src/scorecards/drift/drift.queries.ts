import { rows, type Tx } from "../../platform/database";
import { newId } from "../../shared/ids";
import type { Place } from "../result-rows.queries";
import type { Drift } from "./drift.entity";

export type DriftRow = Omit<Drift, "clientId" | "contractId" | "id">;

/** So that no statement grows beyond some megabytes. */
const ROWS_PER_STATEMENT = 2_000;

/** Makes these rows the drift of the periods. What was noticed before and is the same keeps its instant. */
export async function replaceDrift(tx: Tx, place: Place, found: readonly DriftRow[]): Promise<void> {
  const { clientId, contractId, periods } = place;
  await rows(tx, REMOVE, [
    ...[clientId, contractId, periods.map(({ kind }) => kind), periods.map(({ from }) => from)],
    found.map((one) => `${one.subjectKind}/${one.subjectId}/${one.periodKind}/${one.periodFrom}`),
  ]);
  for (let at = 0; at < found.length; at += ROWS_PER_STATEMENT) {
    const some = found.slice(at, at + ROWS_PER_STATEMENT).map((one) => ({ id: newId(), ...one }));
    await rows(tx, SAVE, [clientId, contractId, JSON.stringify(some)]);
  }
}

const REMOVE = `
  delete from drift d using unnest($3::text[], $4::date[]) as p(kind, "from")
   where d.client_id = $1 and d.contract_id = $2 and d.period_kind = p.kind and d.period_from = p."from"
     and concat_ws('/', d.subject_kind, d.subject_id, d.period_kind, d.period_from) <> all ($5::text[])`;

const SAVE = `
  insert into drift as known (client_id, contract_id, id, subject_kind, subject_id, service_id, team_id, person_id, role_code,
    period_kind, period_from, period_until, result_id, result_version, difference, believed_at, since, noticed_at)
  select $1, $2, d.id, d."subjectKind", d."subjectId",
         case when d."subjectKind" = 'objective'
              then (select o.service_id from objective o where o.client_id = $1 and o.id = d."subjectId")
              else d."serviceId" end, d."teamId", d."personId", d."roleCode", d."periodKind",
         d."periodFrom", d."periodUntil", d."resultId", d."resultVersion", d.difference, d."believedAt", d.since,
         d."noticedAt"
    from jsonb_to_recordset($3) as d(id uuid, "subjectKind" text, "subjectId" uuid, "serviceId" uuid, "teamId" uuid,
         "personId" uuid, "roleCode" text, "periodKind" text, "periodFrom" date, "periodUntil" date, "resultId" uuid,
         "resultVersion" integer, difference jsonb, "believedAt" timestamptz, since timestamptz, "noticedAt" timestamptz)
  on conflict (client_id, subject_kind, subject_id, period_kind, period_from) do update
     set service_id = excluded.service_id, team_id = excluded.team_id, person_id = excluded.person_id,
         role_code = excluded.role_code, result_id = excluded.result_id, result_version = excluded.result_version,
         difference = excluded.difference, believed_at = excluded.believed_at, since = excluded.since,
         noticed_at = case when known.difference = excluded.difference then known.noticed_at else excluded.noticed_at end`;
