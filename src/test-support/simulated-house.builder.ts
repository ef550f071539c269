import { SettledHouse } from "../scorecards/settled-house.builder";
import { addDays, day } from "../shared/day";
import { testApi, type TestApi } from "./api-client";
import { createTestDatabase, type TestDatabase } from "./test-database";

/** A contract with three months behind it: 90 %, 70 % and 79 % of 100 calls in time from April to June. */
export class SimulatedHouse {
  private constructor(
    readonly database: TestDatabase,
    readonly api: TestApi,
    readonly at: SettledHouse,
    readonly codes: { readonly client: string; readonly contract: string },
  ) {}

  static async open(): Promise<SimulatedHouse> {
    const database = await createTestDatabase();
    const api = await testApi(database);
    const at = await SettledHouse.open(database.asInternal);
    const [codes] = await at.sql<{ client: string; contract: string }>(CODES);
    await at.calls([...month("2026-04-01", 90), ...month("2026-05-01", 70), ...month("2026-06-01", 79)]);
    await at.settle();
    return new SimulatedHouse(database, api, at, codes!);
  }

  async close(): Promise<void> {
    await this.api.stop();
    await this.database.drop();
  }

  input = (parts: object) => ({ ...this.codes, from: "2026-04-01", until: "2026-07-01", draws: 20, ...parts });

  asOurs = () => this.api.as({ clientIds: [this.at.clientId] });
}

const CODES = `select c.code as client, k.code as contract from contract k join client c on c.client_id = k.client_id
  where k.client_id = $1`;

const month = (from: string, good: number) =>
  Array.from({ length: 100 }, (_, i) => ({ day: addDays(day(from), i % 28), waitSeconds: i < good ? 5 : 60 }));

/** As YAML. */
export const DRAFT = (target: string) => `
kind: Objective
code: answered
name: Answered in time
clause: "Schedule 2"
kpi: SERVICE_LEVEL
target: ${target}
minimum: 60 %
measuredBy: month
---
kind: SettlementTerms
settledBy: month
fee: 100000.00 EUR
atRisk: 10 %
clauses:
  - code: C1
    name: Service credit
    cites: "Schedule 3"
    side: credit
    objectives: [answered]
    when: missed
    mechanism: { kind: fixed, pays: money, amount: 1000.00 EUR }
`;

/** One simulation. */
export const ONE = `mutation ($input: SimulateContractInput!) { simulateContract(input: $input) {
  errors { code path message }
  simulation { name draws seed credits { value currency } spread { p5 { value } p95 { value } }
    objectives { code judged met minimumMet attainable typicalMissesAllowed leastMargin }
    periods { period { label } net { value } results { objective outcome target } lines { clause amount { value } } } } } }`;

export const PARTS = (target: string, amount = "1000.00 EUR") => ({
  objectives: [
    {
      ...{ code: "answered", name: "Answered in time", clause: "Schedule 2" },
      versions: [{ kpi: "SERVICE_LEVEL", target, minimum: "60 %", measuredBy: "MONTH" }],
    },
  ],
  settlementTerms: [
    {
      ...{ fee: "100000.00 EUR", atRisk: "10 %" },
      clauses: [
        {
          ...{ code: "C1", name: "Service credit", cites: "Schedule 3", side: "CREDIT", objectives: ["answered"] },
          ...{ when: "MISSED", mechanism: { fixed: { pays: "MONEY", amount } } },
        },
      ],
    },
  ],
});

/** Two side by side. */
export const TWO = `mutation ($input: SimulateContractsInput!) { simulateContracts(input: $input) {
  errors { code path message } netDifference { value } simulations { name periods { net { value } } } } }`;
