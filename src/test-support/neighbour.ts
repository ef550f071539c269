import { saveKpiUse } from "../contracts/kpi-use.builder";
import { saveForum } from "../reviews/forum.builder";
import { aPackageDocument } from "../reviews/package-document.builder";
import { SettledHouse } from "../scorecards/settled-house.builder";
import { globalId, newId, NIL_ID } from "../shared/ids";
import { amendments } from "./neighbour.amendments";
import { definitionsOfTheirOwn, DIALECTS_FILLED } from "./neighbour.definitions";
import { valuesAndDisputes } from "./neighbour.disputes";
import { exclusions } from "./neighbour.exclusions";
import { factsOfEveryStream } from "./neighbour.facts";
import { settlementTerms } from "./neighbour.settlement-terms";
import { settlements } from "./neighbour.settlements";
import { hashOfRows } from "./rows-hash";
import type { TestDatabase } from "./test-database";

/** A client with something in every table, and all that gives it away. */
export interface Neighbour {
  readonly house: SettledHouse;
  /** Every UUID in a row of theirs. */
  readonly ids: ReadonlySet<string>;
  /** A global id of theirs, by type. */
  readonly idByType: ReadonlyMap<string, string>;
  /** Codes of theirs, by what they are codes of. */
  readonly codes: Readonly<Record<string, string>>;
  /** Tables of clients without a row of theirs, about which a test of isolation says nothing. */
  readonly emptyTables: readonly string[];
  /** Everything stored for them, as text: equal as long as nothing changed. */
  everything(): Promise<string>;
}

/** `mark` stands in every name, code and text of theirs. */
export async function neighbourIn(database: TestDatabase, mark: string): Promise<Neighbour> {
  const house = await furnishedHouse(database, mark);
  const { clientId } = house;
  const tables = await tablesOfClients(database);
  const everything = (): Promise<string> => hashOfRows(database, tables, clientId);
  const stored = await rowsOf(database, tables, clientId);
  const isShared = (id: string): boolean => id === NIL_ID;
  const ids = new Set((JSON.stringify(stored).match(UUID) ?? []).filter((id) => !isShared(id)));
  const emptyTables = tables.filter((table) => stored[table]?.length === 0);
  return { house, ids, idByType: idsByType(stored), codes: codesOf(stored), emptyTables, everything };
}

/** One KPI of each stream at least. */
const IN_USE = [
  ...["BACKLOG", "TRT", "TAT", "QUALITY", "CALIBRATION_BIAS", "UTILISATION", "FORECAST_ACCURACY", "VOLUME_OFFERED"],
  ...["HEADCOUNT", "TOTAL_COST", "COMPLAINT_RATE", "EMPLOYEE_SATISFACTION"],
];

async function furnishedHouse(database: TestDatabase, mark: string): Promise<SettledHouse> {
  const at = await SettledHouse.open(database.asInternal);
  const { clientId, contractId } = at;
  await at.oneMorning();
  await at.surveys("anna", [5, 1]);
  await at.in(async (tx) => {
    for (const kpiCode of IN_USE) await saveKpiUse(tx, { clientId, contractId, kpiCode });
  });
  await definitionsOfTheirOwn(database, at, mark);
  await factsOfEveryStream(at, mark);
  await at.spread();
  await at.settle();
  await at.spread();
  await at.in((tx) => saveForum(tx, { clientId, contractId, code: "forum" }));
  await database.adminWork([...furniture(mark), ...marks(mark), ...DIALECTS_FILLED], [clientId]);
  await database.adminRows(`update review_package set document = $2 where client_id = $1`, [
    clientId,
    JSON.stringify(aPackageDocument()),
  ]);
  await at.touchPeriods(at.house.contract.startsOn);
  return at;
}

