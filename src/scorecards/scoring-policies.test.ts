import { saveKpiAssignment } from "../assignments/kpi-assignment.builder";
import type { KpiAssignment } from "../assignments/kpi-assignment.entity";
import { MeasureService } from "../measures/measure.service";
import { addDays, day, type Day } from "../shared/day";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { june } from "./scorecard-house.builder";
import { itemOf, SettledHouse } from "./settled-house.builder";

let database: TestDatabase;
let at: SettledHouse;
beforeAll(async () => void (database = await createTestDatabase()));
beforeEach(async () => void (at = await SettledHouse.open(database.asInternal)));
afterAll(() => database.drop());

/** Instead of the house's assignment of the KPI to agents. */
const assign = (kpiCode: string, parts: Partial<KpiAssignment>) =>
  at.in((tx) => saveKpiAssignment(tx, { clientId: at.clientId, contractId: at.contractId, kpiCode, ...parts }));
const anna = () => at.house.agents.anna.id;
const may = (ofMonth: number): Day => day(`2026-05-${String(ofMonth).padStart(2, "0")}`);

describe("a figure of the period before", () => {
  const csatOfJune = async () => itemOf(await at.card(anna()), "CSAT");
  const none = { status: "NO_DATA", value: null, sample: 0 };

  beforeEach(async () => {
    await assign("CSAT", { weight: "60", target: "0.9", onMissing: "carry" });
    await at.calls([{ by: "anna", waitSeconds: 40 }]);
    await at.surveys("anna", [5, 5, 5, 1], may(20));
    await at.settle();
  });

  it("counts where this one has none, and both are shown", async () => {
    const carried = { numerator: "3", denominator: "4", value: "0.75", status: "OK" };

    expect(await csatOfJune()).toMatchObject({ ...none, missing: "carried", carried, isMet: false });
    // ASA 40 s against 30: 75; CSAT 0.75 against 0.9: 83.33; (40 × 75 + 60 × 83.33) ÷ 100
    expect(Number((await at.card(anna()))?.score)).toBeCloseTo(80, 20);
    expect(itemOf(await at.card(anna(), "day"), "CSAT")).toMatchObject({ missing: "renormalised", score: null });
  });

  it("is followed when it changes, as if everything were computed anew", async () => {
    await at.surveys("anna", [1, 1], may(31));
    await at.sql(
      "insert into touched_day (client_id, stream, service_id, day) values ($1, 'survey', $2, $3)",
      at.house.phone.id,
      may(31),
    );
    const { clientId } = at;
    await at.in((tx) => new MeasureService().recomputeTouched(tx, { clientId, limit: 10 }));
    await at.rescore();
    const followed = await csatOfJune();
    await at.settle();

    expect(followed).toMatchObject({ missing: "carried", carried: { numerator: "3", denominator: "6" } });
    expect(await csatOfJune()).toEqual(followed);
  });

  it("gives way to one of its own", async () => {
    await at.surveys("anna", [5], june(30));
    await at.settle();

    expect(await csatOfJune()).toMatchObject({ value: "1", missing: null, carried: null, score: "100" });
  });
});

describe("a curve of days", () => {
  const points = [
    { value: "0.5", score: "0" },
    { value: "0.9", score: "100" },
    { value: "1", score: "150" },
  ];

  it("is the mean of the days that have data, and the period's own curve otherwise", async () => {
    await assign("CSAT", { target: "0.7", scheme: { kind: "curve", averaging: "output", points } });
    // 1 June 2 of 4: 0; 2 June 1 of 1: 150; 3 June 7 of 10: half way, 50; together 10 of 15
    await at.surveys("anna", [5, 5, 1, 1]);
    await at.surveys("anna", [5], june(2));
    await at.surveys("anna", [5, 5, 5, 5, 5, 5, 5, 1, 1, 1], june(3));
    await at.surveys("bruno", [1, 1, 1], june(2));
    await at.settle();
    const byOutput = itemOf(await at.card(anna()), "CSAT");
    await at.sql(
      `update kpi_assignment set scheme = jsonb_set(scheme, '{averaging}', '"input"') where client_id = $1 and scheme->>'kind' = 'curve'`,
    );
    await at.settle();
    const byInput = itemOf(await at.card(anna()), "CSAT");

    expect(byOutput).toMatchObject({ numerator: "10", denominator: "15", isMet: false });
    expect(Number(byOutput?.score)).toBeCloseTo(200 / 3, 20);
    // (10/15 − 0.5) ÷ 0.4
    expect(Number(byInput?.score)).toBeCloseTo(250 / 6, 20);
    expect(itemOf(await at.card(anna(), "day", june(2)), "CSAT")).toMatchObject({ score: "150" });
  });
});

it("closes a gate that weighs nothing and caps the whole", async () => {
  await assign("ASA", { weight: "0", gate: { atLeast: "45", cap: "20" } });
  await at.calls([{ by: "anna", waitSeconds: 46 }]);
  await at.calls([{ by: "bruno", waitSeconds: 45 }]);
  for (const by of ["anna", "bruno"] as const) await at.surveys(by, [5, 5]);
  await at.settle();

  const composition = { closedGates: ["ASA"], beforeGates: "100" };
  expect(await at.card(anna())).toMatchObject({ score: "20", composition });
  expect(await at.card(at.house.agents.bruno.id)).toMatchObject({ score: "100", composition: { closedGates: [] } });
});

it("shows beside a value the median of the others in the team", async () => {
  const { anna: first, bruno, carla } = at.house.agents;
  await at.calls([
    { by: "anna", waitSeconds: 40 },
    { by: "bruno", waitSeconds: 10 },
    { by: "carla", waitSeconds: 90 },
  ]);
  await at.settle();

  const peersOf = async (id: string) => itemOf(await at.card(id), "ASA")?.peers;
  expect(await peersOf(first.id)).toEqual({ median: "10", of: 1 });
  expect(await peersOf(bruno.id)).toEqual({ median: "40", of: 1 });
  expect(await peersOf(carla.id)).toBeNull();
  expect(await peersOf(at.house.red.id)).toBeNull();
});

it("takes as many statements for sixty days as for one, also to carry over and to average days", async () => {
  await assign("CSAT", { onMissing: "carry", scheme: { kind: "curve", averaging: "output", points: [{ value: "0", score: "0" }, { value: "1", score: "100" }] } }); // prettier-ignore
  await at.surveys("anna", [5]);
  await at.calls([{ by: "anna", day: june(2) }]);
  const few = await at.settle();
  await at.calls(Array.from({ length: 60 }, (_, index) => ({ by: "carla", day: addDays(day("2026-03-01"), index) })));
  const many = await at.settle();

  expect(many.periods).toBeGreaterThan(60);
  expect(many.statements).toBe(few.statements);
});
