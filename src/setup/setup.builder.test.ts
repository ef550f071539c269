import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { saveKpiAssignment } from "../assignments/kpi-assignment.builder";
import { saveKpiUse } from "../contracts/kpi-use.builder";
import { saveImportProfile } from "../facts/import-profile.builder";
import { saveObjective } from "../objectives/objective.builder";
import { saveForum } from "../reviews/forum.builder";
import { givenContract } from "./setup.builder";

describe("the builders of definitions", () => {
  let database: TestDatabase;
  beforeAll(async () => (database = await createTestDatabase()));
  afterAll(() => database.drop());

  it("make a whole contract that its own client sees and another does not", async () => {
    const mine = await givenContract(database, { services: [{}, { code: "chat" }], agents: [{}, {}] });
    const other = await givenContract(database);
    const { clientId, contract } = mine;
    await database.asInternal([clientId], async (tx) => {
      await saveKpiUse(tx, { clientId, contractId: contract.id, kpiCode: "aht" });
      await saveObjective(tx, { clientId, contractId: contract.id });
      await saveKpiAssignment(tx, { clientId, kpiCode: "aht" });
      await saveForum(tx, { clientId, contractId: contract.id });
      await saveImportProfile(tx, { clientId, code: "phonenow", definition: {} });
    });

    const seen = await database.asClient([clientId], (tx) => tx.query("select code from contract order by code"));
    const people = await database.asClient([other.clientId], (tx) => tx.query("select id from person"));

    expect(seen).toEqual([{ code: contract.code }]);
    expect(people).toEqual([{ id: other.agent.id }]);
  });
});
