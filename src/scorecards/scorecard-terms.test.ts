import { saveKpiAssignment } from "../assignments/kpi-assignment.builder";
import { saveKpiUse } from "../contracts/kpi-use.builder";
import { saveObjective } from "../objectives/objective.builder";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { june } from "./scorecard-house.builder";
import { itemOf, SettledHouse } from "./settled-house.builder";

let database: TestDatabase;
let at: SettledHouse;
beforeAll(async () => void (database = await createTestDatabase()));
beforeEach(async () => void (at = await SettledHouse.open(database.asInternal)));
afterAll(() => database.drop());

const csat = () => ({ clientId: at.clientId, contractId: at.contractId, kpiCode: "CSAT" });

describe("what applies to a figure", () => {
  it("is the assignment of the nearest scope, on what the service has in use", async () => {
    const { phone, agents } = at.house;
    await at.in(async (tx) => {
      await saveKpiAssignment(tx, { ...csat(), weight: "25", target: "0.5" });
      await saveKpiUse(tx, { ...csat(), serviceId: phone.id, parameters: { topBoxes: 1 } });
    });
    await at.sql("update position set service_id = $3 where client_id = $1 and id = $2", agents.anna.id, phone.id);
    await at.surveys("anna", [5, 4]);
    await at.surveys("carla", [5, 4]);
    await at.settle();

    const assigned = { weight: "25", target: "0.5" };
    const onPhone = { ...assigned, value: "0.5", parameters: { topBoxes: 1 } };
    const onBoth = { ...assigned, value: "1", parameters: { topBoxes: 2 } };

    expect(await at.item(agents.anna.id, "CSAT")).toMatchObject(onPhone);
    expect(await at.item(agents.carla.id, "CSAT")).toMatchObject(onBoth);
  });

  it("is the version in force on the last day, over all days of the definition", async () => {
    await at.in(async (tx) => {
      const parts = { ...csat(), kpiCode: "ASA", validFrom: june(2), validUntil: june(20) };
      const { version } = await saveObjective(tx, { ...parts, target: "20" });
      const amended = { ...version, version: 2, target: "40", validFrom: june(20), validUntil: null };
      await tx.insert("objective_version", amended);
    });
    await at.oneMorning();
    await at.settle();

    const ofAsa = async (kind: "day" | "month") =>
      (await at.results(kind)).filter(({ item }) => item.kpiCode === "ASA");

    expect(await ofAsa("month")).toMatchObject([{ outcome: "met", item: { target: "40", denominator: "1" } }]);
    expect(await ofAsa("day")).toMatchObject([{ outcome: "met", item: { target: "20", denominator: "1" } }]);
  });

  it("is looked at again when it changes, from the day on that it changes", async () => {
    await at.oneMorning();
    await at.settle();
    await at.sql("update objective_version set target = 0.4 where client_id = $1");
    await at.touchPeriods(june(2));
    const report = await at.rescore();

    const targetOn = async (kind: "day" | "month") =>
      itemOf(await at.card(at.contractId, kind, june(1)), "SERVICE_LEVEL")?.target;

    expect([await targetOn("day"), await targetOn("month")]).toEqual(["0.8", "0.4"]);
    expect(await at.results("month")).toMatchObject([{ outcome: "met" }]);
    // 2 June, its week, month, quarter and year
    expect(report.periods).toBe(5);
  });

  it("has its parameters computed from the facts when they are new", async () => {
    const use = "update kpi_use set parameters = $2 where client_id = $1 and kpi_code = 'SERVICE_LEVEL'";
    const parameters = { thresholdSeconds: 60 };
    await at.oneMorning();
    await at.settle();
    await at.sql(use, parameters);
    await at.settle();

    const level = await at.item(at.contractId, "SERVICE_LEVEL");

    expect(level).toMatchObject({ numerator: "3", denominator: "4", parameters });
  });
});

describe("scores and places", () => {
  it("weigh attainments, and rank a team's agents", async () => {
    const { anna, bruno, carla } = at.house.agents;
    await at.calls([
      { by: "anna", waitSeconds: 40 },
      { by: "bruno", waitSeconds: 10 },
      { by: "carla", waitSeconds: 90 },
    ]);
    await at.surveys("anna", [5, 5, 5, 1, 1]);
    await at.settle();

    // ASA 40 s against 30: 75; CSAT 0.6 against 0.9: 66.67; (40 × 75 + 60 × 66.67) ÷ 100
    const annas = await at.card(anna.id);
    expect(Number(annas?.score)).toBeCloseTo(70, 20);
    expect(annas).toMatchObject({ rank: 2, rankedOf: 2 });
    expect(await at.card(bruno.id)).toMatchObject({ score: "100", rank: 1, rankedOf: 2 });
    expect(await at.card(carla.id)).toMatchObject({ rank: 1, rankedOf: 1 });
  });

  it("leave out what rests on too few facts, but show it", async () => {
    const { anna, bruno } = at.house.agents;
    await at.in((tx) => saveKpiAssignment(tx, { ...csat(), weight: "60", target: "0.9", minSample: 3 }));
    await at.calls([{ by: "anna" }, { by: "bruno", waitSeconds: 60 }]);
    await at.surveys("anna", [1, 1]);
    await at.surveys("bruno", [5, 5, 5]);
    await at.settle();

    const shown = { status: "INSUFFICIENT_DATA", sample: 2, numerator: "0", denominator: "2" };
    expect(await at.item(anna.id, "CSAT")).toMatchObject({ ...shown, value: null, isMet: null, score: null });
    expect(await at.card(anna.id)).toMatchObject({ score: "100", rank: null, rankedOf: null });
    expect(await at.card(bruno.id)).toMatchObject({ score: "80", rank: 1, rankedOf: 1 });
  });

  it("tell nothing from something: an empty denominator is neither 0 nor 100", async () => {
    await at.oneMorning();
    await at.settle();

    const none = { status: "NO_DATA", value: null, isMet: null, sample: 0 };
    expect(await at.item(at.contractId, "CSAT")).toMatchObject(none);
  });

  it("wait until every day is computed", async () => {
    await at.oneMorning();
    await at.settle();
    await at.sql("update daily_measures set sums = sums[1:1] where client_id = $1 and day = $2", june(1));
    await at.touchPeriods(june(1));
    await at.rescore();

    const partial = { status: "PARTIAL", numerator: "20", denominator: "1", score: null, isMet: null };
    expect(await at.item(at.contractId, "ASA")).toMatchObject(partial);
  });
});
