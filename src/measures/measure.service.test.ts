import { resolveKpi } from "../kpis/kpi-in-use.rules";
import { givenContract, type GivenContract } from "../setup/setup.builder";
import { seeded } from "../test-support/seeded";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { MeasureService } from "./measure.service";
import { aRandomContact, storeContacts, type Ground } from "./plain-facts.builder";
import type { PlainContact } from "./plain-measures";
import { SlotService } from "./slot.service";

let database: TestDatabase;
beforeAll(async () => (database = await createTestDatabase()));
afterAll(() => database.drop());

const measures = new MeasureService();
const slots = new SlotService();
const HOUR = 3_600_000;
const SERVICE_LEVEL = resolveKpi({ kpiCode: "SERVICE_LEVEL" });
const FCR = resolveKpi({ kpiCode: "FCR", dialect: "OPERATIONAL" });

const within = <T>({ clientId }: GivenContract, work: Parameters<typeof database.asInternal<T>>[1]): Promise<T> =>
  database.asInternal([clientId], work);

function contactsOf(given: GivenContract, { seed, count }: { seed: number; count: number }): PlainContact[] {
  const random = seeded(seed);
  const ground: Ground = {
    clientId: given.clientId,
    services: given.services.map(({ id }) => ({ id, zone: "Europe/Rome" })),
    people: given.agents.map(({ id }) => id),
    instants: Array.from({ length: 400 }, (_, i) => Date.parse("2026-05-20T00:00:00Z") + i * HOUR),
  };
  return Array.from({ length: count }, (_, i) => aRandomContact(random, ground, `id-${seed}-${i}`));
}

async function settleDays(given: GivenContract, limit = 500): Promise<number> {
  const { clientId } = given;
  for (let done = 0; ;) {
    const { days, remaining } = await within(given, (tx) => measures.recomputeTouched(tx, { clientId, limit }));
    done += days.length;
    if (!remaining) return done;
  }
}

const rowsOf = ({ clientId }: GivenContract) =>
  database.adminRows<{ day: string; sums: number[] }>(
    `select stream, service_id, day, channel, person_id, sums from daily_measures where client_id = $1
      order by 1, 2, 3, 4, 5`,
    [clientId],
  );

const logOf = ({ clientId }: GivenContract) =>
  database.adminRows<{ day: string }>("select stream, day from touched_day where client_id = $1 order by id", [
    clientId,
  ]);

describe("daily measures", () => {
  it("come out the same when everything is deleted and rebuilt, in batches of any size", async () => {
    const given = await givenContract(database, { services: [{}, {}], agents: [{}, {}] });
    await within(given, (tx) => slots.ensureSlots(tx, given.clientId, [SERVICE_LEVEL, FCR]));
    await within(given, (tx) => storeContacts(tx, given.clientId, contactsOf(given, { seed: 4, count: 300 })));
    await settleDays(given);
    const before = await rowsOf(given);

    await database.adminRows("delete from daily_measures where client_id = $1", [given.clientId]);
    await within(given, (tx) => measures.rebuild(tx, given.clientId));
    await settleDays(given, 3);

    expect(before.length).toBeGreaterThan(20);
    expect(await rowsOf(given)).toEqual(before);
  });

  it("vanish with their last fact", async () => {
    const given = await givenContract(database);
    const [contact] = contactsOf(given, { seed: 5, count: 1 }) as [PlainContact];
    await within(given, (tx) => slots.ensureSlots(tx, given.clientId, [SERVICE_LEVEL]));
    await within(given, (tx) => storeContacts(tx, given.clientId, [contact]));
    await settleDays(given);
    expect(await rowsOf(given)).not.toEqual([]);

    const yearLater = { ...contact, offeredAt: contact.offeredAt + 365 * 24 * HOUR, answeredAt: null, endedAt: null };
    await within(given, (tx) => storeContacts(tx, given.clientId, [yearLater]));
    await settleDays(given);

    expect((await rowsOf(given)).map((row) => row.day.slice(0, 4))).toEqual(["2027"]);
  });

  it("mark the day, week, month, quarter and year around them, under the service's contract", async () => {
    const given = await givenContract(database);
    await database.adminRows(
      "insert into touched_day (client_id, stream, service_id, day) values ($1, 'contact', $2, '2027-01-01')",
      [given.clientId, given.service.id],
    );

    await settleDays(given);

    const marked = await database.adminRows(
      `select contract_id as "contractId", period_kind as kind, period_from as from from touched_period
        where client_id = $1 order by period_from desc, period_kind`,
      [given.clientId],
    );
    const ofContract = (kind: string, from: string) => ({ contractId: given.contract.id, kind, from });
    expect(marked).toEqual([
      ...["day", "month", "quarter", "year"].map((kind) => ofContract(kind, "2027-01-01")),
      ofContract("week", "2026-12-28"),
    ]);
  });

  it("are right when facts keep arriving while several workers recompute", async () => {
    const given = await givenContract(database, { services: [{}, {}], agents: [{}, {}] });
    await within(given, (tx) => slots.ensureSlots(tx, given.clientId, [SERVICE_LEVEL, FCR]));
    const all = contactsOf(given, { seed: 6, count: 400 });
    const feed = async (part: number): Promise<void> => {
      for (let i = part * 200; i < part * 200 + 200; i += 20)
        await within(given, (tx) => storeContacts(tx, given.clientId, all.slice(i, i + 20)));
    };
    let isFed = false;
    const worker = async (): Promise<void> => {
      while (!isFed)
        await within(given, (tx) => measures.recomputeTouched(tx, { clientId: given.clientId, limit: 10 }));
    };

    const workers = [worker(), worker(), worker()];
    await Promise.all([feed(0), feed(1)]);
    isFed = true;
    await Promise.all(workers);
    await settleDays(given);

    const settled = await rowsOf(given);
    await within(given, (tx) => measures.rebuild(tx, given.clientId));
    await settleDays(given);
    expect(await rowsOf(given)).toEqual(settled);
  });

  it("leave other clients' logs and facts alone", async () => {
    const [ours, theirs] = [await givenContract(database), await givenContract(database)];
    await within(theirs, (tx) => storeContacts(tx, theirs.clientId, contactsOf(theirs, { seed: 7, count: 5 })));
    const before = await logOf(theirs);

    const { days, remaining } = await within(ours, (tx) =>
      measures.recomputeTouched(tx, { clientId: theirs.clientId, limit: 100 }),
    );

    expect({ days, remaining }).toEqual({ days: [], remaining: false });
    expect(await logOf(theirs)).toEqual(before);
  });
});

