import { BusinessCalendar } from "../contracts/business-calendar.rules";
import { foldCase } from "../facts/streams/case-fold.rules";
import { seeded } from "../test-support/seeded";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { aCaseBench, CASES_IN_USE, type CaseBench } from "../test-support/case-bench.builder";
import { plainCaseRows, type PlainCase } from "./plain-cases";
import { aRandomCase, aRandomUpdate, caseRow, updateRow, type Codes, type PlainUpdate } from "./plain-cases.builder";
import type { Ground } from "./plain-facts.builder";
import type { PlainRows } from "./plain-measures";
import { resolveKpi } from "../kpis/kpi-in-use.rules";
import { measuresNeeded, slotKey } from "./slots.rules";

let database: TestDatabase;
beforeAll(async () => (database = await createTestDatabase()));
afterAll(() => database.drop());

const KPIS = [
  ...CASES_IN_USE,
  resolveKpi({ kpiCode: "FCR", dialect: "CASES", parameters: { repeatDays: 1 } }),
  resolveKpi({ kpiCode: "BACKLOG_AGED", parameters: { ageDays: 0, untilAgeDays: 1 } }),
  resolveKpi({ kpiCode: "UNANSWERED_CASES", parameters: { ageDays: 0 } }),
];
const MEASURES = measuresNeeded(KPIS).filter(({ measure }) => measure.stream === "case");

const HOUR = 3_600_000;
const utc = (text: string): number => Date.parse(`${text}Z`);

/** Midnights and month ends of Rome and New York, the ends of working days, and both clock changes of spring 2026. */
const INSTANTS = [
  ...["2026-01-31T23:00:00", "2026-02-28T22:59:59.999", "2026-02-28T23:00:00", "2026-03-01T05:00:00"].map(utc),
  ...["2026-01-30T17:00:00", "2026-02-02T08:00:00", "2026-02-06T16:59:59", "2026-02-06T17:00:00"].map(utc),
  ...Array.from({ length: 20 }, (_, i) => utc("2026-03-28T20:00:00") + i * HOUR),
  ...Array.from({ length: 10 }, (_, i) => utc("2026-03-08T02:00:00") + i * HOUR),
  // all over a quarter, so that days are not touched by chance
  ...Array.from({ length: 60 }, (_, i) => utc("2026-02-01T10:00:00") + i * 37 * HOUR),
  ...[0, 24, 48, 168, 192].map((hours) => utc("2026-04-01T09:00:00") + hours * HOUR),
];

const WORKING_TIME = {
  timeZone: "Europe/Rome",
  windows: [1, 2, 3, 4, 5].flatMap((weekday) => [
    { weekday, from: "09:00", until: "13:00" },
    { weekday, from: "14:00", until: "18:00" },
  ]),
  holidays: [{ day: "2026-04-06", windows: [] }] as never,
};

const CALENDAR = new BusinessCalendar([{ ...WORKING_TIME, validFrom: "2020-01-01", validUntil: null } as never]);

interface Given {
  readonly bench: CaseBench;
  readonly ground: Ground;
  readonly codes: Codes;
}

async function given(): Promise<Given> {
  const channels = ["email"];
  const bench = await aCaseBench(database, {
    services: [{ channels }, { channels, timeZone: "America/New_York" }],
    agents: [{}, {}, {}],
    calendar: WORKING_TIME,
    now: "2026-12-31T12:00:00Z",
    kpis: KPIS,
  });
  const { clientId, services, agents } = bench;
  const zones = ["Europe/Rome", "America/New_York"];
  const ground: Ground = {
    ...{ clientId, people: agents.map(({ id }) => id), instants: INSTANTS },
    services: services.map(({ id }, i) => ({ id, zone: zones[i]! })),
  };
  const codes = {
    services: new Map(services.map(({ id, code }) => [id, code])),
    people: new Map(agents.map(({ id, code }) => [id, code])),
  };
  return { bench, ground, codes };
}

async function storedRows(clientId: string): Promise<PlainRows> {
  const found = await database.adminRows<{ key: string; slot: string; sum: number }>(
    `select concat_ws('/', d.stream, d.service_id, d.day, d.channel, d.person_id) as key,
            concat_ws('/', s.stream, s.measure, s.parameters) as slot, d.sums[s.slot]::float8 as sum
       from daily_measures d join measure_slot s on s.stream = d.stream
      where d.client_id = $1 and d.stream = 'case'`,
    [clientId],
  );
  const rows: PlainRows = new Map();
  for (const { key, slot, sum } of found) if (sum !== 0) rows.set(key, (rows.get(key) ?? new Map()).set(slot, sum));
  return rows;
}

const sorted = (all: PlainRows): [string, [string, number][]][] =>
  [...all]
    .map(([key, row]): [string, [string, number][]] => [key, [...row].filter(([, sum]) => sum !== 0).sort()])
    .filter(([, row]) => row.length > 0)
    .sort((a, b) => (a[0] < b[0] ? -1 : 1));

/** Takes facts back: a file leaves them out. */
const withdraw = (bench: CaseBench, stream: "case" | "case_event", ids: readonly string[]) => {
  const place = { externalId: "id", service: { constant: bench.service.code } };
  const when = stream === "case" ? { openedAt: "at" } : { at: "at", caseId: "id", state: { constant: "open" } };
  const profile = { source: "desk", skipWhen: [{ column: "gone", in: ["yes"] }], fields: { ...place, ...when } };
  const lines = ids.map((id) => `${id},2026-02-01T00:00:00Z,yes`);
  return bench.sendFile(stream, profile, Buffer.from(["id,at,gone", ...lines].join("\n")));
};

