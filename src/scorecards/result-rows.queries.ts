import { rows, type Tx } from "../platform/database";
import type { Day } from "../shared/day";
import { newId } from "../shared/ids";
import type { Period } from "../shared/period";
import type { ObjectiveResult } from "./objective-result.entity";
import type { Scorecard } from "./scorecard.entity";

type Row<T> = Omit<T, "id" | "clientId" | "contractId" | "version" | "state" | "recordedAt" | "finalAt">;
export type ScorecardRow = Row<Scorecard>;
export type ObjectiveResultRow = Row<ObjectiveResult>;

/** Where rows belong. */
export interface Place {
  readonly clientId: string;
  readonly contractId: string;
  /** The periods whose rows are replaced. */
  readonly periods: readonly Period[];
}

/** Provisional figures are always the first version; what is final stays as it was decided. */
const PROVISIONAL_VERSION = 1;

/** Makes these rows the provisional scorecards of the periods: new ones appear, those of vanished facts go. */
export async function replaceScorecards(tx: Tx, place: Place, cards: readonly ScorecardRow[]): Promise<void> {
  await removeVanished(tx, place, { table: "scorecard", subject: "subject_id", kept: cards });
  await save(tx, SAVE_SCORECARDS, { place, written: cards });
}

/** Makes these rows the provisional objective results of the periods. */
export async function replaceObjectiveResults(
  tx: Tx,
  place: Place,
  results: readonly ObjectiveResultRow[],
): Promise<void> {
  const kept = results.map((result) => ({ ...result, subjectId: result.objectiveId }));
  await removeVanished(tx, place, { table: "objective_result", subject: "objective_id", kept });
  await save(tx, SAVE_OBJECTIVE_RESULTS, { place, written: results });
}

/** So that no statement grows beyond some megabytes. */
const ROWS_PER_STATEMENT = 2_000;

async function save(tx: Tx, sql: string, { place, written }: { place: Place; written: readonly object[] }) {
  for (let at = 0; at < written.length; at += ROWS_PER_STATEMENT) {
    const some = written.slice(at, at + ROWS_PER_STATEMENT).map((one) => ({ id: newId(), ...one }));
    await rows(tx, sql, [place.clientId, place.contractId, PROVISIONAL_VERSION, JSON.stringify(some)]);
  }
}

interface Vanishing {
  readonly table: "scorecard" | "objective_result";
  readonly subject: string;
  readonly kept: readonly { readonly subjectId: string; readonly periodKind: string; readonly periodFrom: Day }[];
}

async function removeVanished(tx: Tx, place: Place, { table, subject, kept }: Vanishing): Promise<void> {
  await rows(
    tx,
    `delete from ${table} r using unnest($3::text[], $4::date[]) as p(kind, "from")
      where r.client_id = $1 and r.contract_id = $2 and r.period_kind = p.kind and r.period_from = p."from"
        and r.state = 'provisional'
        and (r.period_kind, r.period_from, r.${subject}) not in (
          select * from unnest($5::text[], $6::date[], $7::uuid[]))`,
    [
      place.clientId,
      place.contractId,
      place.periods.map(({ kind }) => kind),
      place.periods.map(({ from }) => from),
      kept.map((one) => one.periodKind),
      kept.map((one) => one.periodFrom),
      kept.map((one) => one.subjectId),
    ],
  );
}

const SAVE_SCORECARDS = `
  insert into scorecard as current (client_id, contract_id, version, state, id, subject_kind, subject_id, service_id,
    team_id, person_id, role_code, period_kind, period_from, period_until, score, rank, ranked_of, items, data_quality,
    level, composition, positions, computed_at, recorded_at)
  select $1, $2, $3, 'provisional', c.id, c."subjectKind", c."subjectId", c."serviceId", c."teamId", c."personId",
         c."roleCode", c."periodKind", c."periodFrom", c."periodUntil", c.score, c.rank, c."rankedOf", c.items,
         c."dataQuality", c.level, c.composition, c.positions, c."computedAt", c."computedAt"
    from jsonb_to_recordset($4) as c(id uuid, "subjectKind" text, "subjectId" uuid, "serviceId" uuid, "teamId" uuid,
         "personId" uuid, "roleCode" text, "periodKind" text, "periodFrom" date, "periodUntil" date, score numeric,
         rank integer, "rankedOf" integer, items jsonb, "dataQuality" jsonb, level jsonb,
         composition jsonb, positions jsonb, "computedAt" timestamptz)
  on conflict (client_id, subject_kind, subject_id, period_kind, period_from, version) do update
     set service_id = excluded.service_id, team_id = excluded.team_id, person_id = excluded.person_id,
         role_code = excluded.role_code, score = excluded.score, rank = excluded.rank, ranked_of = excluded.ranked_of,
         items = excluded.items, data_quality = excluded.data_quality, level = excluded.level,
         composition = excluded.composition, positions = excluded.positions, computed_at = excluded.computed_at
   where current.state = 'provisional'`;

const SAVE_OBJECTIVE_RESULTS = `
  insert into objective_result as current (client_id, contract_id, version, state, id, objective_id, objective_version,
    period_kind, period_from, period_until, outcome, shortfall, misses_allowed, item, computed_at, recorded_at)
  select $1, $2, $3, 'provisional', r.id, r."objectiveId", r."objectiveVersion", r."periodKind", r."periodFrom",
         r."periodUntil", r.outcome, r.shortfall, r."missesAllowed", r.item, r."computedAt",
         r."computedAt"
    from jsonb_to_recordset($4) as r(id uuid, "objectiveId" uuid, "objectiveVersion" integer, "periodKind" text,
         "periodFrom" date, "periodUntil" date, outcome text, shortfall numeric, "missesAllowed" integer, item jsonb,
         "computedAt" timestamptz)
  on conflict (client_id, objective_id, period_kind, period_from, version) do update
     set objective_version = excluded.objective_version, outcome = excluded.outcome, shortfall = excluded.shortfall,
         misses_allowed = excluded.misses_allowed, item = excluded.item, computed_at = excluded.computed_at
   where current.state = 'provisional'`;
