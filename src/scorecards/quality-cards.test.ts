import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { june } from "./scorecard-house.builder";
import { itemOf, SettledHouse } from "./settled-house.builder";

let database: TestDatabase;
let at: SettledHouse;
beforeAll(async () => void (database = await createTestDatabase()));
beforeEach(async () => void (at = await SettledHouse.open(database.asInternal)));
afterAll(() => database.drop());

const itemAfter = async (kpiCode: string) => {
  await at.touchPeriods(june(1));
  await at.rescore();
  return itemOf(await at.card(at.contractId), kpiCode);
};

test("costs are divided by contacts of the same month, whatever day either fell on", async () => {
  await at.use("COST_PER_UNIT");
  await at.daily({ stream: "cost", on: june(1), amounts: { cost_of_contacts: 100_000 } });
  await at.daily({ stream: "cost", on: june(9), amounts: { cost_of_contacts: -1_000 } });
  await at.daily({ stream: "contact", on: june(20), amounts: { handled: 250 } });

  expect(await itemAfter("COST_PER_UNIT")).toMatchObject({ numerator: "99000", denominator: "250", value: "396" });
});

test.each([
  [8, "OK", "0.25"],
  [7, "INSUFFICIENT_DATA", null],
])("with %d of 10 errors analysed the share traced to training is %s", async (traced, status, value) => {
  await at.use("TRAINING_ERROR_SHARE");
  await at.daily({
    ...{ stream: "evaluation", on: june(1), by: "anna" },
    amounts: {
      ...{ evaluation_product_errors: 3, evaluation_process_errors: 3 },
      ...{ evaluation_traced_errors: traced - 4, evaluation_training_errors: 1 },
    },
  });
  await at.daily({
    ...{ stream: "survey", on: june(2), by: "bruno" },
    amounts: { survey_errors: 4, survey_traced_errors: 4, survey_training_errors: 1 },
  });

  expect(await itemAfter("TRAINING_ERROR_SHARE")).toMatchObject({ status, value });
});

test("kappa is worked out from the verdicts of the whole period, not from those of days", async () => {
  await at.use("CALIBRATION_KAPPA");
  const verdicts = (pass_pass: number, pass_fail: number, fail_pass: number, fail_fail: number) => ({
    ...{ verdicts_pass_pass: pass_pass, verdicts_pass_fail: pass_fail },
    ...{ verdicts_fail_pass: fail_pass, verdicts_fail_fail: fail_fail },
  });
  await at.daily({ stream: "calibration", on: june(1), by: "anna", amounts: verdicts(20, 0, 0, 5) });
  await at.daily({ stream: "calibration", on: june(2), by: "bruno", amounts: verdicts(0, 5, 10, 10) });

  expect(await itemAfter("CALIBRATION_KAPPA")).toMatchObject({ value: "0.4", sample: 50 });
});
