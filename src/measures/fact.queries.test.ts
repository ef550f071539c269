import { KPIS } from "../kpis/catalogue/kpis";
import { isLive } from "../kpis/channel-kind.rules";
import type { KpiInUse } from "../kpis/kpi-definition";
import { formulaOf, linearTerms, type MeasureTerm } from "../kpis/kpi-formula.rules";
import { dialectsOf, requireKpi, resolveKpi } from "../kpis/kpi-in-use.rules";
import { givenContract, type GivenContract } from "../setup/setup.builder";
import { day } from "../shared/day";
import { seeded } from "../test-support/seeded";
import type { Stream } from "../shared/stream";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { countFactsBehind, factsBehind, type CountedFact, type FactsRequest } from "./fact.queries";
import { MeasureService } from "./measure.service";
import { aRandomContact, aRandomSurvey, storeContacts, storeSurveys, type Ground } from "./plain-facts.builder";
import { SlotService } from "./slot.service";
import { slotKey, type Slots } from "./slots.rules";

let database: TestDatabase;
let given: GivenContract;
let slots: Slots;
const ALL = [
  ...KPIS.map((kpi) => resolveKpi({ kpiCode: kpi.code })),
  resolveKpi({ kpiCode: "FCR", dialect: "OPERATIONAL" }),
];

beforeAll(async () => {
  database = await createTestDatabase();
  given = await givenContract(database, { services: [{}, {}], agents: [{}, {}] });
  const { clientId } = given;
  const random = seeded(11);
  const ground: Ground = {
    clientId,
    services: given.services.map(({ id }) => ({ id, zone: "Europe/Rome" })),
    people: given.agents.map(({ id }) => id),
    instants: Array.from({ length: 300 }, (_, i) => Date.parse("2026-04-25T00:00:00Z") + i * 3_600_000),
  };
  await within(async (tx) => {
    slots = await new SlotService().ensureSlots(tx, clientId, ALL);
    await storeContacts(
      tx,
      clientId,
      Array.from({ length: 300 }, (_, i) => aRandomContact(random, ground, `c${i}`)),
    );
    await storeSurveys(
      tx,
      clientId,
      Array.from({ length: 150 }, (_, i) => aRandomSurvey(random, ground, `s${i}`)),
    );
  });
  await within((tx) => new MeasureService().recomputeTouched(tx, { clientId, limit: 5_000 }));
});
afterAll(() => database.drop());

const within = <T>(work: Parameters<typeof database.asInternal<T>>[1]): Promise<T> =>
  database.asInternal([given.clientId], work);

/** Everybody on the first service, and one person on the second for some days only. */
const sources = (): FactsRequest["sources"] => [
  { serviceId: given.services[0]!.id, personId: null, from: day("2026-04-28"), until: day("2026-05-05") },
  {
    serviceId: given.services[1]!.id,
    personId: given.agents[1]!.id,
    from: day("2026-05-01"),
    until: day("2026-05-03"),
  },
];

async function everyFact(request: FactsRequest, first: number): Promise<CountedFact[]> {
  const all: CountedFact[] = [];
  for (;;) {
    const last = all.at(-1);
    const after = last ? ([last.occurredAtText, last.source, last.externalId, last.stream] as const) : null;
    const page = await within((tx) => factsBehind(tx, request, { first, after }));
    all.push(...page.slice(0, first));
    if (page.length <= first) return all;
  }
}

async function measured(kpi: KpiInUse, terms: readonly MeasureTerm[]): Promise<number> {
  const daily = await database.adminRows<{ stream: Stream; channel: string; sums: number[] }>(
    `select d.stream, d.channel, d.sums from daily_measures d
       join jsonb_to_recordset($2) as s("serviceId" uuid, "personId" uuid, "from" date, until date)
         on s."serviceId" = d.service_id and d.day >= s."from" and d.day < s.until
        and (s."personId" is null or s."personId" = d.person_id)
      where d.client_id = $1`,
    [given.clientId, JSON.stringify(sources())],
  );
  const isLiveOnly = requireKpi(kpi.kpiCode).channels === "live";
  const counting = daily.filter(({ channel }) => !isLiveOnly || isLive(channel));
  const sum = (term: MeasureTerm): number =>
    counting
      .filter(({ stream }) => stream === term.measure.stream)
      .reduce((total, { sums }) => total + term.sign * sums[slots.get(slotKey(term))! - 1]!, 0);
  return terms.reduce((total, term) => total + sum(term), 0);
}

describe("the facts behind a figure", () => {
  const cases = ALL.flatMap(dialectsOf).flatMap((kpi) =>
    (["numerator", "denominator"] as const).map(
      (part) => [`${kpi.kpiCode} ${kpi.dialect} ${part}`, kpi, part] as const,
    ),
  );

  it.each(cases)("of %s add up to it, page by page", async (_, kpi, part) => {
    const request = { clientId: given.clientId, kpi, part, sources: sources() };
    const side = formulaOf(kpi)[part];
    const terms = side && linearTerms(side);

    const facts = await everyFact(request, 7);

    const keys = facts.map((one) => `${one.occurredAtText} ${one.source} ${one.externalId} ${one.stream}`);
    expect(keys).toEqual([...new Set(keys)].sort());
    expect(await within((tx) => countFactsBehind(tx, request))).toBe(facts.length);
    if (side === null) expect(facts).toEqual([]);
    // a product or a level is no sum of facts
    else if (terms) expect(facts.reduce((sum, one) => sum + one.adds, 0)).toBe(await measured(kpi, terms));
  });

  it("are there at all", async () => {
    const request = { clientId: given.clientId, kpi: ALL[0]!, part: "denominator" as const, sources: sources() };

    expect((await everyFact(request, 50)).length).toBeGreaterThan(20);
  });

  it("are not seen by another client, whatever it asks for", async () => {
    const other = await givenContract(database);
    const request = { clientId: given.clientId, kpi: ALL[0]!, part: "denominator" as const, sources: sources() };

    const seen = await database.asClient([other.clientId], (tx) =>
      factsBehind(tx, request, { first: 50, after: null }),
    );

    expect(seen).toEqual([]);
  });
});
