import { Client } from "pg";
import { KPIS } from "../../src/kpis/catalogue/kpis";
import { requireKpi, resolveKpi } from "../../src/kpis/kpi-in-use.rules";
import { newId } from "../../src/shared/ids";

export const PEOPLE = 50;
export const ITEMS = 8;
export const PERIOD = { kind: "week", from: "2026-10-05", until: "2026-10-12" } as const;
export const SUBJECT_OF_VIEWER = "bench";

export interface PageStore {
  readonly clientId: string;
  readonly teamId: string;
}

/** One team of 50 people whose scorecards of one week have 8 items each, and a viewer who may see them. */
export async function fillPageStore(adminUrl: string, issuer: string): Promise<PageStore> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const store = { clientId: newId(), teamId: newId() };
    await insertAll(client, definitions(store, issuer));
    await insertAll(client, workforce(store));
    await client.query("analyze");
    return store;
  } finally {
    await client.end();
  }
}

type Row = Readonly<Record<string, unknown>>;
type Tables = readonly (readonly [table: string, row: Row])[];

async function insertAll(client: Client, tables: Tables): Promise<void> {
  for (const [table, row] of tables) {
    const columns = Object.keys(row);
    const places = columns.map((_, index) => `$${index + 1}`).join(", ");
    await client.query(`insert into ${table} (${columns.join(", ")}) values (${places})`, Object.values(row));
  }
}

const CONTRACT = newId();
const SERVICE = newId();
const KPI_CODES = Array.from({ length: ITEMS }, (_, index) => KPIS[index % KPIS.length]?.code ?? "");

function definitions({ clientId, teamId }: PageStore, issuer: string): Tables {
  const calendarId = newId();
  const named = (code: string): Row => ({ code, name: `Name of ${code}` });
  return [
    ["tenant", { client_id: clientId, code: "bench" }],
    ["client", { client_id: clientId, ...named("bench") }],
    ["calendar", { client_id: clientId, id: calendarId, ...named("always") }],
    [
      "contract",
      {
        ...{ client_id: clientId, id: CONTRACT, ...named("care"), calendar_id: calendarId },
        ...{ currency: "EUR", time_zone: "Europe/Rome", starts_on: "2026-01-01" },
      },
    ],
    ["service", { client_id: clientId, id: SERVICE, contract_id: CONTRACT, ...named("desk"), channels: ["voice"] }],
    ["team", { client_id: clientId, id: teamId, contract_id: CONTRACT, ...named("team") }],
    ["role", { ...named("agent"), scope: "own" }],
    ...[...new Set(KPI_CODES)].map((code) => ["kpi", { code, name: requireKpi(code).names.en }] as const),
    [
      "principal",
      {
        ...{ id: newId(), issuer, subject: SUBJECT_OF_VIEWER, kind: "internal", name: "Bench" },
        rights: ["people:read"],
      },
    ],
  ];
}

const workforce = (store: PageStore): Tables =>
  Array.from({ length: PEOPLE }, (_, index) => index).flatMap((index): Tables => {
    const [personId, positionId] = [newId(), newId()];
    const held = { contract_id: CONTRACT, service_id: SERVICE, team_id: store.teamId, role_code: "agent" };
    const owned = { client_id: store.clientId, person_id: personId, ...held };
    const position = { id: positionId, version: 1, valid_from: "2026-01-01", recorded_at: "2026-01-01" };
    return [
      ["person", { id: personId, code: `p-${index}`, name: `Person Number ${index}` }],
      ["position", { ...owned, ...position }],
      ["scorecard", { ...owned, ...scorecard(positionId, index) }],
    ];
  });

const COMPUTED_AT = "2026-10-12T04:00:00Z";

const scorecard = (positionId: string, index: number): Row => ({
  ...{ id: newId(), subject_kind: "position", subject_id: positionId, version: 1, state: "provisional" },
  ...{ period_kind: PERIOD.kind, period_from: PERIOD.from, period_until: PERIOD.until },
  ...{
    score: String(99 - index),
    rank: index + 1,
    ranked_of: PEOPLE,
    computed_at: COMPUTED_AT,
    recorded_at: COMPUTED_AT,
  },
  level: JSON.stringify({ name: "On target", colour: "#2e7d32" }),
  composition: JSON.stringify({
    ...{ kpiSet: null, weights: "rescaled", totalWeight: "100", unscored: null, closedGates: [], beforeGates: null },
    anonymousUnder: 5,
  }),
  items: JSON.stringify(KPI_CODES.map((code, place) => item(code, index * ITEMS + place))),
  data_quality: JSON.stringify({ days: 7, daysWithoutData: 0, rowsRejected: 3 }),
});

function item(kpiCode: string, number: number): Row {
  const [numerator, denominator] = [700 + number, 1000 + number];
  return {
    ...{ ...resolveKpi({ kpiCode }), kpiVersion: 1, status: "OK" },
    ...{ numerator: String(numerator), denominator: String(denominator), sample: denominator },
    value: `0.${String(numerator * 7919).padEnd(20, "3")}`,
    ...{ weight: "12.5", target: "0.8", isMet: number % 2 === 0, score: String(number % 100) },
    targetSource: { kind: "assignment", id: newId(), version: 1, clause: null },
    ...{
      origin: { kind: "assignment", id: newId(), version: 1 },
      scheme: { kind: "attainment" },
      onMissing: "renormalise",
    },
    ...{ minSample: 0, baseline: null, gate: null, missing: null, carried: null, level: null, manual: null },
    peers: { median: "0.75", of: PEOPLE - 1 },
  };
}
