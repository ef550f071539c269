import { day } from "../../shared/day";
import { globalId } from "../../shared/ids";
import { testApi, type Ask, type TestApi } from "../../test-support/api-client";
import { createTestDatabase, type TestDatabase } from "../../test-support/test-database";
import { SettledHouse, type AgentName } from "../settled-house.builder";
import { trendPeriods } from "./figure-trend";

let database: TestDatabase;
let api: TestApi;
let at: SettledHouse;
let ask: Ask;
beforeAll(async () => {
  database = await createTestDatabase();
  api = await testApi(database);
});
beforeEach(async () => {
  at = await SettledHouse.open(database.asInternal);
  ask = api.as({ clientIds: [at.clientId] });
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});

async function trendOf(kpi: string, by: string, period = `{ kind: MONTH, containing: "2026-06-15" }`) {
  const { data, errors } = await ask(
    `query ($id: ID!) { node(id: $id) { ... on Position { scorecard(period: ${period}) { item(kpi: "${kpi}") {
       figure { trend(by: ${by}) { points { period { label from lastDay } value } change { absolute display } slope direction } } } } } } }`,
    { id: globalId("Position", at.house.agents.anna.id) },
  );
  expect(errors).toEqual([]);
  return data.node.scorecard.item.figure.trend;
}

/** Anna answers once in each of five weeks, from 25 May on. */
async function weeklyWaits(...waits: readonly number[]): Promise<void> {
  const mondays = ["2026-05-25", "2026-06-01", "2026-06-08", "2026-06-15", "2026-06-22"];
  await at.calls(waits.map((waitSeconds, week) => ({ by: "anna", waitSeconds, day: day(mondays[week]!) })));
  await at.settle();
}

describe("a trend", () => {
  it("of weeks ends with the last whole one, and tells improvement from chance", async () => {
    await weeklyWaits(50, 41, 30, 20, 10);
    const { points, ...trend } = await trendOf("ASA", "WEEK");

    expect(points).toHaveLength(13);
    expect([points[0].period.from, points.at(-1).period.lastDay]).toEqual(["2026-03-30", "2026-06-28"]);
    expect(points.slice(-6).map(({ value }: { value: string }) => value)).toEqual([null, "50", "41", "30", "20", "10"]);
    // slopes of ten pairs: −9, −10, −10, −10, −11, −10.5, −10.33…, −10, −10.33…, −10
    expect(trend).toEqual({ change: { absolute: "-40", display: "−40 s" }, slope: "-10", direction: "IMPROVING" });
  });

  it("is steady where it may be chance, and unknown for want of points", async () => {
    await weeklyWaits(50, 10, 30, 20, 40);

    expect(await trendOf("ASA", "WEEK")).toMatchObject({ direction: "STEADY" });
    expect(await trendOf("ASA", "MONTH")).toMatchObject({ direction: "UNKNOWN", slope: "-25" });
    expect(await trendOf("CSAT", "WEEK")).toMatchObject({ direction: "UNKNOWN", slope: null, change: null });
  });

  it("looks back over 90 days and 12 months", async () => {
    await weeklyWaits(50, 10);
    const [days, months] = [(await trendOf("ASA", "DAY")).points, (await trendOf("ASA", "MONTH")).points];

    expect([days.length, days[0].period.label, days.at(-1).period.label]).toEqual([90, "2026-04-02", "2026-06-30"]);
    expect([months.length, months[0].period.label, months.at(-1).period.label]).toEqual([12, "2025-07", "2026-06"]);
  });

  it("leaves out what runs, and what counts only in part", () => {
    const counting = { from: day("2026-05-02"), until: null };

    expect(trendPeriods("week", day("2026-06-17"), counting).map(({ from }) => from)).toEqual([
      ...["2026-05-04", "2026-05-11", "2026-05-18", "2026-05-25", "2026-06-01", "2026-06-08"],
    ]);
    expect(trendPeriods("month", day("2026-07-01"), counting).map(({ from }) => from)).toEqual(["2026-06-01"]);
  });

  it("takes as many statements for a team's scorecards as for one", async () => {
    await at.calls(["anna", "bruno", "carla", "dario"].map((by) => ({ by: by as AgentName })));
    await at.settle();
    const statements = async (first: number) => {
      const {
        data,
        errors,
        statements: count,
      } = await ask(
        `query ($id: ID!) { node(id: $id) { ... on Contract {
           scorecards(of: POSITION, role: "agent", first: ${first}, period: { kind: MONTH, containing: "2026-06-15" }) {
             nodes { items { figure { trend { direction slope } } } } } } } }`,
        { id: globalId("Contract", at.contractId) },
      );
      expect(errors).toEqual([]);
      expect(data.node.scorecards.nodes).toHaveLength(first);
      return count;
    };

    expect(await statements(4)).toBe(await statements(1));
  });
});
