import { Exclusion } from "../../contracts/exclusions/exclusion.entity";
import { KPIS } from "../../kpis/catalogue/kpis";
import type { KpiInUse } from "../../kpis/kpi-definition";
import { formulaOf } from "../../kpis/kpi-formula.rules";
import { dialectsOf, resolveKpi } from "../../kpis/kpi-in-use.rules";
import { aRandomContact, aRandomSurvey, storeContacts, storeSurveys } from "../../measures/plain-facts.builder";
import { aQualityBench } from "../../measures/quality-bench.builder";
import { aRandomRow, QUALITY_STREAMS } from "../../measures/random-quality.builder";
import type { Stream } from "../../shared/stream";
import { givenContract } from "../../setup/setup.builder";
import { seeded } from "../../test-support/seeded";
import { createTestDatabase, type TestDatabase } from "../../test-support/test-database";
import type { Tx } from "../../platform/database";
import { SpanFigures } from "../span-figures";
import { loadAdjusted } from "./adjusted-book";
import { anAsk, approved, goes, randomTimes, recounted, settingOf, spanOf, type Ground } from "./recount.builder";

let database: TestDatabase;
beforeAll(async () => (database = await createTestDatabase()));
afterAll(() => database.drop());

const STREAMS: ReadonlySet<Stream> = new Set(["contact", "survey", ...QUALITY_STREAMS]);
const ALL = KPIS.map(({ code }) => resolveKpi({ kpiCode: code })).flatMap(dialectsOf);

/** Whether its sides are sums over facts of these streams. */
function isCounted(kpi: KpiInUse): boolean {
  const dialect = KPIS.find(({ code }) => code === kpi.kpiCode)!.dialects.find(({ code }) => code === kpi.dialect)!;
  const isOfFacts = formulaOf(kpi).streams.every((one) => STREAMS.has(one));
  return isOfFacts && dialect.percentile === undefined && dialect.people === undefined;
}

const SPAN = spanOf("2026-03-20", "2026-04-10");
const ZONES = ["Europe/Rome", "America/New_York"];

async function givenFacts(seed: number): Promise<{ ground: Ground; random: () => number }> {
  const random = seeded(seed);
  const services = [
    { code: "voice", channels: ["phone", "email"] },
    { code: "desk", channels: ["phone", "email"], timeZone: ZONES[1]! },
  ];
  const given = await givenContract(database, { services, agents: [{}, {}, {}] });
  const { clientId } = given;
  const bench = await aQualityBench(database, clientId, ALL);
  const ground: Ground = {
    ...{ clientId, contractId: given.contract.id },
    services: given.services.map(({ id }, at) => ({ id, zone: ZONES[at]! })),
  };
  const instants = Array.from({ length: 500 }, (_, at) => Date.parse("2026-03-20T00:00:00Z") + at * 3_600_000);
  const where = { ...ground, people: given.agents.map(({ id }) => id), instants };
  const many = Array.from({ length: 400 }, (_, at) => at);
  await database.asInternal([clientId], async (tx) => {
    await storeContacts(
      tx,
      clientId,
      many.map((at) => aRandomContact(random, where, `c${at}`)),
    );
    await storeSurveys(
      tx,
      clientId,
      many.map((at) => aRandomSurvey(random, where, `s${at}`)),
    );
  });
  const codes = { services: ["voice", "desk"], people: given.agents.map(({ code }) => code) };
  for (const stream of QUALITY_STREAMS)
    await bench.send(
      stream,
      many.slice(0, 120).map((at) => ({ ...aRandomRow(random, codes, stream), externalId: `${stream}${at}` })),
    );
  await bench.settle(() => 1_000);
  return { ground, random };
}

describe("what stays of a figure", () => {
  it.each([1, 2, 3])(
    "is what a plain recount of the facts without the excluded ones finds (seed %d)",
    async (seed) => {
      const { ground, random } = await givenFacts(seed);
      const exclusions = ["A", "B", "C"].map((code) => approved(ground, randomTimes(random, ground, SPAN), code));
      const inOrder = [...exclusions].sort((a, b) => +a.fromAt - +b.fromAt || (a.code < b.code ? -1 : 1));
      await within(ground, (tx) => tx.insert(Exclusion, exclusions));

      await within(ground, async (tx) => {
        const asks = ALL.map((kpi) => anAsk(ground, kpi, SPAN));
        const setting = await settingOf(tx, ground);
        const book = await loadAdjusted(tx, setting, asks);
        const plain = await SpanFigures.load(tx, setting, asks);
        let moved = 0;
        for (const ask of asks) {
          const { kpi } = ask.item;
          const { figure, unadjusted, exclusions: applied } = book.of(ask)!;
          const label = `${kpi.kpiCode} ${kpi.dialect}`;
          expect([label, unadjusted]).toEqual([label, plain.figure(ask, 0)]);
          expect(applied.map(({ code }) => code)).toEqual(inOrder.map(({ code }) => code));
          if (!isCounted(kpi)) continue;
          const kept = await recounted(tx, { ground, kpi, span: SPAN }, (fact) => !goes(fact, exclusions, ground));
          const found = [figure.numerator, figure.denominator].map((side, at) =>
            kept[at] === null ? null : sideOf(side),
          );
          expect([label, ...found]).toEqual([label, ...kept]);
          if (figure.value !== unadjusted!.value) moved += 1;
        }
        expect(moved).toBeGreaterThan(20);
      });
    },
    120_000,
  );
});

const within = <T>({ clientId }: Ground, work: (tx: Tx) => Promise<T>): Promise<T> =>
  database.asInternal([clientId], work);

/** Nothing and nothing known look the same here. */
const sideOf = (side: string | null): number => Number(side ?? 0);
