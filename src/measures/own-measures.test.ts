import { findMeasure } from "../kpis/catalogue/measures";
import type { Parameters } from "../kpis/kpi-definition";
import { resolveKpi } from "../kpis/kpi-in-use.rules";
import type { Tx } from "../platform/database";
import { givenContract, type GivenContract } from "../setup/setup.builder";
import { seeded } from "../test-support/seeded";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { MeasureService } from "./measure.service";
import { defineKpi, defineMeasure } from "./own-kpis.builder";
import { aRandomContact, aRandomSurvey, storeContacts, storeSurveys, type Ground } from "./plain-facts.builder";
import { plainRows, type PlainContact } from "./plain-measures";
import { SlotService } from "./slot.service";
import { slotKey } from "./slots.rules";

let database: TestDatabase;
beforeAll(async () => (database = await createTestDatabase()));
afterAll(() => database.drop());

const measures = new MeasureService();
const slots = new SlotService();
const HOUR = 3_600_000;

const within = <T>({ clientId }: GivenContract, work: (tx: Tx) => Promise<T>): Promise<T> =>
  database.asInternal([clientId], work);

const groundOf = (given: GivenContract): Ground => ({
  clientId: given.clientId,
  services: given.services.map(({ id }) => ({ id, zone: "Europe/Rome" })),
  people: given.agents.map(({ id }) => id),
  instants: Array.from({ length: 300 }, (_, i) => Date.parse("2026-05-20T00:00:00Z") + i * HOUR),
});

async function settleDays(given: GivenContract): Promise<void> {
  const { clientId } = given;
  while ((await within(given, (tx) => measures.recomputeTouched(tx, { clientId, limit: 500 }))).remaining);
}

const rowsOf = ({ clientId }: GivenContract) =>
  database.adminRows<{ key: string; sums: number[] }>(
    `select concat_ws('/', stream, service_id, day, channel, person_id) as key, sums from daily_measures
      where client_id = $1 order by 1`,
    [clientId],
  );

const HOSTILE = [
  "'; drop table contact; --",
  "100 %",
  '"quoted" \\ back\\\\slash',
  "$1 :name :{x@1/0} $$",
  "ž 中文 😀 ‮ right to left",
  "x".repeat(5_000),
  " leading and trailing ",
];

