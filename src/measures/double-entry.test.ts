import { KPIS } from "../kpis/catalogue/kpis";
import type { KpiInUse } from "../kpis/kpi-definition";
import { resolveKpi } from "../kpis/kpi-in-use.rules";
import { givenContract, type GivenContract } from "../setup/setup.builder";
import type { Stream } from "../shared/stream";
import { seeded } from "../test-support/seeded";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { MeasureService } from "./measure.service";
import { aRandomContact, aRandomSurvey, storeContacts, storeSurveys, type Ground } from "./plain-facts.builder";
import { plainRows, type PlainContact, type PlainRows, type PlainSurvey } from "./plain-measures";
import { SlotService } from "./slot.service";
import { measuresNeeded, slotKey } from "./slots.rules";

let database: TestDatabase;
beforeAll(async () => (database = await createTestDatabase()));
afterAll(() => database.drop());

const measures = new MeasureService();
const slots = new SlotService();

/** Every KPI with its defaults, and some again with other parameters. */
const KPIS_IN_USE: KpiInUse[] = [
  ...KPIS.map((kpi) => resolveKpi({ kpiCode: kpi.code })),
  resolveKpi({ kpiCode: "SERVICE_LEVEL", parameters: { thresholdSeconds: 30, shortAbandonSeconds: 0 } }),
  resolveKpi({ kpiCode: "FCR", dialect: "OPERATIONAL" }),
  resolveKpi({ kpiCode: "FCR", dialect: "OPERATIONAL", parameters: { repeatDays: 1 } }),
  resolveKpi({ kpiCode: "CSAT", parameters: { topBoxes: 1 } }),
];

/** Other streams have double entries of their own. */
const OF_CUSTOMERS: ReadonlySet<Stream> = new Set(["contact", "survey"]);

const HOUR = 3_600_000;
const utc = (text: string): number => Date.parse(`${text}Z`);

/** Midnights and month ends of Rome and New York, and every half hour around the two clock changes of 2026. */
const INSTANTS = [
  ...["2026-01-31T23:00:00", "2026-02-28T22:59:59.999", "2026-02-28T23:00:00", "2026-03-01T05:00:00"].map(utc),
  ...Array.from({ length: 60 }, (_, i) => utc("2026-03-28T20:00:00") + (i * HOUR) / 2),
  ...Array.from({ length: 60 }, (_, i) => utc("2026-10-24T20:00:00") + (i * HOUR) / 2),
  // exactly 1 and 7 days of 24 hours apart, and a hair more
  ...[0, 24, 48, 168, 192, 336].flatMap((hours) =>
    [0, 0, 1, 2].map((hair) => utc("2026-06-01T09:00:00") + hours * HOUR + hair),
  ),
];

const groundOf = (given: GivenContract): Ground => ({
  clientId: given.clientId,
  services: given.services.map(({ id }, i) => ({ id, zone: ["Europe/Rome", "America/New_York"][i]! })),
  people: given.agents.map(({ id }) => id),
  instants: INSTANTS,
});

const givenTwoServices = (): Promise<GivenContract> =>
  givenContract(database, { services: [{}, { timeZone: "America/New_York" }], agents: [{}, {}, {}] });

async function settleDays(clientId: string, limitOf: () => number): Promise<void> {
  for (let remaining = true; remaining;)
    ({ remaining } = await database.asInternal([clientId], (tx) =>
      measures.recomputeTouched(tx, { clientId, limit: limitOf() }),
    ));
}

async function storedRows(clientId: string): Promise<PlainRows> {
  const found = await database.adminRows<{ key: string; stream: string; sums: number[] }>(
    `select concat_ws('/', stream, service_id, day, channel, person_id) as key, stream, sums
       from daily_measures where client_id = $1`,
    [clientId],
  );
  const placed = await database.adminRows<{ stream: string; slot: number; measure: string; parameters: string }>(
    "select stream, slot, measure, parameters from measure_slot",
  );
  return new Map(
    found.map(({ key, stream, sums }) => {
      const ofStream = placed.filter((one) => one.stream === stream);
      expect(sums).toHaveLength(ofStream.length);
      const named = ofStream.map((one) => [`${stream}/${one.measure}/${one.parameters}`, sums[one.slot - 1]!] as const);
      return [key, new Map(named.filter(([, sum]) => sum !== 0))];
    }),
  );
}

const withoutZeros = (all: PlainRows): PlainRows =>
  new Map([...all].map(([key, row]) => [key, new Map([...row].filter(([, sum]) => sum !== 0))]));

describe("the sums of facts by SQL and by plain code agree to the last digit", () => {
  it.each([1, 2, 3])("for random facts that come, change and move in batches (seed %d)", async (seed) => {
    const random = seeded(seed);
    const given = await givenTwoServices();
    const { clientId } = given;
    const ground = groundOf(given);
    const contacts = new Map<string, PlainContact>();
    const surveys = new Map<string, PlainSurvey>();
    const needed = measuresNeeded(KPIS_IN_USE).filter(({ measure }) => OF_CUSTOMERS.has(measure.stream));
    await database.asInternal([clientId], (tx) => slots.ensureSlots(tx, clientId, KPIS_IN_USE));

    for (let batch = 0; batch < 8; batch += 1) {
      const some = Array.from({ length: 60 }, () => `id-${Math.floor(random() * 250)}`);
      const arrived = [...new Set(some)].map((id) => aRandomContact(random, ground, id));
      const answered = [...new Set(some)].slice(0, 30).map((id) => aRandomSurvey(random, ground, id));
      await database.asInternal([clientId], (tx) => storeContacts(tx, clientId, arrived));
      await database.asInternal([clientId], (tx) => storeSurveys(tx, clientId, answered));
      arrived.forEach((one) => contacts.set(one.externalId, one));
      answered.forEach((one) => surveys.set(one.externalId, one));
      if (random() < 0.6) await settleDays(clientId, () => 1 + Math.floor(random() * 40));
    }
    await settleDays(clientId, () => 7);

    const byHand = withoutZeros(plainRows([...contacts.values()], [...surveys.values()], needed));
    const stored = await storedRows(clientId);
    expect(sorted(stored)).toEqual(sorted(byHand));
    expect([...byHand.keys()].length).toBeGreaterThan(50);
    expect(everyMeasure(byHand)).toEqual(new Set(needed.map(slotKey)));
  });
});

const sorted = (all: PlainRows): [string, [string, number][]][] =>
  [...all]
    .map(([key, row]): [string, [string, number][]] => [key, [...row].sort()])
    .sort((a, b) => (a[0] < b[0] ? -1 : 1));

const everyMeasure = (all: PlainRows): Set<string> => new Set([...all.values()].flatMap((row) => [...row.keys()]));
