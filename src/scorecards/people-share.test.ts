import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { june } from "./scorecard-house.builder";
import { itemOf, SettledHouse } from "./settled-house.builder";

let database: TestDatabase;
let at: SettledHouse;
beforeAll(async () => void (database = await createTestDatabase()));
beforeEach(async () => void (at = await SettledHouse.open(database.asInternal)));
afterAll(() => database.drop());

describe("a share of people", () => {
  const evaluated = (
    by: "anna" | "bruno" | "carla",
    on: number,
    [earned, applicable]: [number, number],
    times: number,
  ) =>
    at.daily({
      stream: "evaluation",
      ...{ on: june(on), by },
      amounts: { quality_earned: earned, quality_applicable: applicable, evaluations: times },
    });

  it("is of those with enough, each by all of their own facts; exactly at the mark passes", async () => {
    await at.use("AGENT_QUALITY", { parameters: { passMark: 80, minEvaluations: 5 } });
    await evaluated("anna", 1, [70, 100], 3);
    await evaluated("anna", 2, [90, 100], 2);
    await evaluated("bruno", 1, [7_999, 10_000], 9);
    await evaluated("carla", 1, [100, 100], 4);
    await at.touchPeriods(june(1));

    await at.rescore();

    const figure = (id: string) => at.card(id).then((card) => itemOf(card, "AGENT_QUALITY"));
    expect(await figure(at.contractId)).toMatchObject({ numerator: "1", denominator: "2", value: "0.5", sample: 2 });
    expect(await figure(at.house.red.id)).toMatchObject({ numerator: "1", denominator: "2" });
    expect(await figure(at.house.blue.id)).toBeUndefined();
  });
});
