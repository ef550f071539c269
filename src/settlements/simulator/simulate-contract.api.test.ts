import { rows } from "../../platform/database";
import type { Sight } from "../../platform/viewer";
import { SettledHouse } from "../../scorecards/settled-house.builder";
import { DRAFT, ONE, SimulatedHouse } from "../../test-support/simulated-house.builder";

let house: SimulatedHouse;
beforeAll(async () => {
  house = await SimulatedHouse.open();
});
afterAll(() => house.close());

const input = (parts: object) => house.input(parts);
const asOurs = () => house.asOurs();

/** Of somebody of ours whose positions answer for no contract as a whole. */
const NOTHING: Sight = {
  ...{ contractIds: [], serviceIds: [], teamIds: [], traineeIds: [], roleCodes: [], knownIds: [] },
};

describe("a draft contract", () => {
  it("is replayed over the real past, month by month", async () => {
    const { data, errors } = await asOurs()(ONE, { input: input({ draft: { yaml: DRAFT("80 %") } }) });

    expect(errors).toEqual([]);
    expect(data.simulateContract.errors).toEqual([]);
    const { simulation } = data.simulateContract;
    expect(simulation).toMatchObject({
      name: "draft",
      draws: 20,
      seed: 1,
      credits: { value: "2000.00", currency: "EUR" },
    });
    expect(simulation.periods.map((one: { net: object; period: object }) => [one.period, one.net])).toEqual([
      [{ label: "2026-04" }, { value: "0.00" }],
      [{ label: "2026-05" }, { value: "1000.00" }],
      [{ label: "2026-06" }, { value: "1000.00" }],
    ]);
    expect(simulation.objectives).toMatchObject([
      { code: "answered", judged: 3, met: 1, minimumMet: 3, typicalMissesAllowed: 20, leastMargin: "-0.1" },
    ]);
  });

  it("is not kept, nor is anything marked by it", async () => {
    const count = () =>
      house.at.sql<{ n: number }>(
        `select (select count(*) from objective where client_id = $1)
              + (select count(*) from settlement_terms where client_id = $1)
              + (select count(*) from touched_period where client_id = $1)
              + (select count(*) from audit_record where client_id = $1) as n`,
      );
    const before = await count();

    await asOurs()(ONE, { input: input({ draft: { yaml: DRAFT("80 %") } }) });

    expect(await count()).toEqual(before);
  });

  it("stands beside another, with the difference", async () => {
    const { data } = await asOurs()(
      `mutation ($input: SimulateContractsInput!) { simulateContracts(input: $input) {
         errors { message } netDifference { value } differences { period { label } net { value } }
         simulations { name credits { value } } } }`,
      { input: input({ drafts: [{ yaml: DRAFT("80 %") }, { name: "softer", yaml: DRAFT("75 %") }] }) },
    );

    expect(data.simulateContracts).toEqual({
      errors: [],
      netDifference: { value: "-1000.00" },
      differences: [
        { period: { label: "2026-04" }, net: { value: "0.00" } },
        { period: { label: "2026-05" }, net: { value: "0.00" } },
        { period: { label: "2026-06" }, net: { value: "-1000.00" } },
      ],
      simulations: [
        { name: "draft", credits: { value: "2000.00" } },
        { name: "softer", credits: { value: "1000.00" } },
      ],
    });
  });

  it("may be the contract as it stands", async () => {
    const { data } = await asOurs()(ONE, { input: input({ draft: {} }) });

    expect(data.simulateContract).toMatchObject({
      errors: [],
      simulation: { name: "as it stands", objectives: [{ code: "SL", judged: 3, met: 1 }] },
    });
  });

  it("is refused with everything that is wrong, where it stands", async () => {
    const wrong = DRAFT("80 banana").replace("objectives: [answered]", "objectives: [answerd]");

    const { data } = await asOurs()(ONE, { input: input({ draft: { yaml: wrong } }) });

    const { errors, simulation } = data.simulateContract;
    expect(simulation).toBeNull();
    expect(errors).toContainEqual(
      expect.objectContaining({ code: "INVALID_TARGET", path: ["draft", "yaml", "target"] }),
    );
  });

  it("takes as many statements for three months as for one", async () => {
    const ask = (from: string) => asOurs()(ONE, { input: input({ from, draft: { yaml: DRAFT("80 %") } }) });

    const [one, three] = [await ask("2026-06-01"), await ask("2026-04-01")];

    expect(three.statements).toBe(one.statements);
  });

  it("cannot be simulated by a client, nor without the right", async () => {
    const client = house.api.as({ kind: "client", clientIds: [house.at.clientId] });
    const unentitled = house.api.as({ clientIds: [house.at.clientId], rights: new Set() });

    for (const ask of [client, unentitled])
      expect((await ask(ONE, { input: input({ draft: {} }) })).errors).toMatchObject([{ code: "FORBIDDEN" }]);
  });

  it("cannot be simulated by who answers for no contract as a whole", async () => {
    const bound = house.api.as({ clientIds: [house.at.clientId], sight: NOTHING });

    const { data } = await bound(ONE, { input: input({ draft: {} }) });

    expect(data.simulateContract.errors).toMatchObject([{ code: "NOT_FOUND" }]);
  });

  it("of another client's contract is not found", async () => {
    const stranger = await SettledHouse.open(house.database.asInternal);

    const { data } = await house.api.as({ clientIds: [stranger.clientId] })(ONE, { input: input({ draft: {} }) });

    expect(data.simulateContract.errors).toMatchObject([{ code: "NOT_FOUND" }]);
    await house.at.in((tx) => rows(tx, "select 1 as one"));
  });
});
