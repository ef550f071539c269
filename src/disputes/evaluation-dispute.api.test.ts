import { testApi, type Ask, type TestApi } from "../test-support/api-client";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { SettledHouse } from "../scorecards/settled-house.builder";
import { decide, disputeEvaluation, sendEvaluations, type TestEvaluation } from "./disputes.builder";

let database: TestDatabase;
let api: TestApi;
let at: SettledHouse;
let anna: Ask;
let judge: Ask;
beforeAll(async () => {
  database = await createTestDatabase();
  api = await testApi(database);
});
beforeEach(async () => {
  at = await SettledHouse.open(database.asInternal);
  await at.use("QUALITY");
  await at.use("AUTO_FAIL_RATE");
  await sendEvaluations(at, SENT);
  await at.settle();
  const { personId } = at.house.agents.anna;
  anna = api.as({ clientIds: [at.clientId], name: "Anna", personId, rights: new Set() });
  judge = api.as({ clientIds: [at.clientId], name: "Vesna", rights: new Set(["people:read", "disputes:decide"]) });
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});

/** 12 of 20, 30 of 40 and, failed as a whole, 18 of 20: 42 of 80 points count. */
const SENT: readonly TestEvaluation[] = [
  { id: "e-1", of: "anna", by: "carla", earned: "12", applicable: "20" },
  { id: "e-2", of: "anna", by: "carla", earned: "30", applicable: "40" },
  { id: "e-3", of: "anna", by: "carla", earned: "18", applicable: "20", autoFailed: true },
];

/** Both sides of the desk's quality in June, in points, and forms that failed. */
async function quality(): Promise<string> {
  const [points, failed] = [
    await at.item(at.house.phone.id, "QUALITY"),
    await at.item(at.house.phone.id, "AUTO_FAIL_RATE"),
  ];
  const inPoints = (side: string | null | undefined): number => Number(side) / 1_000_000;
  return `${inPoints(points?.numerator)} of ${inPoints(points?.denominator)}, ${failed?.numerator} failed`;
}

async function settled(): Promise<string> {
  await at.settle();
  return quality();
}

test("what was decided of an evaluation counts, and the original stays to be seen", async () => {
  expect(await quality()).toBe("42 of 80, 1 failed");
  const { dispute, refusals } = await disputeEvaluation(anna, "e-1");
  expect(refusals).toEqual([]);

  const { dispute: decided } = await decide(judge, dispute.id, `outcome: PARTLY, decidedValue: "85 %"`);

  // 17 instead of 12 of 20
  expect(await settled()).toBe("47 of 80, 1 failed");
  expect(decided).toMatchObject({
    ...{ about: "EVALUATION", state: "DECIDED", outcome: "PARTLY" },
    original: { value: "0.6", display: "60.0 %", numerator: "12", denominator: "20", autoFailed: false, sample: 1 },
    decided: { value: "0.85", display: "85.0 %", numerator: "17", denominator: "20", autoFailed: false, sample: 1 },
  });
  const [stored] = await at.sql(
    "select earned_millionths as earned from evaluation where client_id = $1 and external_id = 'e-1'",
  );
  expect(stored).toEqual({ earned: 12_000_000 });
});

test("it outlives a later copy of the evaluation, its withdrawal from a rebuild, and another decision replaces it", async () => {
  const first = await disputeEvaluation(anna, "e-1");
  await decide(judge, first.dispute.id, `outcome: UPHELD, decidedNumerator: "20", decidedDenominator: "25"`);
  expect(await settled()).toBe("50 of 85, 1 failed");

  await sendEvaluations(at, [{ ...SENT[0]!, earned: "1" }]);
  await at.sql("delete from daily_measures where client_id = $1");
  expect(await settled()).toBe("50 of 85, 1 failed");

  const second = await disputeEvaluation(anna, "e-1");
  expect(second.dispute.original).toMatchObject({ numerator: "20", denominator: "25" });
  await decide(judge, second.dispute.id, `outcome: PARTLY, decidedValue: "50 %"`);
  // 12.5 of 25
  expect(await settled()).toBe("42.5 of 85, 1 failed");
});

test("a failure as a whole stands or falls by what is said of it", async () => {
  const { dispute } = await disputeEvaluation(anna, "e-3");

  const silent = await decide(judge, dispute.id, `outcome: UPHELD, decidedValue: "90 %"`);
  expect(silent.refusals).toMatchObject([
    {
      ...{ code: "INVALID_DECISION", path: ["decidedAutoFail"] },
      message: "The form failed as a whole, and nothing is said of that.",
      remedy: "Say with decidedAutoFail whether the failure stands.",
    },
  ]);
  expect(await settled()).toBe("42 of 80, 1 failed");

  const again =
    await judge(`mutation { decideDispute(input: { id: "${dispute.id}", outcome: UPHELD, decidedAutoFail: false,
    reason: "The rule did not apply to that call" }) { dispute { decided { numerator denominator autoFailed } } errors { code } } }`);
  expect(again.data.decideDispute).toEqual({
    dispute: { decided: { numerator: "18", denominator: "20", autoFailed: false } },
    errors: [],
  });
  expect(await settled()).toBe("60 of 80, 0 failed");
});

test("neither the evaluator nor the person decides, and others do not find it", async () => {
  const { dispute } = await disputeEvaluation(anna, "e-1");
  const as = (name: "anna" | "carla") => api.as({ clientIds: [at.clientId], personId: at.house.agents[name].personId });

  expect((await decide(as("carla"), dispute.id, "outcome: REJECTED")).refusals).toMatchObject([
    { code: "NOT_IMPARTIAL", message: "You cannot decide this dispute: you made the evaluation." },
  ]);
  expect((await decide(as("anna"), dispute.id, "outcome: REJECTED")).refusals).toMatchObject([
    { code: "NOT_IMPARTIAL" },
  ]);
  const client = api.as({ kind: "client", clientIds: [at.clientId], rights: new Set() });
  expect((await disputeEvaluation(client, "e-2")).refusals).toMatchObject([{ code: "NOT_FOUND" }]);
  expect((await disputeEvaluation(anna, "e-1")).refusals).toMatchObject([
    {
      code: "ALREADY_DISPUTED",
      message: "This evaluation is disputed already: Anna opened a dispute that is not decided.",
    },
  ]);
  expect((await disputeEvaluation(judge, "no-such")).refusals).toMatchObject([{ code: "NOT_FOUND" }]);
});
