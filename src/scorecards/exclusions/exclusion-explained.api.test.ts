import { testApi, type Ask, type TestApi } from "../../test-support/api-client";
import { createTestDatabase, type TestDatabase } from "../../test-support/test-database";
import { june } from "../scorecard-house.builder";
import { SettledHouse } from "../settled-house.builder";
import { actOn, agreed, request } from "./exclusions.builder";

let database: TestDatabase;
let api: TestApi;
let at: SettledHouse;
let ours: Ask;
let client: Ask;
beforeAll(async () => {
  database = await createTestDatabase();
  api = await testApi(database);
});
beforeEach(async () => {
  at = await SettledHouse.open(database.asInternal);
  const lost = { outcome: "abandoned" as const, waitSeconds: 90 };
  const later = { by: "anna" as const, day: june(2), endedDay: june(2) };
  await at.calls([{ by: "anna" }, lost, lost, lost, later, later, later, { ...lost, day: june(2), endedDay: june(2) }]);
  await at.settle();
  const clientIds = [at.clientId];
  ours = api.as({ clientIds, name: "Vesna" });
  client = api.as({ clientIds, kind: "client", name: "Marta", rights: new Set(["exclusions:approve"]) });
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});

const RESULT = `{ contract(code: "care") { objectives(first: 9) { nodes {
  result(period: { kind: MONTH, containing: "2026-06-15" }) { unadjusted { value }
    figure { value exclusions { code effect } explanation { rule input output } } } } } } }`;

async function resultOf(ask: Ask) {
  const { data, errors } = await ask(RESULT);
  expect(errors).toEqual([]);
  return data.contract.objectives.nodes[0].result;
}

const step = (rule: string, input: string, output: string) => ({ rule: expect.stringMatching(rule), input, output });
const TIME = "all facts of that time, counted by the instant by which the KPI counts them";

test("whoever disputes a figure sees what was counted with everything, what went, and what is left", async () => {
  await agreed(ours, client);
  await at.rescore();

  const { figure } = await resultOf(client);

  expect(figure.explanation.slice(-8)).toEqual([
    step("^The numerator is answered_within", "4", "4"),
    step("^The denominator is", "4 + 4", "8"),
    step("divided", "4 ÷ 8", "0.5"),
    step(
      "Exclusion FM-1 is taken out: The power failed",
      `2026-05-31T22:00Z until before 2026-06-01T22:00Z: ${TIME}`,
      "answered_within(thresholdSeconds=20) 4 − 1 = 3, answered 4 − 1 = 3, abandoned 4 − 3 = 1; the value changes by 0.25",
    ),
    step("^Of what is left: the numerator is answered_within", "3", "3"),
    step("^Of what is left: the denominator is", "3 + 1", "4"),
    step("What is left is the adjusted figure.", "without exclusions 50.0 %", "3 ÷ 4 = 0.75"),
    step("rounded half up", "0.75", "75.0 %"),
  ]);
});

test("each exclusion shows what it took of what those before it had left", async () => {
  await agreed(ours, client, {
    code: "A",
    firstDay: null,
    endDay: null,
    fromAt: "2026-06-01T00:00:00Z",
    untilAt: "2026-06-01T20:00:00Z",
  });
  await agreed(ours, client, { code: "B", endDay: "2026-06-03" });
  await at.rescore();

  const { figure, unadjusted } = await resultOf(ours);

  // B begins first and takes everything, so that nothing of A's time is left to be taken out
  expect({ value: figure.value, unadjusted, exclusions: figure.exclusions }).toEqual({
    ...{ value: null, unadjusted: { value: "0.5" } },
    exclusions: [
      { code: "B", effect: null },
      { code: "A", effect: null },
    ],
  });
  const taken = figure.explanation.filter(({ rule }: { rule: string }) => rule.startsWith("Exclusion"));
  expect(taken.map(({ output }: { output: string }) => output)).toEqual([
    expect.stringMatching(/answered 4 − 4 = 0, abandoned 4 − 4 = 0; no value to compare$/),
    "nothing that counted goes; no value to compare",
  ]);
});

test("what one party approved and the other refused does not count, nor what only one approved", async () => {
  const [first, second] = [
    (await request(ours, { code: "A" })).exclusion,
    (await request(ours, { code: "B" })).exclusion,
  ];
  await actOn(ours, "approveExclusion", { id: first.id });
  await actOn(client, "refuseExclusion", { id: first.id, reason: "Nothing failed" });
  await actOn(client, "approveExclusion", { id: second.id });
  await at.rescore();

  const { figure, unadjusted } = await resultOf(client);

  expect({ value: figure.value, unadjusted, exclusions: figure.exclusions }).toEqual({
    ...{ value: "0.5", unadjusted: null, exclusions: [] },
  });
  expect(figure.explanation.filter(({ rule }: { rule: string }) => rule.includes("xclu"))).toEqual([]);
});
