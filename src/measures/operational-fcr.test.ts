import { resolveKpi } from "../kpis/kpi-in-use.rules";
import { givenContract, type GivenContract } from "../setup/setup.builder";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { MeasureService } from "./measure.service";
import { storeContacts } from "./plain-facts.builder";
import type { PlainContact } from "./plain-measures";
import { SlotService } from "./slot.service";

let database: TestDatabase;
beforeAll(async () => (database = await createTestDatabase()));
afterAll(() => database.drop());

const FCR = resolveKpi({ kpiCode: "FCR", dialect: "OPERATIONAL", parameters: { repeatDays: 7 } });
const DAY = 86_400_000;
const BEGIN = Date.parse("2026-06-01T10:00:00Z");

type Wish = Partial<PlainContact> & { readonly after: number };

/** A handled call of one customer about one reason, `after` milliseconds after the first, which took no time. */
const call = (given: GivenContract, { after, ...wish }: Wish, index: number): PlainContact => ({
  ...{ externalId: `${given.clientId}-${index}`, serviceId: given.service.id, zone: "Europe/Rome", channel: "phone" },
  ...{ personId: null, customerRef: "customer", reason: "bill", outcome: "answered" as const },
  ...{ offeredAt: BEGIN + after, answeredAt: BEGIN + after, endedAt: BEGIN + after, waitSeconds: 0 },
  ...{ talkSeconds: 0, holdSeconds: null, wrapSeconds: null, transferred: null },
  ...wish,
});

async function issues(wishes: readonly Wish[]): Promise<{ day: string; chains: number; single: number }[]> {
  const given = await givenContract(database, { services: [{}, {}] });
  const { clientId } = given;
  const slots = await database.asInternal([clientId], (tx) => new SlotService().ensureSlots(tx, clientId, [FCR]));
  const calls = wishes.map((wish, i) => call(given, wish, i));
  await database.asInternal([clientId], (tx) => storeContacts(tx, clientId, calls));
  await database.asInternal([clientId], (tx) => new MeasureService().recomputeTouched(tx, { clientId, limit: 500 }));
  const slot = (measure: string): number => slots.get(`contact/${measure}/{"repeatDays":7}`)!;
  return database.adminRows(
    `select day, sum(sums[$2]) as chains, sum(sums[$3]) as single from daily_measures
      where client_id = $1 group by day having sum(sums[$2]) > 0 order by day`,
    [clientId, slot("contact_chains"), slot("single_contact_chains")],
  );
}

describe("an issue of a customer", () => {
  it("of one call counts as resolved, 7 days after it", async () => {
    expect(await issues([{ after: 0 }])).toEqual([{ day: "2026-06-08", chains: 1, single: 1 }]);
  });

  it("goes on with a call exactly 7 × 24 hours later, and counts 7 days after that", async () => {
    expect(await issues([{ after: 0 }, { after: 7 * DAY }])).toEqual([{ day: "2026-06-15", chains: 1, single: 0 }]);
  });

  it("is another one a millisecond later", async () => {
    expect(await issues([{ after: 0 }, { after: 7 * DAY + 1 }])).toEqual([
      { day: "2026-06-08", chains: 1, single: 1 },
      { day: "2026-06-15", chains: 1, single: 1 },
    ]);
  });

  it("is counted from the end of a call until the next is offered", async () => {
    const long = { after: 0, endedAt: BEGIN + 3_600_000 };

    expect(await issues([long, { after: 7 * DAY + 3_600_000 }])).toEqual([{ day: "2026-06-15", chains: 1, single: 0 }]);
  });

  it("is one however many calls follow each other", async () => {
    const calls = [0, 6, 12, 18].map((days) => ({ after: days * DAY }));

    expect(await issues(calls)).toEqual([{ day: "2026-06-26", chains: 1, single: 0 }]);
  });

  it("is another one for another reason or another customer, also for no reason", async () => {
    const calls = [{ after: 0 }, { after: DAY, reason: null }, { after: DAY, customerRef: "neighbour" }];

    expect(await issues(calls)).toEqual([
      { day: "2026-06-08", chains: 1, single: 1 },
      { day: "2026-06-09", chains: 2, single: 2 },
    ]);
  });

  it("takes no notice of calls that were not answered, or that nobody can be told from", async () => {
    const calls = [{ after: 0 }, { after: DAY, outcome: "abandoned" as const }, { after: DAY, customerRef: null }];

    expect(await issues(calls)).toEqual([{ day: "2026-06-08", chains: 1, single: 1 }]);
  });

  it("goes on through calls at the very same instant", async () => {
    expect(await issues([{ after: 0 }, { after: 0 }, { after: 0 }])).toEqual([
      { day: "2026-06-08", chains: 1, single: 0 },
    ]);
  });
});
