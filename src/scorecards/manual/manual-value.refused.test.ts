import { testApi, type Ask, type TestApi } from "../../test-support/api-client";
import { createTestDatabase, type TestDatabase } from "../../test-support/test-database";
import { SettledHouse } from "../settled-house.builder";
import { annasPosition, enterValue, JUNE } from "./manual-value.builder";

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
  await at.oneMorning();
  await at.surveys("anna", [5, 5, 1, 1]);
  await at.settle();
  ask = api.as({ clientIds: [at.clientId], name: "Mira" });
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});

/** As Mira, or somebody else. */
const enter = (parts: string, as = ask, kpi?: string, subject?: string, period?: string) =>
  enterValue(as, at, parts, { kpi, subject, period });

describe("is refused", () => {
  test.each([
    [`value: "83"`, "INVALID_MANUAL_VALUE", ["value"], `"83" is not a value of CSAT.`],
    [`value: "101 %"`, "INVALID_MANUAL_VALUE", ["value"], `"101 %" is not a value of CSAT.`],
    [`value: "80 %", numerator: "8"`, "INVALID_MANUAL_VALUE", ["value"], "Value and sides are given."],
    [`sample: 3`, "INVALID_MANUAL_VALUE", ["value"], "No value is given."],
    [`numerator: "8"`, "INVALID_MANUAL_VALUE", ["denominator"], "There is a numerator but no denominator."],
    [`numerator: "8", denominator: "0"`, "INVALID_MANUAL_VALUE", ["denominator"], "The denominator is 0."],
    [`numerator: "9", denominator: "8"`, "INVALID_MANUAL_VALUE", ["numerator"], "9 of 8 is no share."],
    [`value: "80 %", sample: -1`, "INVALID_MANUAL_VALUE", ["sample"], "The sample is -1."],
  ])("%s", async (parts, code, path, message) => {
    const { manualValue, errors } = await enter(parts);

    expect(manualValue).toBeNull();
    expect(errors).toMatchObject([{ code, path, message }]);
    expect(await at.sql("select 1 from manual_value where client_id = $1")).toEqual([]);
  });

  test("for a KPI that is not on the scorecard, a period to come, and subjects that are not there", async () => {
    const ofAnna = `{ position: "${annasPosition(at)}" }`;
    const codes = async (kpi: string, subject: string, period = JUNE) =>
      (await enter(`value: "80 %"`, ask, kpi, subject, period)).errors.map((one: { code: string }) => one.code);

    expect(await codes("SERVICE_LEVEL", ofAnna)).toEqual(["KPI_NOT_ON_SCORECARD"]);
    expect(await codes("CSAT", ofAnna, `{ kind: MONTH, offset: 1 }`)).toEqual(["PERIOD_TO_COME"]);
    expect(await codes("CSAT", `{ team: "no-such" }`)).toEqual(["NOT_FOUND"]);
    expect(await codes("CSAT", `{ team: "red", service: "phone" }`)).toEqual(["SUBJECT_NOT_NAMED"]);
    expect(await codes("NO_SUCH", ofAnna)).toEqual(["UNKNOWN_KPI"]);
  });

  test("without the right, without a reason, and for people out of sight", async () => {
    const without = api.as({ clientIds: [at.clientId], rights: new Set(["people:read"]) });
    expect((await enter(`value: "80 %"`, without)).topErrors).toMatchObject([{ code: "FORBIDDEN" }]);
    const short = await ask(`mutation { enterManualValue(input: { contract: "${at.house.contract.code}", kpi: "CSAT",
      period: ${JUNE}, value: "80 %", reason: "because" }) { errors { code } } }`);
    expect(short.errors).toMatchObject([{ code: "BAD_USER_INPUT" }]);
    const blind = api.as({ kind: "client", clientIds: [at.clientId], rights: new Set(["values:enter"]) });
    expect((await enter(`value: "80 %"`, blind)).errors).toMatchObject([{ code: "NOT_FOUND" }]);
  });

  test("for one's own result, which others may enter and only others withdraw", async () => {
    const { personId } = at.house.agents.anna;
    const anna = api.as({ clientIds: [at.clientId], personId });
    const withdraw = async (as: Ask, id: string) =>
      (
        await as(`mutation { withdrawManualValue(input: { id: "${id}", reason: "It was measured after all" }) {
          manualValue { id } errors { code path message } } }`)
      ).data.withdrawManualValue;

    const own = await enter(`value: "80 %"`, anna);
    const byMira = await enter(`value: "80 %"`);
    const ofTeam = await enter(`value: "80 %"`, anna, "CSAT", `{ team: "red" }`);

    const cannot = "value of CSAT for 2026-06: it is your own result.";
    expect(own.errors).toMatchObject([
      { code: "OWN_FIGURE", path: ["subject"], message: `You cannot enter a ${cannot}` },
    ]);
    expect(byMira.errors).toEqual([]);
    expect(ofTeam.errors).toEqual([]);
    expect(await withdraw(anna, byMira.manualValue.id)).toMatchObject({
      manualValue: null,
      errors: [{ code: "OWN_FIGURE", path: ["id"], message: `You cannot withdraw a ${cannot}` }],
    });
    expect((await withdraw(ask, byMira.manualValue.id)).errors).toEqual([]);
  });
});
