import { savePosition } from "../../people/position.builder";
import { testApi, type TestApi } from "../../test-support/api-client";
import { createTestDatabase, type TestDatabase } from "../../test-support/test-database";
import { june } from "../scorecard-house.builder";
import { itemOf, NOW, SettledHouse } from "../settled-house.builder";
import { wholeId } from "../whole.rules";

let database: TestDatabase;
let api: TestApi;
let at: SettledHouse;
beforeAll(async () => {
  database = await createTestDatabase();
  api = await testApi(database);
  at = await SettledHouse.open(database.asInternal);
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});

test("a value for a person is one of the whole over several positions", async () => {
  const { clientId, contractId } = at;
  const { id, personId, roleCode, serviceId } = at.house.agents.anna;
  await at.sql("update position set valid_until = '2026-06-15' where client_id = $1 and id = $2", id);
  const again = { clientId, contractId, personId, roleCode, serviceId, validFrom: june(15) };
  await at.in((tx) => savePosition(tx, again));
  await at.surveys("anna", [5, 1]);
  await at.surveys("anna", [5, 5], june(20));
  const [person] = (await at.sql("select code from person where id = $2 and $1::uuid is not null", personId)) as [
    { code: string },
  ];

  const { data } = await api.as({ clientIds: [clientId] })(`mutation {
    enterManualValue(input: { contract: "${at.house.contract.code}", subject: { person: "${person.code}" }, kpi: "CSAT",
      period: { kind: MONTH, containing: "2026-06-15" }, value: "60 %", reason: "The survey tool was down" }) {
      manualValue { id } errors { code message } } }`);
  await at.settle(NOW);

  expect(data.enterManualValue).toMatchObject({ manualValue: {}, errors: [] });
  const whole = itemOf(await at.card(wholeId(contractId, personId)), "CSAT");
  expect(whole).toMatchObject({ value: "0.6", manual: { measured: { value: "0.75", sample: 4 } } });
  expect(itemOf(await at.card(id), "CSAT")).toMatchObject({ value: "0.5", manual: null });
});
