import { Client } from "pg";
import { KPIS } from "../../src/kpis/catalogue/kpis";
import { resolveKpi } from "../../src/kpis/kpi-in-use.rules";
import { HistogramService } from "../../src/measures/histogram.service";
import { SlotService } from "../../src/measures/slot.service";
import { inTransaction } from "../../src/platform/database";
import { newId } from "../../src/shared/ids";
import type { BenchDatabase } from "./bench-database";

export const CONTACTS_A_DAY = 4_000;
export const PEOPLE = 40;
const FIRST_DAY = "2025-01-01";

export interface RecomputeStore {
  readonly clientId: string;
  readonly serviceId: string;
  /** Days with contacts, from the first. */
  readonly days: readonly string[];
}

/** One service with 4,000 calls a day by 40 people, from eight in the morning until eight at night: no call spans two days. */
export async function fillRecomputeStore(database: BenchDatabase, contacts: number): Promise<RecomputeStore> {
  const store = { clientId: newId(), serviceId: newId() };
  await onAdmin(database, async (admin) => {
    for (const [sql, params] of definitions(store)) await admin.query(sql, params);
    await admin.query(FILL_CONTACTS, [store.clientId, store.serviceId, newId(), contacts]);
    await admin.query("vacuum analyze");
  });
  await giveOutSlots(database, store.clientId);
  const days = Array.from({ length: Math.floor(contacts / CONTACTS_A_DAY) }, (_, i) => dayAfter(i));
  return { ...store, days };
}

export async function onAdmin<T>(
  database: Pick<BenchDatabase, "adminUrl">,
  work: (admin: Client) => Promise<T>,
): Promise<T> {
  const admin = new Client({ connectionString: database.adminUrl });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

/** For every KPI of the catalogue with its defaults; histograms for those that are times. */
const giveOutSlots = (database: BenchDatabase, clientId: string): Promise<unknown> =>
  inTransaction(database.db, { clientIds: [clientId], internal: true }, async (tx) => {
    const kpis = KPIS.map(({ code }) => resolveKpi({ kpiCode: code }));
    await new SlotService().ensureSlots(tx, clientId, kpis);
    await new HistogramService().ensureHistograms(tx, clientId, kpis);
  });

const dayAfter = (days: number): string =>
  new Date(Date.parse(FIRST_DAY) + days * 86_400_000).toISOString().slice(0, 10);

function definitions({ clientId, serviceId }: Pick<RecomputeStore, "clientId" | "serviceId">): [string, unknown[]][] {
  const [calendarId, contractId] = [newId(), newId()];
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
       values ($1, $2, $3, 'desk', 'Desk', array['phone'])`,
      [clientId, serviceId, contractId],
    ],
  ];
}

const FILL_CONTACTS = `
  insert into contact (client_id, source, external_id, service_id, channel, person_id, customer_ref, reason, outcome,
    offered_at, answered_at, ended_at, wait_seconds, talk_seconds, hold_seconds, wrap_seconds, offered_day,
    answered_day, ended_day, content_hash, import_id, ingested_at)
  select $1, 'bench', 'call-' || i, $2, 'phone', md5((i % ${PEOPLE})::text)::uuid, 'customer-' || i % 50000, 'bill',
         case when answered then 'answered' else 'abandoned' end, at,
         case when answered then at + wait * interval '1 second' end, at + (wait + talk) * interval '1 second', wait,
         case when answered then talk end, case when answered then i % 20 end, case when answered then i % 45 end,
         at::date, case when answered then at::date end, at::date, md5(i::text)::uuid, $3, at
    from (select i, i % 12 > 0 as answered, (i % 9973) * 7 % 60 as wait, 60 + (i % 9973) * 37 % 400 as talk,
                 timestamp '${FIRST_DAY} 08:00' + (i / ${CONTACTS_A_DAY}) * interval '1 day'
                   + (i % ${CONTACTS_A_DAY}) * interval '10 seconds' as at
            from generate_series(0, $4 - 1) as i) c`;
