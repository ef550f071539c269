import { addDays } from "../shared/day";
import { globalId } from "../shared/ids";
import { testApi, type TestApi } from "../test-support/api-client";
import { seeded } from "../test-support/seeded";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { june } from "./scorecard-house.builder";
import { SettledHouse, type AgentName } from "./settled-house.builder";

const SEED = 20_261_123;
const AGENTS: readonly AgentName[] = ["anna", "bruno", "carla"];

let database: TestDatabase;
let api: TestApi;
let at: SettledHouse;
beforeAll(async () => {
  database = await createTestDatabase();
  api = await testApi(database);
});
beforeEach(async () => {
  at = await SettledHouse.open(database.asInternal);
  await at.calls(calls());
  await at.settle();
  await at.spread();
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});

/** A thousand calls with a long tail, some of them at once, on four days; more than a list holds for one person. */
function calls() {
  const random = seeded(SEED);
  return Array.from({ length: 1_000 }, (_, i) => ({
    by: AGENTS[i % 10 < 8 ? 0 : 1 + (i % 2)]!,
    day: addDays(june(1), i % 4),
    endedDay: addDays(june(1), i % 4),
    channel: i % 50 === 0 ? "mail" : "phone",
    waitSeconds: random() < 0.1 ? 0 : Math.floor(Math.exp(random() * 9)),
    talkSeconds: Math.floor(random() * 900),
  }));
}

const PERCENTILES = `percentiles { p50 p90 p95 relativeError sample display }`;

async function figureOf(id: string, kpi: string, selection: string) {
  const { data, errors, statements } = await api.as({ clientIds: [at.clientId] })(
    `query ($id: ID!) { node(id: $id) { ... on Service { scorecard(period: { kind: MONTH, containing: "2026-06-15" }) {
       item(kpi: "${kpi}") { figure { ${selection} } } } } } }`,
    { id: globalId("Service", id) },
  );
  return { figure: data?.node?.scorecard?.item?.figure, errors, statements };
}

/** Of the facts themselves, by nearest rank. */
async function exact(amount: string, where: string): Promise<Record<"p50" | "p90" | "p95", number>> {
  const [found] = await at.sql<Record<"p50" | "p90" | "p95", number>>(
    `select percentile_disc(0.5) within group (order by ${amount}) as p50,
            percentile_disc(0.9) within group (order by ${amount}) as p90,
            percentile_disc(0.95) within group (order by ${amount}) as p95
       from contact where client_id = $1 and outcome = 'answered' and ${where}`,
  );
  return found!;
}

function expectWithinOnePerCent(told: Record<string, string>, truth: Record<"p50" | "p90" | "p95", number>): void {
  for (const rank of ["p50", "p90", "p95"] as const) {
    expect(Math.abs(Number(told[rank]) - truth[rank])).toBeLessThanOrEqual(truth[rank] * 0.010_000_1);
  }
}

describe(`percentiles of times (seed ${SEED})`, () => {
  it("are within one per cent of those of the facts, and tell their error", async () => {
    const asa = await figureOf(at.house.phone.id, "ASA", PERCENTILES);
    const aht = await figureOf(at.house.phone.id, "AHT", PERCENTILES);

    expect(asa.errors).toEqual([]);
    // waits of live channels only, and handling of all
    expectWithinOnePerCent(asa.figure.percentiles, await exact("wait_seconds", "channel = 'phone'"));
    expectWithinOnePerCent(aht.figure.percentiles, await exact("talk_seconds", "true"));
    expect(asa.figure.percentiles).toMatchObject({ relativeError: "0.01", sample: 980 });
    expect(aht.figure.percentiles.display).toMatch(/^P50 \d+ m \d\d s · P90 \d+ m \d\d s · P95 \d+ m \d\d s$/);
  });

  it("stand in a series of days, however many, by two statements more than for one", async () => {
    const one = await figureOf(at.house.phone.id, "ASA", PERCENTILES);
    const { figure, errors, statements } = await figureOf(
      at.house.phone.id,
      "ASA",
      `series(by: DAY) { period { from } percentiles { p50 p90 p95 sample } }`,
    );

    expect(errors).toEqual([]);
    const [first, , , fourth, fifth] = figure.series;
    expectWithinOnePerCent(
      first.percentiles,
      await exact("wait_seconds", "channel = 'phone' and offered_day = '2026-06-01'"),
    );
    expectWithinOnePerCent(
      fourth.percentiles,
      await exact("wait_seconds", "channel = 'phone' and offered_day = '2026-06-04'"),
    );
    expect(fifth.percentiles).toBeNull();
    // for the sums of the days, and for values entered by hand in their place
    expect(statements - one.statements).toBeLessThanOrEqual(2);
  });

  it("belong to times only", async () => {
    const { figure, errors } = await figureOf(at.house.phone.id, "SERVICE_LEVEL", PERCENTILES);

    expect(errors).toEqual([]);
    expect(figure.percentiles).toBeNull();
  });

  it("come out the same when all histograms are thrown away and made again", async () => {
    const before = await at.sql(HISTOGRAMS);
    await at.sql("delete from daily_histogram where client_id = $1");
    await at.settle();
    await at.spread();

    expect(await at.sql(HISTOGRAMS)).toEqual(before);
    expect(before.length).toBeGreaterThan(8);
    const [long] = await at.sql("select 1 from daily_histogram where client_id = $1 and counts is not null limit 1");
    expect(long).toBeUndefined();
  });

  it("follow facts that go", async () => {
    await at.sql("delete from contact where client_id = $1 and offered_day = '2026-06-01'");
    await at.settle();
    await at.spread();

    const { figure } = await figureOf(at.house.phone.id, "AHT", PERCENTILES);

    expect(figure.percentiles.sample).toBe(750);
  });
});

/** Bucket by bucket: in which order a list was made says nothing. */
const HISTOGRAMS = `
  select h.histogram_id, h.service_id, h.day, h.channel, h.person_id, b.bucket, sum(coalesce(b.count, 1)) as count
    from daily_histogram h, unnest(h.buckets, h.counts) as b(bucket, count) where h.client_id = $1
   group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6`;
