import type { KpiDefinition, Parameters } from "../kpis/kpi-definition";
import { findKpi } from "../kpis/catalogue/kpis";
import { findMeasure } from "../kpis/catalogue/measures";
import { resolveKpi, resolveKpiOn } from "../kpis/kpi-in-use.rules";
import { OwnKpiService } from "../kpis/own/own-kpi.service";
import type { OwnKpiInput } from "../kpis/own/own-kpi.schema";
import { OwnMeasureService } from "../kpis/own/own-measure.service";
import type { MeasureInput } from "../kpis/own/own-measure.schema";
import type { DefinitionContext } from "../platform/definitions/definition-context";
import type { Tx } from "../platform/database";
import { givenContract, type GivenContract } from "../setup/setup.builder";
import { day } from "../shared/day";
import { seeded } from "../test-support/seeded";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { MeasureService } from "./measure.service";
import { aRandomContact, aRandomSurvey, storeContacts, storeSurveys, type Ground } from "./plain-facts.builder";
import { plainRows, type PlainContact } from "./plain-measures";
import { SlotService } from "./slot.service";
import { slotKey } from "./slots.rules";

let database: TestDatabase;
beforeAll(async () => (database = await createTestDatabase()));
afterAll(() => database.drop());

const kpis = new OwnKpiService(() => Promise.resolve());
const own = new OwnMeasureService((tx, code, context) => kpis.followMeasure(tx, code, context));
const measures = new MeasureService();
const slots = new SlotService();
const HOUR = 3_600_000;

const contextOf = ({ clientId }: GivenContract): DefinitionContext => ({
  ...{ actor: "test", now: new Date("2026-06-20T08:00:00Z"), requestId: null, clientIds: [clientId], internal: true },
});
const within = <T>({ clientId }: GivenContract, work: (tx: Tx) => Promise<T>): Promise<T> =>
  database.asInternal([clientId], work);
const defineMeasure = (given: GivenContract, input: Omit<MeasureInput, "client" | "description">) =>
  within(given, (tx) =>
    own.define(tx, contextOf(given), { client: given.client.code, description: "A measure.", ...input }),
  );
const defineKpi = (given: GivenContract, input: Partial<OwnKpiInput> & Pick<OwnKpiInput, "code" | "versions">) =>
  within(given, (tx) =>
    kpis.define(tx, contextOf(given), {
      ...{ client: given.client.code, names: { en: "A KPI" }, descriptions: { en: "What it means." } },
      ...{ family: "quality", unit: "share", direction: "maximise", ...input },
    }),
  );

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
    await defineMeasure(given, {
      code: "hostile",
      stream: "contact",
      versions: [{ where: [isIn("reason", HOSTILE)] }],
    });
    for (const [index, text] of HOSTILE.entries()) {
      const where = [{ field: "reason", is: "=" as const, value: text }];
      await defineMeasure(given, { code: `hostile_${index}`, stream: "contact", versions: [{ where }] });
    }
    await defineMeasure(given, {
      code: "not_bill",
      stream: "contact",
      versions: [{ where: [is("reason", "≠", "bill")] }],
    });
    await defineMeasure(given, {
      ...{ code: "long_talk", stream: "contact" },
      versions: [
        {
          ...{ aggregate: "sum", of: "talk_seconds", attribution: "ended" },
          where: [is("talk_seconds", ">", 0.5), is("channel", "=", "phone"), { field: "customer_ref", is: "known" }],
        },
      ],
    });
    await defineMeasure(given, {
      ...{ code: "longest_wait", stream: "contact" },
      versions: [{ aggregate: "max", of: "wait_seconds", where: [] }],
    });
    await defineMeasure(given, {
      ...{ code: "shortest_wait", stream: "contact" },
      versions: [{ aggregate: "min", of: "wait_seconds", where: [is("outcome", "=", "abandoned")] }],
    });
    await defineMeasure(given, {
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
    await defineMeasure(given, {
      ...{ code: "waited_over", stream: "contact" },
      versions: [{ where: [{ field: "wait_seconds", is: ">", parameter: "limitSeconds" }] }],
    });
    const parameters = [
      { name: "limitSeconds", unit: "seconds" as const, default: 20, minimum: 0, maximum: 600, description: "Limit." },
    ];
    const counted = [...HOSTILE.keys()].map((index) => `hostile_${index}`);
    const formula = [...counted, "hostile", "not_bill", "unresolved", "waited_over"].join(" + ");
    await defineKpi(given, { code: "ALL_COUNTS", unit: "count", parameters, versions: [{ formula }] });
    await defineKpi(given, { code: "TALK", unit: "seconds", versions: [{ formula: "long_talk" }] });
    await defineKpi(given, {
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
      defineMeasure(given, { code: "bad_one", stream: "contact", versions: [version] }),
    ).rejects.toMatchObject({ path, remedy: expect.stringContaining(remedy) });
  });
});

function is(field: string, operator: string, value: string | number | boolean) {
  return { field, is: operator as "=", value };
}

function isIn(field: string, values: string[]) {
  return { field, is: "in" as const, values };
}