describe("a measure of one's own", () => {
  it("counts in the database what its plain predicate counts, whatever the values", async () => {
    const given = await givenContract(database, { services: [{}, {}], agents: [{}, {}] });
    const random = seeded(31);
    const ground = groundOf(given);
    const contacts: PlainContact[] = Array.from({ length: 400 }, (_, i) => ({
      ...aRandomContact(random, ground, `id-${i}`),
      reason: [...HOSTILE, "bill", null][i % 9]!,
    }));
    const surveys = Array.from({ length: 200 }, (_, i) => aRandomSurvey(random, ground, `survey-${i}`));
    await defineMeasure(database, given, {
      code: "hostile",
      stream: "contact",
      versions: [{ where: [isIn("reason", HOSTILE)] }],
    });
    for (const [index, text] of HOSTILE.entries()) {
      const where = [{ field: "reason", is: "=" as const, value: text }];
      await defineMeasure(database, given, { code: `hostile_${index}`, stream: "contact", versions: [{ where }] });
    }
    await defineMeasure(database, given, {
      code: "not_bill",
      stream: "contact",
      versions: [{ where: [is("reason", "≠", "bill")] }],
    });
    await defineMeasure(database, given, {
      ...{ code: "long_talk", stream: "contact" },
      versions: [
        {
          ...{ aggregate: "sum", of: "talk_seconds", attribution: "ended" },
          where: [is("talk_seconds", ">", 0.5), is("channel", "=", "phone"), { field: "customer_ref", is: "known" }],
        },
      ],
    });
    await defineMeasure(database, given, {
      ...{ code: "longest_wait", stream: "contact" },
      versions: [{ aggregate: "max", of: "wait_seconds", where: [] }],
    });
    await defineMeasure(database, given, {
      ...{ code: "shortest_wait", stream: "contact" },
      versions: [{ aggregate: "min", of: "wait_seconds", where: [is("outcome", "=", "abandoned")] }],
    });
    await defineMeasure(database, given, {
      ...{ code: "unresolved", stream: "survey" },
      versions: [
        {
          attribution: "closed",
          where: [
            is("resolved", "=", false),
            is("rating", "<=", 3),
            { field: "resolved_first_contact", is: "not known" },
          ],
        },
      ],
    });
    await defineMeasure(database, given, {
      ...{ code: "waited_over", stream: "contact" },
      versions: [{ where: [{ field: "wait_seconds", is: ">", parameter: "limitSeconds" }] }],
    });
    const parameters = [
      { name: "limitSeconds", unit: "seconds" as const, default: 20, minimum: 0, maximum: 600, description: "Limit." },
    ];
    const counted = [...HOSTILE.keys()].map((index) => `hostile_${index}`);
    const formula = [...counted, "hostile", "not_bill", "unresolved", "waited_over"].join(" + ");
    await defineKpi(database, given, { code: "ALL_COUNTS", unit: "count", parameters, versions: [{ formula }] });
    await defineKpi(database, given, { code: "TALK", unit: "seconds", versions: [{ formula: "long_talk" }] });
    await defineKpi(database, given, {
      code: "LONGEST",
      unit: "seconds",
      versions: [{ formula: "longest_wait - shortest_wait" }],
    });
    await within(given, (tx) => storeContacts(tx, given.clientId, contacts));
    await within(given, (tx) => storeSurveys(tx, given.clientId, surveys));

    const { places, uses } = await within(given, async (tx) => {
      const inUse = ["ALL_COUNTS", "TALK", "LONGEST"].map((kpiCode) => resolveKpi({ kpiCode }));
      const places = await slots.ensureSlots(tx, given.clientId, inUse);
      const names = [...counted, "hostile", "not_bill", "long_talk", "unresolved", "waited_over"];
      const limits = (name: string): Parameters => (name === "waited_over" ? { limitSeconds: 20 } : {});
      const uses = names.map((name) => ({ measure: findMeasure(name)!, parameters: limits(name) }));
      return { places, uses };
    });
    await settleDays(given);

    const stored = await rowsOf(given);
    const plain = plainRows(contacts, surveys, uses);
    expect(stored.map(({ key }) => key)).toEqual([...plain.keys()].sort());
    for (const { key, sums } of stored)
      for (const use of uses.filter(({ measure }) => key.startsWith(measure.stream))) {
        const inSlot = sums[places.get(slotKey(use))! - 1];
        expect([key, use.measure.code, inSlot]).toEqual([
          key,
          use.measure.code,
          plain.get(key)!.get(slotKey(use)) ?? 0,
        ]);
      }
    const longest = places.get("contact/longest_wait@1/{}")! - 1;
    const shortest = places.get("contact/shortest_wait@1/{}")! - 1;
    const waits = contacts.flatMap((one) => one.waitSeconds ?? []);
    expect(Math.max(...stored.flatMap(({ sums }) => sums[longest] ?? []))).toBe(Math.max(...waits));
    expect(stored.some(({ key, sums }) => key.startsWith("contact") && sums[shortest] === null)).toBe(true);
  });

  it.each([
    [{ where: [is("reasn", "=", "x")] }, ["versions", "0", "where", "0", "field"], 'Did you mean "reason"?'],
    [{ where: [is("reason", "<", "x")] }, ["versions", "0", "where", "0", "is"], 'Write "="'],
    [{ where: [is("wait_seconds", "<", "x")] }, ["versions", "0", "where", "0", "value"], "Write a number."],
    [{ where: [is("outcome", "=", "lost")] }, ["versions", "0", "where", "0", "value"], "one of answered"],
    [{ where: [is("reason", "=", "\0")] }, ["versions", "0", "where", "0", "value"], "without NUL"],
    [{ where: [is("reason", "=", "\ud800")] }, ["versions", "0", "where", "0", "value"], "half characters"],
    [{ where: [{ field: "reason", is: "in" as const }] }, ["versions", "0", "where", "0"], "Write it as `values`."],
    [{ aggregate: "sum" as const }, ["versions", "0", "of"], "Write one of wait_seconds"],
    [{ aggregate: "sum" as const, of: "reason" }, ["versions", "0", "of"], "Write one of wait_seconds"],
    [{ attribution: "asked" }, ["versions", "0", "attribution"], "offered"],
  ])("is refused where it makes no sense: %j", async (version, path, remedy) => {
    const given = await givenContract(database);

    await expect(
      defineMeasure(database, given, { code: "bad_one", stream: "contact", versions: [version] }),
    ).rejects.toMatchObject({ path, remedy: expect.stringContaining(remedy) });
  });
});

function is(field: string, operator: string, value: string | number | boolean) {
  return { field, is: operator as "=", value };
}

function isIn(field: string, values: string[]) {
  return { field, is: "in" as const, values };
}