const idsFrom = (random: () => number, count: number, most: number): string[] => [
  ...new Set(Array.from({ length: count }, () => `id-${Math.floor(random() * most)}`)),
];

/** What is stored is what plain code finds; and is found again when all that is derived is thrown away. */
async function expectSame({ bench }: Given, cases: readonly PlainCase[]): Promise<PlainRows> {
  const byHand = plainCaseRows(cases, CALENDAR, MEASURES);
  const stored = await storedRows(bench.clientId);
  expect(sorted(stored)).toEqual(sorted(byHand));

  await database.adminRows("delete from daily_measures where client_id = $1", [bench.clientId]);
  await database.adminRows("delete from case_moment where client_id = $1", [bench.clientId]);
  await bench.rebuild();
  await bench.settle();
  expect(sorted(await storedRows(bench.clientId))).toEqual(sorted(stored));
  return byHand;
}

describe("the sums of cases by SQL and by plain code agree to the last digit", () => {
  it.each([1, 2, 3])(
    "for random cases that come, change, move and go in batches (seed %d)",
    async (seed) => {
      const random = seeded(seed);
      const all = await given();
      const { bench, ground, codes } = all;
      const cases = new Map<string, PlainCase>();

      for (let batch = 0; batch < 6; batch += 1) {
        const arrived = idsFrom(random, 40, 120).map((id) => aRandomCase(random, ground, id));
        const { rejects } = await bench.send(arrived.map((one) => caseRow(one, codes)));
        expect(rejects).toEqual([]);
        arrived.forEach((one) => cases.set(one.externalId, one));
        const gone = idsFrom(random, 4, 120);
        await withdraw(bench, "case", gone);
        gone.forEach((id) => cases.delete(id));
        if (random() < 0.6) await bench.settle(1 + Math.floor(random() * 60));
      }
      await bench.settle(7);

      const byHand = await expectSame(all, [...cases.values()]);
      const counted = new Set([...byHand.values()].flatMap((row) => [...row.keys()]));
      expect(counted).toEqual(new Set(MEASURES.map(slotKey)));
    },
    60_000,
  );

  it.each([1, 2])(
    "for cases of few customers that change one by one, each the repeat of another (seed %d)",
    async (seed) => {
      const random = seeded(seed);
      const all = await given();
      const { bench, ground, codes } = all;
      const cases = new Map<string, PlainCase>();

      for (let change = 0; change < 80; change += 1) {
        const changed = aRepeat(random, aRandomCase(random, ground, idsFrom(random, 1, 30)[0]!));
        await bench.send([caseRow(changed, codes)]);
        cases.set(changed.externalId, changed);
        await bench.settle();
      }

      await expectSame(all, [...cases.values()]);
    },
    60_000,
  );

  it.each([1, 2])(
    "for random events that are folded into cases (seed %d)",
    async (seed) => {
      const random = seeded(seed);
      const all = await given();
      const { bench, ground, codes } = all;
      const updates = new Map<string, PlainUpdate>();

      for (let batch = 0; batch < 6; batch += 1) {
        const arrived = idsFrom(random, 40, 150).map((id) => aRandomUpdate(random, ground, id));
        const { rejects } = await bench.send(
          arrived.map((one) => updateRow(one, codes)),
          "case_event",
        );
        expect(rejects).toEqual([]);
        arrived.forEach((one) => updates.set(one.externalId, one));
        const gone = idsFrom(random, 4, 150);
        await withdraw(bench, "case_event", gone);
        gone.forEach((id) => updates.delete(id));
        if (random() < 0.5) await bench.settle(1 + Math.floor(random() * 60));
      }
      await bench.settle();

      const ids = [...new Set([...updates.values()].map(({ caseId }) => caseId))];
      await expectSame(
        all,
        ids.map((id) => asCase(id, [...updates.values()], ground)),
      );
    },
    60_000,
  );
});

/** Closed within the hour, on any of a hundred days, by one of two customers. */
function aRepeat(random: () => number, one: PlainCase): PlainCase {
  const openedAt = utc("2026-01-01T10:00:00") + Math.floor(random() * 100) * 24 * HOUR;
  const nothing = {
    reopenings: [],
    pauses: [],
    assignments: [],
    firstResponseAt: null,
    firstSolutionAt: null,
    dueAt: null,
  };
  const customer = { customerRef: `customer-${Math.floor(random() * 2)}`, reason: null, contacts: 1 };
  return { ...one, ...nothing, ...customer, openedAt, resolvedAt: openedAt + HOUR, closedAt: openedAt + HOUR };
}

/** A case belongs where the last of its updates does. */
function asCase(externalId: string, updates: readonly PlainUpdate[], { services }: Ground): PlainCase {
  const own = updates.filter(({ caseId }) => caseId === externalId);
  const last = own.reduce(laterOf);
  const zone = services.find(({ id }) => id === last.serviceId)!.zone;
  return { ...foldCase(own), externalId, zone, serviceId: last.serviceId, channel: last.channel };
}

/** By number, then time, then id. */
function laterOf(one: PlainUpdate, other: PlainUpdate): PlainUpdate {
  const order = (one.sequence ?? -1) - (other.sequence ?? -1) || one.at - other.at;
  return order > 0 || (order === 0 && one.externalId > other.externalId) ? one : other;
}