describe("a KPI of one's own", () => {
  const chats = { code: "late_chats", stream: "contact" as const };

  it("applies each version from its day on, and measures that change make versions, too", async () => {
    const given = await givenContract(database);
    const code = `C${given.client.code.replace(/\W/g, "").toUpperCase()}`;
    const measure = { ...chats, code: `m_${code.toLowerCase()}` };
    await defineMeasure(given, { ...measure, versions: [{ where: [is("wait_seconds", ">", 20)] }] });
    const first = { formula: `${measure.code} / offered` };
    await defineKpi(given, { code, versions: [first] });
    await defineKpi(given, {
      code,
      versions: [first, { validFrom: "2026-03-01", formula: `${measure.code} / (offered + 0 * offered)` }],
    });
    await defineMeasure(given, {
      ...measure,
      versions: [
        { where: [is("wait_seconds", ">", 20)] },
        { validFrom: "2026-05-01", where: [is("wait_seconds", ">", 30)] },
      ],
    });

    const on = await within(given, (tx) => {
      void tx;
      const dialect = (at: string) => {
        const { dialect } = resolveKpiOn({ kpiCode: code }, day(at));
        const { numerator, denominator, measureVersions } = findKpi(code)!.dialects.find(
          (one) => one.code === dialect,
        )!;
        return { numerator, denominator, measureVersions };
      };
      return Promise.resolve(["2026-02-28", "2026-03-01", "2026-05-01"].map(dialect));
    });

    const numerator = measure.code;
    expect(on).toEqual([
      { numerator, denominator: "offered", measureVersions: { [measure.code]: 1 } },
      { numerator, denominator: "offered + 0 * offered", measureVersions: { [measure.code]: 1 } },
      { numerator, denominator: "offered + 0 * offered", measureVersions: { [measure.code]: 3 } },
    ]);
  });

  it("is seen by the house and its client only, and its code is nobody else's", async () => {
    const [mine, theirs] = [await givenContract(database), await givenContract(database)];
    await defineKpi(mine, { code: "MINE_ONLY", versions: [{ formula: "answered / offered" }] });
    const seen = (given: GivenContract): Promise<KpiDefinition | undefined> =>
      database.asClient([given.clientId], () => Promise.resolve(findKpi("MINE_ONLY")));

    expect((await seen(mine))?.dialects.map(({ code }) => code)).toEqual(["CURRENT", "V1"]);
    expect(await seen(theirs)).toBeUndefined();
    await expect(defineKpi(theirs, { code: "MINE_ONLY", versions: [{ formula: "answered" }] })).rejects.toMatchObject({
      code: expect.stringMatching(/CODE_TAKEN|REFUSED/),
    });
    await expect(
      defineKpi(theirs, { code: "AHT", versions: [{ formula: "answered / offered" }] }),
    ).rejects.toMatchObject({ code: "CODE_TAKEN" });
  });

  it.each([
    ["answred / offered", "share", ["character 1: there is no measure"]],
    ["answred / offerd", "share", ["character 1: there is no", "character 11: there is no"]],
    ["talk_seconds / handled_timed", "share", ["it comes to seconds ÷ count"]],
    ["answered + talk_seconds", "count", ["character 12: seconds cannot be added to count"]],
    ["answered / 0", "share", ["character 12: it divides by zero"]],
    ["answered / (offered - offered)", "share", ["it divides by zero"]],
    ["answered / (1 - 1)", "count", ["character 13: it divides by zero"]],
    ["offered / answered", "share", ["a share is part of its whole"]],
    ["100 * answered / offered", "share", ["a share is part of its whole"]],
    ["answered", "share", ["it comes to count, which is no share"]],
    ["handled / offered", "share", ["count on different days"]],
    ["rated / offered", "share", ["count different facts"]],
    ["answered_within / offered", "share", ["needs the parameter thresholdSeconds"]],
    ["answered /", "share", ["character 11: a measure is missing"]],
  ])("with the formula %j as %s is refused at the place", async (formula, unit, messages) => {
    const given = await givenContract(database);

    const refused = await defineKpi(given, {
      code: "REFUSED_KPI",
      unit: unit as "share",
      versions: [{ formula }],
    }).catch(
      (error: unknown) => error as { message: string; path: string[]; all?: { message: string; path: string[] }[] },
    );

    const all = "all" in refused && refused.all ? refused.all : [refused as { message: string; path: string[] }];
    expect(all.map(({ path }) => path)).toEqual(messages.map(() => ["versions", "0", "formula"]));
    for (const [index, message] of messages.entries()) expect(all[index]!.message).toContain(message);
  });

  it("may be one less a share, and a rate, and compare a level with its flows", async () => {
    const given = await givenContract(database);
    const suffix = given.client.code.replace(/\W/g, "").toUpperCase();

    await defineKpi(given, { code: `A${suffix}`, versions: [{ formula: "1 - abandoned / offered" }] });
    await defineKpi(given, {
      code: `B${suffix}`,
      unit: "rate",
      versions: [{ formula: "3600 * handled / talk_seconds" }],
    });
    await defineKpi(given, {
      code: `D${suffix}`,
      unit: "percent",
      versions: [{ formula: "day_sum(offered) / days / at_end(answered)" }],
    });

    const dialects = await within(given, () =>
      Promise.resolve(["A", "B", "D"].map((one) => findKpi(`${one}${suffix}`)!)),
    );
    expect(dialects.map(({ dialects: [one], rollUp }) => [one!.numerator, one!.denominator, rollUp])).toEqual([
      ["1 * offered - abandoned", "offered", "ratio"],
      ["3600 * handled", "talk_seconds", "ratio"],
      ["day_sum(offered)", "days * at_end(answered)", "semi-additive"],
    ]);
  });
});
