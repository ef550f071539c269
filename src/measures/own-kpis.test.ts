import { findKpi } from "../kpis/catalogue/kpis";
import type { KpiDefinition } from "../kpis/kpi-definition";
import { resolveKpiOn } from "../kpis/kpi-in-use.rules";
import type { Tx } from "../platform/database";
import { givenContract, type GivenContract } from "../setup/setup.builder";
import { day } from "../shared/day";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { defineKpi, defineMeasure } from "./own-kpis.builder";

let database: TestDatabase;
beforeAll(async () => (database = await createTestDatabase()));
afterAll(() => database.drop());

const within = <T>({ clientId }: GivenContract, work: (tx: Tx) => Promise<T>): Promise<T> =>
  database.asInternal([clientId], work);

function is(field: string, operator: string, value: string | number | boolean) {
  return { field, is: operator as "=", value };
}

describe("a KPI of one's own", () => {
  const chats = { code: "late_chats", stream: "contact" as const };

  it("applies each version from its day on, and measures that change make versions, too", async () => {
    const given = await givenContract(database);
    const code = `C${given.client.code.replace(/\W/g, "").toUpperCase()}`;
    const measure = { ...chats, code: `m_${code.toLowerCase()}` };
    await defineMeasure(database, given, { ...measure, versions: [{ where: [is("wait_seconds", ">", 20)] }] });
    const first = { formula: `${measure.code} / offered` };
    await defineKpi(database, given, { code, versions: [first] });
    await defineKpi(database, given, {
      code,
      versions: [first, { validFrom: "2026-03-01", formula: `${measure.code} / (offered + 0 * offered)` }],
    });
    await defineMeasure(database, given, {
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
    await defineKpi(database, mine, { code: "MINE_ONLY", versions: [{ formula: "answered / offered" }] });
    const seen = (given: GivenContract): Promise<KpiDefinition | undefined> =>
      database.asClient([given.clientId], () => Promise.resolve(findKpi("MINE_ONLY")));

    expect((await seen(mine))?.dialects.map(({ code }) => code)).toEqual(["CURRENT", "V1"]);
    expect(await seen(theirs)).toBeUndefined();
    await expect(
      defineKpi(database, theirs, { code: "MINE_ONLY", versions: [{ formula: "answered" }] }),
    ).rejects.toMatchObject({
      code: expect.stringMatching(/CODE_TAKEN|REFUSED/),
    });
    await expect(
      defineKpi(database, theirs, { code: "AHT", versions: [{ formula: "answered / offered" }] }),
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

    const refused = await defineKpi(database, given, {
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

    await defineKpi(database, given, { code: `A${suffix}`, versions: [{ formula: "1 - abandoned / offered" }] });
    await defineKpi(database, given, {
      code: `B${suffix}`,
      unit: "rate",
      versions: [{ formula: "3600 * handled / talk_seconds" }],
    });
    await defineKpi(database, given, {
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
