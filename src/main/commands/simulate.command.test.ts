import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SettledHouse, NOW } from "../../scorecards/settled-house.builder";
import { simulationText } from "../../settlements/simulator/simulation-text";
import { addDays, day } from "../../shared/day";
import { createTestDatabase, type TestDatabase } from "../../test-support/test-database";
import { wireServices } from "../services";
import { draftIn, simulateNamed, type NamedSimulation } from "./simulate.command";

let database: TestDatabase;
let folder: string;
let at: SettledHouse;
let codes: { client: string; contract: string };

beforeAll(async () => {
  database = await createTestDatabase();
  folder = mkdtempSync(join(tmpdir(), "regia-drafts-"));
  at = await SettledHouse.open(database.asInternal);
  const [found] = await at.sql<{ client: string; contract: string }>(CODES);
  codes = found!;
  // April 90 %, May 70 % and June 79 % of 100 calls in time
  await at.calls([...month("2026-04-01", 90), ...month("2026-05-01", 70), ...month("2026-06-01", 79)]);
  await at.settle();
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await database.drop();
});

const CODES = `select c.code as client, k.code as contract from contract k join client c on c.client_id = k.client_id
  where k.client_id = $1`;

const month = (from: string, good: number) =>
  Array.from({ length: 100 }, (_, i) => ({ day: addDays(day(from), i % 28), waitSeconds: i < good ? 5 : 60 }));

const TERMS = (amount: string) => `
kind: Objective
code: answered
name: Answered in time
clause: "Schedule 2"
kpi: SERVICE_LEVEL
target: 80 %
minimum: 60 %
measuredBy: month
---
kind: SettlementTerms
fee: 100000.00 EUR
atRisk: 10 %
clauses:
  - code: C1
    name: Service credit
    cites: "Schedule 3"
    side: credit
    objectives: [answered]
    when: missed
    mechanism: { kind: fixed, pays: money, amount: ${amount} EUR }
`;

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const simulate = (parts: Partial<NamedSimulation> = {}) =>
  simulateNamed(wireServices(), database.db, {
    ...{ contract: codes.contract, client: codes.client, from: day("2026-04-01"), until: day("2026-07-01") },
    ...{ draws: 200, drafts: [draftIn(undefined)], now: NOW, ...parts },
  });

describe("regia simulate", () => {
  it("prints months, objectives and clauses of a draft as people write them", async () => {
    const drafts = [draftIn(file("hard.yaml", TERMS("1000.00")))];

    const { simulations } = await simulate({ drafts });
    const text = simulationText(simulations, "Care").join("\n");

    expect(text).toContain("Care: April 2026 to June 2026.");
    expect(text).toContain("hard.yaml: € 2,000.00, 0.7 % of € 300,000.00 fees");
    expect(text).toMatch(/ {2}Apr 2026 +€ 100,000\.00 +€ 0\.00 +€ 0\.00 +€ 0\.00 +€ 0\.00 +– /);
    expect(text).toMatch(/ {2}May 2026 +€ 100,000\.00 +€ 1,000\.00 +€ 0\.00 +€ 0\.00 +€ 1,000\.00 +– /);
    expect(text).toMatch(/ {2}all +€ 300,000\.00 +€ 2,000\.00/);
    expect(text).toMatch(
      / {2}Answered in time +80\.0 % +1 of 3 +3 of 3 +−10\.0 pp +100 +20 +\d+\.\d % +open +€ 2,000\.00/,
    );
    expect(text).toMatch(/ {2}C1 +Schedule 3 +2 +€ 2,000\.00/);
  });

  it("prints by what a second draft differs, each month and in all", async () => {
    const drafts = [draftIn(file("hard.yaml", TERMS("1000.00"))), draftIn(file("soft.yaml", TERMS("250.00")))];

    const { simulations } = await simulate({ drafts });
    const text = simulationText(simulations, "Care").join("\n");
    const differences = text.slice(text.indexOf("soft.yaml less hard.yaml"));

    expect(differences).toMatch(/Apr 2026 +€ 0\.00 +€ 0\.00 +€ 0\.00/);
    expect(differences).toMatch(/Jun 2026 +€ 1,000\.00 +€ 250\.00 +−€ 750\.00/);
    expect(differences).toMatch(/all +€ 2,000\.00 +€ 500\.00 +−€ 1,500\.00/);
    expect(differences).toMatch(/Answered in time +1 of 3 +1 of 3 +€ 2,000\.00 +€ 500\.00 +−€ 1,500\.00/);
  });

  it("prints a contract without money as it stands", async () => {
    const text = simulationText((await simulate()).simulations, "Care").join("\n");

    expect(text).toMatch(/ {2}May 2026 +– +– +– +– +– +– /);
    expect(text).toMatch(/1 of 3/);
  });

  it("refuses drafts with everything that is wrong, and where", async () => {
    const wrong = file("wrong.yaml", TERMS("1000.00").replace("80 %", "80 banana").replace("10 %", "ten"));

    await expect(simulate({ drafts: [draftIn(wrong)] })).rejects.toMatchObject({
      all: expect.arrayContaining([
        expect.objectContaining({ path: ["draft", "yaml", "target"] }),
        expect.objectContaining({ path: ["draft", "yaml", "atRisk"] }),
      ]),
    });
  });

  it("refuses files that are not there, and contracts that are not, or are of another client", async () => {
    const other = await SettledHouse.open(database.asInternal);
    const [theirs] = await other.sql<{ client: string }>(CODES);

    expect(() => draftIn(join(folder, "none.yaml"))).toThrow(/none\.yaml" cannot be read: ENOENT/);
    await expect(simulate({ contract: "nope" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(simulate({ client: theirs!.client, contract: `${codes.contract}x` })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});
