import type { DefinitionContext } from "../platform/definitions/definition-context";
import { givenContract, type GivenContract } from "../setup/setup.builder";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { ContractService } from "./contract.service";
import { ServiceService } from "./service.service";

describe("the time zone of a service", () => {
  let database: TestDatabase;
  let used: string[] = [];
  const withFacts = (_tx: unknown, _client: string, ids: readonly string[]) =>
    Promise.resolve(ids.filter((id) => used.includes(id)));
  const services = new ServiceService(withFacts, () => Promise.resolve());
  const contracts = new ContractService(withFacts);
  beforeAll(async () => (database = await createTestDatabase()));
  afterAll(() => database.drop());

  const context = ({ clientId }: GivenContract): DefinitionContext => ({
    ...{ actor: "test", now: new Date("2026-05-01T08:00:00Z"), requestId: null, clientIds: [clientId], internal: true },
  });
  const moveService = (given: GivenContract, timeZone: string | null) =>
    database.asInternal([given.clientId], (tx) =>
      services.define(tx, context(given), {
        ...{ client: given.client.code, contract: given.contract.code, code: given.service.code, name: "Desk" },
        ...{ channels: ["phone"], timeZone },
      }),
    );
  const moveContract = (given: GivenContract, timeZone: string) =>
    database.asInternal([given.clientId], (tx) =>
      contracts.define(tx, context(given), {
        ...{ client: given.client.code, code: given.contract.code, name: "Care", currency: "EUR", timeZone },
        ...{ calendar: given.calendar.code, term: { from: "2020-01-01" } },
      }),
    );

  it("may change while there are no facts", async () => {
    const given = await givenContract(database);
    used = [];

    expect((await moveService(given, "Europe/Lisbon")).thing.timeZone).toBe("Europe/Lisbon");
    expect((await moveContract(given, "Europe/Madrid")).thing.timeZone).toBe("Europe/Madrid");
  });

  it("may not change once it has facts, neither its own nor the contract's", async () => {
    const given = await givenContract(database);
    used = [given.service.id];

    await expect(moveService(given, "Europe/Lisbon")).rejects.toMatchObject({
      ...{ code: "TIME_ZONE_IN_USE", path: ["timeZone"], remedy: expect.stringContaining("Keep Europe/Rome") },
    });
    await expect(moveContract(given, "Europe/Madrid")).rejects.toMatchObject({ code: "TIME_ZONE_IN_USE" });
  });

  it("may become explicit while it stays the same", async () => {
    const given = await givenContract(database);
    used = [given.service.id];

    await moveService(given, "Europe/Rome");

    expect((await moveContract(given, "Europe/Madrid")).thing.timeZone).toBe("Europe/Madrid");
  });
});
