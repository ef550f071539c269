import { KpiService } from "../../src/kpis/kpi.service";
import { HistogramService } from "../../src/measures/histogram.service";
import { SlotService } from "../../src/measures/slot.service";
import { inTransaction } from "../../src/platform/database";
import { newId } from "../../src/shared/ids";
import type { BenchDatabase } from "./bench-database";
import {
  FILL_CONTACTS,
  FILL_EARLIER_MEASURES,
  FILL_EVALUATIONS,
  FILL_POSITIONS,
  FILL_SURVEYS,
  FILL_WORK_TIMES,
} from "./closing-facts";
import { KPI_CODES, MONTH, NOW, SERVICES, TEAMS, type ClosingStore } from "./closing-month";
import { recomputeDays, reopenMonth } from "./closing-run";
import { onAdmin } from "./recompute-store";

/**
 * One contract with 60 services and two teams on each, `people` agents in them who answer for 12 KPIs from four streams,
 * and the leads of the teams. Facts of one month, and daily measures of that month and the twelve before.
 */
export async function fillClosingStore(database: BenchDatabase, people: number): Promise<ClosingStore> {
  const store = { clientId: newId(), contractId: newId(), people };
  await inTransaction(database.db, { clientIds: [], internal: true }, (tx) => new KpiService().syncCatalogue(tx, NOW));
  await onAdmin(database, async (admin) => {
    for (const [sql, params] of [...terms(store), ...workforce(store)]) await admin.query(sql, params);
    const facts = [store.clientId, people, MONTH.from, MONTH.until];
    for (const sql of [FILL_CONTACTS, FILL_SURVEYS, FILL_EVALUATIONS, FILL_WORK_TIMES]) await admin.query(sql, facts);
    await admin.query("vacuum analyze");
  });
  const scope = { clientIds: [store.clientId], internal: true };
  await inTransaction(database.db, scope, async (tx) => {
    await new SlotService().ensureSlots(tx, store.clientId);
    await new HistogramService().ensureHistograms(tx, store.clientId);
  });
  await reopenMonth(database, store);
  await recomputeDays(database, store);
  await fillEarlierMonths(database, store);
  return store;
}

/** Without looking up the service of each of 2.4 million rows, and with their indexes made in one go. */
const fillEarlierMonths = (database: BenchDatabase, { clientId, contractId }: ClosingStore): Promise<void> =>
  onAdmin(database, async (admin) => {
    const { rows: indexes } = await admin.query<{ name: string; sql: string }>(OTHER_INDEXES);
    for (const { name } of indexes) await admin.query(`drop index ${name}`);
    await admin.query("set session_replication_role = replica");
    await admin.query(FILL_EARLIER_MEASURES, [clientId]);
    await admin.query(CLOSE_OTHERS, [clientId, contractId, MONTH.kind, MONTH.from]);
    for (const { sql } of indexes) await admin.query(sql);
    await admin.query("vacuum analyze");
  });

const OTHER_INDEXES = `
  select indexname as name, indexdef as sql from pg_indexes
   where tablename = 'daily_measures' and indexname <> 'daily_measures_pkey'`;

/** Every other period whose days of grace are over is closed. */
const CLOSE_OTHERS = `
  insert into period_closing (client_id, contract_id, period_kind, period_from, period_until, closed_at, closed_by,
    inputs_fingerprint, results_fingerprint, watermark, definitions)
  select $1, $2, k.kind, p."from"::date, (p."from" + k.length)::date, '2025-01-01', 'bench', '', '', '{}', '{}'
    from (values ('day', interval '1 day'), ('week', interval '1 week'), ('month', interval '1 month'),
                 ('quarter', interval '3 months'), ('year', interval '1 year')) as k(kind, length)
   cross join lateral generate_series(date_trunc(k.kind, timestamp '2024-01-01'), '2025-12-31', k.length) as p("from")
   where k.kind <> $3 or p."from" <> $4::date`;

type Statements = [sql: string, params: unknown[]][];

function terms({ clientId, contractId }: ClosingStore): Statements {
  const calendarId = newId();
  return [
    ["insert into tenant (client_id, code) values ($1, 'bench')", [clientId]],
    ["insert into client (client_id, code, name) values ($1, 'bench', 'Bench')", [clientId]],
    ["insert into calendar (client_id, id, code, name) values ($1, $2, 'always', 'Always')", [clientId, calendarId]],
    [
      `insert into contract (client_id, id, code, name, currency, time_zone, calendar_id, starts_on)
       values ($1, $2, 'care', 'Care', 'EUR', 'UTC', $3, '2024-01-01')`,
      [clientId, contractId, calendarId],
    ],
    [
      `insert into service (client_id, id, contract_id, code, name, channels)
       select $1, md5('service' || i)::uuid, $2, 'desk-' || i, 'Desk ' || i, array['phone']
         from generate_series(0, $3::integer - 1) as i`,
      [clientId, contractId, SERVICES],
    ],
    [
      `insert into team (client_id, id, contract_id, code, name)
       select $1, md5('team' || i)::uuid, $2, 'team-' || i, 'Team ' || i from generate_series(0, $3::integer - 1) as i`,
      [clientId, contractId, TEAMS],
    ],
  ];
}

const workforce = ({ clientId, contractId, people }: ClosingStore): Statements => [
  ["insert into role (code, name, scope) values ('bench-agent', 'Agent', 'own'), ('bench-lead', 'Lead', 'team')", []],
  [
    `insert into person (id, code, name)
       select md5('person' || i)::uuid, 'p-' || i, 'Person ' || i from generate_series(0, $1::integer - 1) as i`,
    [people + TEAMS],
  ],
  [FILL_POSITIONS, [clientId, contractId, people, SERVICES, TEAMS]],
  [
    `insert into kpi_use (client_id, id, contract_id, kpi_code, parameters, version, valid_from, recorded_at)
       select $1, md5('use' || code)::uuid, $2, code, '{}', 1, '2024-01-01', '2024-01-01' from unnest($3::text[]) as code`,
    [clientId, contractId, KPI_CODES],
  ],
  [
    `insert into kpi_assignment (client_id, id, role_code, contract_id, kpi_code, parameters, weight, target, version,
         valid_from, recorded_at)
       select $1, md5(role || code)::uuid, role, $2, code, '{}', 8, 0.8, 1, '2024-01-01', '2024-01-01'
         from unnest($3::text[]) as code, unnest(array['bench-agent', 'bench-lead']) as role`,
    [clientId, contractId, KPI_CODES],
  ],
];