const furniture = (mark: string): string[] => [
  `insert into import_profile (client_id, id, code, stream, definition, version, recorded_at)
   values ($1, gen_random_uuid(), 'profile', 'contact', '{}', 1, now())`,
  `insert into review (client_id, id, forum_id, scheduled_for, period_kind, period_from, period_until, state)
   select client_id, gen_random_uuid(), id, '2026-07-10', 'month', '2026-06-01', '2026-07-01', 'compiled'
     from forum where client_id = $1`,
  `insert into review_package (client_id, id, review_id, version, compiled_at, compiled_by, document, content_hash, html,
     html_hash)
   select client_id, gen_random_uuid(), id, 1, now(), '${mark}', '{}', 'x', 'x', 'x' from review where client_id = $1`,
  `insert into import (client_id, id, stream, profile_code, state, started_by, started_at)
   values ($1, gen_random_uuid(), 'contact', 'profile', 'finished', '${mark}', now())`,
  `insert into import_reject (client_id, import_id, ordinal, line, field, code, reason)
   select client_id, id, 1, 1, 'person', '${mark}', '${mark}' from import where client_id = $1`,
  `insert into feed_expectation (client_id, feed_id, every, time_zone, grace, declares, version, valid_from, recorded_at)
   select client_id, id, 'P1D', 'UTC', 'PT0S', false, 1, '2020-01-01', now() from feed where client_id = $1`,
  `insert into calendar_window (client_id, calendar_id, starts_at, seconds_before)
   select client_id, id, 'infinity', 0 from calendar where client_id = $1 on conflict do nothing`,
  `insert into job_run (client_id, id, kind, state, payload, requested_by, created_at)
   values ($1, gen_random_uuid(), 'compile-package', 'queued', '{}', '${mark}', now())`,
  `insert into audit_record (client_id, id, at, actor, act, subject)
   values ($1, gen_random_uuid(), now(), '${mark}', '${mark}', '${mark}')`,
  `insert into training (client_id, id, contract_id, trainer_id, trainee_id, version, valid_from, recorded_at)
   select client_id, gen_random_uuid(), contract_id, (array_agg(person_id order by person_id))[1],
          (array_agg(person_id order by person_id))[2], 1, '2020-01-01', now()
     from position where client_id = $1 group by client_id, contract_id`,
  ...life(mark),
  ...corrections(mark),
  ...valuesAndDisputes(mark),
  ...exclusions(mark),
  ...amendments(mark),
  ...settlementTerms(mark),
  ...settlements(mark),
  ...["touched_day", "touched_histogram"].map(
    (log) => `insert into ${log} (client_id, stream, service_id, day)
      select client_id, 'contact', id, '2026-06-01' from service where client_id = $1`,
  ),
];

const EMPTY = `'{"from": null, "to": null, "figures": []}'`;

/** Of final figures; a closing that nobody made changes nothing else. */
const corrections = (mark: string): string[] => [
  `insert into late_fact (client_id, contract_id, stream, source, external_id, service_id, day, change, import_id, at)
   select client_id, contract_id, 'contact', '${mark}', '${mark}', id, '2026-06-01', 'added', gen_random_uuid(), now()
     from service where client_id = $1`,
  `insert into drift (client_id, id, contract_id, subject_kind, subject_id, period_kind, period_from, period_until,
     difference, believed_at, since, noticed_at)
   select client_id, gen_random_uuid(), id, 'contract', id, 'month', '2026-06-01', '2026-07-01', ${EMPTY}, now(), now(), now()
     from contract where client_id = $1`,
  `insert into restatement (client_id, id, contract_id, period_kind, period_from, period_until, state, basis, reason,
     needs_consent, proposed_by, proposer_id, proposed_at, scorecards, objective_results, figures, changes, changes_hash)
   select client_id, gen_random_uuid(), id, 'month', '2026-06-01', '2026-07-01', 'proposed', 'as_closed', '${mark}', true,
          '${mark}', '${mark}', now(), 0, 0, 0, '[]', ''
     from contract where client_id = $1`,
];

/** A year that was closed, and what a month was believed to be. */
const life = (mark: string): string[] => [
  `insert into kpi_set (client_id, id, role_code, contract_id, weights, levels, anonymous_under, version, valid_from,
     recorded_at)
   select client_id, gen_random_uuid(), 'agent', id, 'rescaled',
          '[{"name": "${mark}", "colour": "#000000", "from": "0"}]', 5, 1, '2026-01-01', now()
     from contract where client_id = $1`,
  `insert into period_closing (client_id, contract_id, period_kind, period_from, period_until, closed_at, closed_by,
     inputs_fingerprint, results_fingerprint, watermark, definitions)
   select client_id, id, 'year', '2025-01-01', '2026-01-01', '2026-01-06', '${mark}', '', '',
          '{"through": null, "isDeclared": false, "coversPeriod": false, "feeds": []}',
          '{"contract": {"startsOn": "2020-01-01", "endsOn": null, "timeZone": "Europe/Rome", "graceDays": 5},
            "serviceIds": [], "scopeByRole": {}, "calendars": [], "kpis": {}, "slots": {}}'
     from contract where client_id = $1`,
  `insert into past_result (client_id, contract_id, result, row_id, subject_id, period_kind, period_from, recorded_at,
     superseded_at, document)
   select client_id, contract_id, 'scorecard', id, subject_id, period_kind, period_from, recorded_at - interval '1 day',
          recorded_at, to_jsonb(s) from scorecard s where client_id = $1`,
];