describe("slots", () => {
  it("are appended for a new KPI, and the days computed without it are computed again, newest first", async () => {
    const given = await givenContract(database);
    const rare = resolveKpi({ kpiCode: "FCR", dialect: "OPERATIONAL", parameters: { repeatDays: 77 } });
    await within(given, (tx) => slots.ensureSlots(tx, given.clientId, [SERVICE_LEVEL]));
    await within(given, (tx) => storeContacts(tx, given.clientId, contactsOf(given, { seed: 8, count: 60 })));
    await settleDays(given);
    const days = [...new Set((await rowsOf(given)).map((row) => row.day))];

    const before = await within(given, (tx) => slots.ensureSlots(tx, given.clientId, [SERVICE_LEVEL]));
    const untouched = await logOf(given);
    const after = await within(given, (tx) => slots.ensureSlots(tx, given.clientId, [SERVICE_LEVEL, rare]));
    const touched = (await logOf(given)).map((entry) => entry.day);

    expect(untouched).toEqual([]);
    expect([...before].every(([key, slot]) => after.get(key) === slot)).toBe(true);
    expect(after.size).toBeGreaterThan(before.size);
    expect(touched).toEqual([...touched].sort().reverse());
    expect(new Set(touched)).toEqual(new Set([...days, ...days.map((day) => plus77(day))]));
  });

  it("hold the same after back-filling as when they were there from the start", async () => {
    const given = await givenContract(database);
    const newest = resolveKpi({ kpiCode: "FCR", dialect: "OPERATIONAL", parameters: { repeatDays: 2 } });
    await within(given, (tx) => storeContacts(tx, given.clientId, contactsOf(given, { seed: 9, count: 150 })));
    await settleDays(given);

    await within(given, (tx) => slots.ensureSlots(tx, given.clientId, [newest]));
    await settleDays(given);
    const backfilled = await rowsOf(given);
    await within(given, (tx) => measures.rebuild(tx, given.clientId));
    await settleDays(given);

    expect(await rowsOf(given)).toEqual(backfilled);
    expect(await within(given, (tx) => slots.ensureSlots(tx, given.clientId, [newest]))).toBeDefined();
    expect(await logOf(given)).toEqual([]);
  });

  it("are back-filled for a client that begins to use what another client had asked for", async () => {
    const [first, second] = [await givenContract(database), await givenContract(database)];
    const wanted = resolveKpi({ kpiCode: "SERVICE_LEVEL", parameters: { thresholdSeconds: 41 } });
    await within(second, (tx) => storeContacts(tx, second.clientId, contactsOf(second, { seed: 10, count: 10 })));
    await settleDays(second);
    await within(first, (tx) => slots.ensureSlots(tx, first.clientId, [wanted]));

    await within(second, (tx) => slots.ensureSlots(tx, second.clientId, [wanted]));

    expect(await logOf(second)).not.toEqual([]);
  });

  it("are given out once when several ask at the same time", async () => {
    const given = await givenContract(database);
    const wanted = [11, 12, 13].map((days) =>
      resolveKpi({ kpiCode: "FCR", dialect: "OPERATIONAL", parameters: { repeatDays: days } }),
    );

    await Promise.all(
      wanted
        .flatMap((kpi) => [kpi, kpi])
        .map((kpi) => within(given, (tx) => slots.ensureSlots(tx, given.clientId, [kpi]))),
    );

    const repeated = await database.adminRows(
      "select measure, parameters from measure_slot group by stream, measure, parameters having count(*) > 1",
    );
    expect(repeated).toEqual([]);
  });
});

const plus77 = (day: string): string => new Date(Date.parse(day) + 77 * 24 * HOUR).toISOString().slice(0, 10);
