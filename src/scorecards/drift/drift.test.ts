import { saveKpiAssignment } from "../../assignments/kpi-assignment.builder";
import { rows } from "../../platform/database";
import { day } from "../../shared/day";
import { createTestDatabase, type TestDatabase } from "../../test-support/test-database";
import { june } from "../scorecard-house.builder";
import { SettledHouse } from "../settled-house.builder";
import { closeHouse } from "./closed-house.builder";
import type { Drift } from "./drift.entity";
import type { FigureDifference } from "./result-difference";

let database: TestDatabase;
let at: SettledHouse;
beforeAll(async () => (database = await createTestDatabase()));
afterAll(() => database.drop());
beforeEach(async () => {
  at = await SettledHouse.open(database.asInternal);
  await at.oneMorning();
  await at.settle();
  await closeHouse(at, ["month"]);
});

const drifts = () =>
  at.sql<Drift & { name: string }>(
    `select subject_kind as "subjectKind", subject_id as "subjectId", period_kind as "periodKind", difference,
            result_version as "resultVersion", noticed_at as "noticedAt"
       from drift where client_id = $1 order by subject_kind, subject_id`,
  );

const driftOf = async (subjectId: string) => (await drifts()).find((one) => one.subjectId === subjectId);
const figure = (drift: Drift | undefined, kpi: string): FigureDifference | undefined =>
  drift?.difference.figures.find((one) => one.kpi.kpiCode === kpi);

const removeCallsOf = (who: "anna" | "carla") =>
  at.sql(`delete from contact where client_id = $1 and person_id = $2`, at.house.agents[who].personId);

const LATER = new Date("2026-07-20T10:00:00Z");

test("nothing drifts that nothing happened to", async () => {
  await at.settle(LATER);

  expect(await drifts()).toEqual([]);
});

test("a late fact leaves final figures as they are, and shows what they would be", async () => {
  await at.calls([{ by: "anna", waitSeconds: 30 }]);

  await at.settle(LATER);

  const anna = at.house.agents.anna.id;
  expect((await at.item(anna, "ASA"))?.value).toBe("30");
  expect((await at.card(anna))?.state).toBe("final");
  const handled = figure(await driftOf(anna), "CONTACTS_HANDLED");
  expect(handled).toMatchObject({ from: { value: "2", sample: 2 }, to: { value: "3", sample: 3 } });
  // 10 + 50 over 2, and 10 + 50 + 30 over 3
  expect(figure(await driftOf(anna), "ASA")).toMatchObject({
    from: { value: "30", numerator: "60", denominator: "2" },
    to: { value: "30", numerator: "90", denominator: "3" },
  });
});

test("an objective drifts with its figure and outcome", async () => {
  // three of four within 20 s would be 75 %; two more within reach 80 %
  await at.calls([
    { by: "anna", waitSeconds: 5 },
    { by: "anna", waitSeconds: 5 },
    { by: "anna", waitSeconds: 5 },
  ]);

  await at.settle(LATER);

  const found = (await drifts()).find((one) => one.subjectKind === "objective");
  expect(found?.difference).toMatchObject({
    from: { outcome: "below_minimum", score: null },
    to: { outcome: "missed" },
    figures: [{ kpi: { kpiCode: "SERVICE_LEVEL" }, from: { value: "0.5" } }],
  });
});

test("somebody of whom nothing was known drifts from nothing", async () => {
  await at.calls([{ by: "dario" }]);

  await at.settle(LATER);

  expect((await driftOf(at.house.agents.dario.id))?.difference).toMatchObject({ from: null, to: { outcome: null } });
});

test("a scorecard whose facts vanish drifts to nothing", async () => {
  await removeCallsOf("carla");

  await at.settle(LATER);

  const found = await driftOf(at.house.agents.carla.id);
  expect(found).toMatchObject({ resultVersion: 1, difference: { to: null } });
  expect(figure(found, "ASA")).toMatchObject({ from: { value: "20" }, to: null });
});

test("a fact that is put right again leaves no drift", async () => {
  await at.calls([{ by: "dario" }]);
  await at.settle(LATER);
  await at.sql("delete from contact where client_id = $1 and person_id = $2", at.house.agents.dario.personId);

  await at.settle(LATER);

  expect(await drifts()).toEqual([]);
});

test("what was noticed keeps its instant while it is the same", async () => {
  await at.calls([{ by: "dario" }]);
  await at.settle(LATER);

  await at.settle(new Date("2026-07-25T10:00:00Z"));

  expect((await driftOf(at.house.agents.dario.id))?.noticedAt).toEqual(LATER);
});

test("definitions that changed after the closing make no drift", async () => {
  const { clientId } = at;
  await at.sql(
    "update kpi_assignment set superseded_at = '2026-07-15' where client_id = $1 and kpi_code = 'ASA' and role_code = 'agent'",
  );
  const target = { weight: "90", target: "5", recordedAt: new Date("2026-07-15T00:00:00Z") };
  await at.in((tx) => saveKpiAssignment(tx, { clientId, roleCode: "agent", kpiCode: "ASA", ...target }));
  await at.in((tx) => rows(tx, "update position set superseded_at = '2026-07-15' where client_id = $1", [clientId]));

  await at.settle(LATER);

  expect(await drifts()).toEqual([]);
});

test("terms that keep no versions make no drift either", async () => {
  await at.sql("update kpi_assignment set target = 1, weight = 7 where client_id = $1");
  await at.sql("update objective_version set target = 0.1, minimum = 0.05 where client_id = $1");

  await at.settle(LATER);

  const cards = (await drifts()).filter((one) => one.subjectKind !== "objective");
  expect(cards).toEqual([]);
});

test("only what is closed drifts", async () => {
  await at.calls([{ by: "anna", day: june(1) }]);

  await at.settle(LATER);

  expect(new Set((await drifts()).map((one) => one.periodKind))).toEqual(new Set(["month"]));
  const week = await at.card(at.house.agents.anna.id, "week", day("2026-06-01"));
  expect(week?.items.find((one) => one.kpiCode === "CONTACTS_HANDLED")?.value).toBe("3");
});

test("statements do not grow with people", async () => {
  await at.calls([{ by: "anna" }]);
  const few = await at.settle(LATER);
  await at.calls([{ by: "anna" }, { by: "bruno" }, { by: "carla" }, { by: "dario" }]);
  const many = await at.settle(LATER);

  expect(many.statements).toBe(few.statements);
});