const named = ["client", "calendar", "contract", "service", "team", "objective", "forum"];
const marks = (mark: string): string[] => [
  ...named.map((table) => `update ${table} set code = code || '-${mark}', name = '${mark}' where client_id = $1`),
  `update objective set clause = '${mark}' where client_id = $1`,
  `update import_profile set code = code || '-${mark}' where client_id = $1`,
  `update contact set external_id = external_id || '-${mark}' where client_id = $1`,
  `update person set code = code || '-${mark}', name = '${mark}'
    where id in (select person_id from position where client_id = $1)`,
];

const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

type Row = Readonly<Record<string, unknown>>;
type Stored = Readonly<Record<string, readonly Row[]>>;

async function tablesOfClients(database: TestDatabase): Promise<string[]> {
  const found = await database.adminRows<{ name: string }>(
    `select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'client_id'
      order by 1`,
  );
  return found.map(({ name }) => name);
}

/** In one statement: it is asked for before and after every mutation. */
async function rowsOf(database: TestDatabase, tables: readonly string[], clientId: string): Promise<Stored> {
  const each = tables.map((table) => selectAll(table, "t.client_id = $1"));
  const people = selectAll("person", "t.id in (select person_id from position where client_id = $1)");
  const found = await database.adminRows<{ name: string; rows: Row[] }>([...each, people].join(" union all "), [
    clientId,
  ]);
  return Object.fromEntries(found.map(({ name, rows }) => [name, rows]));
}

const selectAll = (table: string, where: string): string =>
  `select '${table}' as name, coalesce(jsonb_agg(to_jsonb(t) order by t::text), '[]') as rows from ${table} t where ${where}`;

const TYPES: Readonly<Record<string, string>> = {
  client: "Client",
  calendar: "Calendar",
  contract: "Contract",
  service: "Service",
  person: "Person",
  team: "Team",
  position: "Position",
  training: "Training",
  kpi_use: "KpiUse",
  objective: "Objective",
  kpi_assignment: "KpiAssignment",
  kpi_set: "KpiSet",
  import_profile: "ImportProfile",
  scorecard: "Scorecard",
  objective_result: "ObjectiveResult",
  import: "Import",
  forum: "Forum",
  review: "Review",
  review_package: "ReviewPackage",
  job_run: "JobRun",
  feed: "Feed",
  restatement: "Restatement",
  settlement: "Settlement",
  settlement_dispute: "SettlementDispute",
  incident: "Incident",
  manual_value: "ManualValue",
  assessment: "Assessment",
  dispute: "Dispute",
  exclusion: "Exclusion",
  contract_amendment: "Amendment",
};

const idsByType = (stored: Stored): Map<string, string> =>
  new Map(
    Object.entries(TYPES).flatMap(([table, type]) => {
      const [row] = stored[table] ?? [];
      return row ? [[type, globalId(type, String(row.id ?? row.client_id))]] : [];
    }),
  );

/** What an argument or input field is called that takes a code, and where the code stands. */
const CODES: Readonly<Record<string, readonly [table: string, column: string]>> = {
  ...Object.fromEntries([...named, "person"].map((table) => [table, [table, "code"] as const])),
  trainer: ["person", "code"],
  trainee: ["person", "code"],
  importProfile: ["import_profile", "code"],
  kpi: ["own_kpi", "code"],
  measure: ["own_measure", "code"],
  source: ["feed", "source"],
};

const codesOf = (stored: Stored): Record<string, string> =>
  Object.fromEntries(
    Object.entries(CODES).map(([name, [table, column]]) => [name, String(stored[table]?.[0]?.[column])]),
  );

/** As unknown to everybody as a neighbour should be to others. */
export const nobody = (neighbour: Neighbour): Pick<Neighbour, "idByType" | "codes"> => ({
  idByType: new Map([...neighbour.idByType.keys()].map((type) => [type, globalId(type, newId())])),
  codes: {
    ...Object.fromEntries(Object.keys(neighbour.codes).map((name) => [name, `no-${name}-${newId()}`])),
    kpi: `NO_KPI_${newId().replaceAll("-", "_").toUpperCase()}`,
    measure: `no_measure_${newId().replaceAll("-", "_")}`,
  },
});
