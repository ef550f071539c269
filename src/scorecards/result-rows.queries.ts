import { rows, type Tx } from "../platform/database";
import type { Day } from "../shared/day";
import { newId } from "../shared/ids";
import type { Period } from "../shared/period";
import type { ObjectiveResult } from "./objective-result.entity";
import { archiving } from "./past-result.queries";
import {
  incomingFrom,
  isSame,
  listOf,
  OBJECTIVE_RESULTS,
  PERIOD_COLUMNS,
  SCORECARDS,
  type ResultColumn,
  type ResultTable,
} from "./result-table.rules";
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

export interface ReplacedPlace extends Place {
  /** When what the rows said before ends. */
  readonly now: Date;
}

/** Provisional figures are always the first version; what is final stays as it was decided. */
const PROVISIONAL_VERSION = 1;

/** Makes these rows the provisional scorecards of the periods: new ones appear, those of vanished facts go. */
export async function replaceScorecards(tx: Tx, place: ReplacedPlace, cards: readonly ScorecardRow[]): Promise<void> {
  await removeVanished(tx, place, { of: SCORECARDS, kept: cards });
  await save(tx, SAVE_SCORECARDS, { place, written: cards });
}

/** Makes these rows the provisional objective results of the periods. */
export async function replaceObjectiveResults(
  tx: Tx,
  place: ReplacedPlace,
  results: readonly ObjectiveResultRow[],
): Promise<void> {
  const kept = results.map((result) => ({ ...result, subjectId: result.objectiveId }));
  await removeVanished(tx, place, { of: OBJECTIVE_RESULTS, kept });
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
  readonly of: ResultTable;
  readonly kept: readonly { readonly subjectId: string; readonly periodKind: string; readonly periodFrom: Day }[];
}

async function removeVanished(tx: Tx, place: ReplacedPlace, { of, kept }: Vanishing): Promise<void> {
  const { clientId, contractId, periods } = place;
  await rows(tx, vanishing(of), [
    ...[clientId, contractId, periods.map(({ kind }) => kind), periods.map(({ from }) => from)],
    ...[kept.map((one) => one.periodKind), kept.map((one) => one.periodFrom), kept.map((one) => one.subjectId)],
    place.now,
  ]);
}

const vanishing = (of: ResultTable): string => `
  with gone as (
    delete from ${of.table} r using unnest($3::text[], $4::date[]) as p(kind, "from")
     where r.client_id = $1 and r.contract_id = $2 and r.period_kind = p.kind and r.period_from = p."from"
       and r.state = 'provisional'
       and (r.period_kind, r.period_from, r.${of.subjectId}) not in (
         select * from unnest($5::text[], $6::date[], $7::uuid[]))
    returning r.*)
  ${archiving(of, { rows: "gone", until: "$8::timestamptz" })}
   where gone.recorded_at < $8`;

/**
 * Rows that say what they said before are left as they are, but for the time of computation; of those that change, what
 * they said is kept as past. Items are large: what is written is found twice rather than copied once more.
 */
const saving = (of: ResultTable): string => `
  with incoming as materialized (${incomingFrom(of, "$4")}),
  kept as (
    update ${of.table} s set computed_at = i.computed_at from incoming i
     where s.client_id = $1 and ${isSame(of, "s", "i")} and s.version = $3 and s.state = 'provisional'
       and (${listOf("s", of.said)}) is not distinct from (${listOf("i", of.said)})
    returning i.id),
  written as not materialized (select i.* from incoming i where not exists (select from kept k where k.id = i.id)),
  archived as (
    ${archiving(of, { rows: "s", until: "i.computed_at", from: `${of.table} s join written i on ${isSame(of, "s", "i")}` })}
     where s.client_id = $1 and s.version = $3 and s.state = 'provisional' and s.recorded_at < i.computed_at)
  insert into ${of.table} as s (client_id, contract_id, version, state, id, ${names([...of.subject, ...PERIOD_COLUMNS])},
    ${names(of.said)}, computed_at, recorded_at)
  select $1, $2, $3, 'provisional', i.id, ${listOf("i", [...of.subject, ...PERIOD_COLUMNS])},
         ${listOf("i", of.said)}, i.computed_at, i.computed_at
    from written i
  on conflict (client_id, ${names(of.subject)}, period_kind, period_from, version) do update
     set ${of.said.map(({ column }) => `${column} = excluded.${column}`).join(", ")},
         computed_at = excluded.computed_at, recorded_at = excluded.recorded_at
   where s.state = 'provisional'`;

const names = (all: readonly ResultColumn[]): string => all.map(({ column }) => column).join(", ");

const SAVE_SCORECARDS = saving(SCORECARDS);
const SAVE_OBJECTIVE_RESULTS = saving(OBJECTIVE_RESULTS);
