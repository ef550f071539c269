import { rmSync } from "node:fs";
import { applySetup } from "./apply.command";
import { exportSetup } from "./export.command";
import { wireServices } from "../services";
import { createTestDatabase, type TestDatabase } from "../../test-support/test-database";
import { sampleSetup, setupFolder, specialSetup } from "../../setup/sample-setup.builder";
import { yamlText } from "../../setup/setup-document";
import { readSetup } from "../../setup/setup-files";
import type { SetupReport } from "../../setup/setup.service";

const services = wireServices();
const NOW = new Date("2026-02-01T10:00:00Z");
const LATER = new Date("2026-02-02T10:00:00Z");

type Files = Record<string, string>;

describe("exporting documents", () => {
  const databases: TestDatabase[] = [];
  const folders: string[] = [];
  afterAll(async () => {
    for (const database of databases) await database.drop();
    folders.forEach((folder) => rmSync(folder, { recursive: true }));
  });

  async function emptyDatabase(): Promise<TestDatabase> {
    const database = await createTestDatabase();
    databases.push(database);
    return database;
  }

  function apply({ db }: TestDatabase, files: Files, now: Date): Promise<SetupReport> {
    const folder = setupFolder(files);
    folders.push(folder);
    return applySetup(services, db, { setup: readSetup(folder), now });
  }

  async function exported({ db }: TestDatabase, client: string | null = null): Promise<Files> {
    const files = await exportSetup(services, db, { client, now: LATER });
    return Object.fromEntries(files.map(({ name, documents }) => [name, yamlText(documents)]));
  }

  it("writes what makes the same in an empty database, and changes nothing where it comes from", async () => {
    const [here, there] = [await emptyDatabase(), await emptyDatabase()];
    const first = await apply(here, specialSetup(), NOW);
    const files = await exported(here);

    const elsewhere = await apply(there, files, LATER);
    const again = await apply(here, files, LATER);

    expect([first.problems, elsewhere.problems, again.problems]).toEqual([[], [], []]);
    expect(elsewhere.changes.every(({ outcome }) => outcome === "created")).toBe(true);
    expect(elsewhere.changes).toHaveLength(first.changes.length);
    expect(again.changes.filter(({ outcome }) => outcome !== "unchanged")).toEqual([]);
    expect(await exported(there)).toEqual(files);
  });

  it("writes a contract so that a person likes to read it", async () => {
    const database = await emptyDatabase();
    await apply(database, sampleSetup(), NOW);

    const files = await exported(database);

    expect(Object.keys(files)).toEqual([
      "house/roles.yaml",
      "house/people.yaml",
      "northwind/client.yaml",
      "northwind/contract-care.yaml",
      "northwind/kpi-assignments.yaml",
      "northwind/import-profiles.yaml",
      "northwind/feeds.yaml",
    ]);
    expect(files["northwind/contract-care.yaml"]).toMatchInlineSnapshot(`
      "kind: Contract
      client: northwind
      code: care
      name: Customer care
      currency: EUR
      timeZone: Europe/Rome
      calendar: office-hours
      term: { from: 2026-01-01, until: 2029-01-01 }
      graceDays: 5
      services:
        - { code: chat, name: Chat desk, channels: [ chat ], timeZone: Europe/Zagreb }
        - { code: phone, name: Telephone desk, channels: [ phone ] }
      teams:
        - { code: blue, name: Blue team }
        - { code: red, name: Red team }
      kpisInUse:
        - { kpi: AHT, validFrom: 2026-01-01, dialect: TALK_HOLD_WRAP, minSample: 0 }
        - kpi: AHT
          service: chat
          validFrom: 2026-01-01
          dialect: TALK_HOLD_WRAP
          minSample: 0
        - kpi: SERVICE_LEVEL
          validFrom: 2026-01-01
          dialect: SL-E
          parameters: { thresholdSeconds: 20, shortAbandonSeconds: 5 }
          minSample: 30
      objectives:
        - code: SL-1
          service: phone
          name: Answer quickly
          clause: Schedule 2, § 3.1
          versions:
            - validFrom: 2026-01-01
              kpi: SERVICE_LEVEL
              dialect: SL-E
              parameters: { thresholdSeconds: 20, shortAbandonSeconds: 5 }
              target: 80 %
              minimum: 75 %
              measuredBy: month
              minSample: 0
            - validFrom: 2026-04-01
              kpi: SERVICE_LEVEL
              dialect: SL-E
              parameters: { thresholdSeconds: 20, shortAbandonSeconds: 5 }
              target: 82.5 %
              minimum: 75 %
              measuredBy: month
              minSample: 0
      settlementTerms:
        validFrom: 2026-01-01
        settledBy: month
        fee: 100000.00 EUR
        atRisk: 10 %
        clauses:
          - code: SL-CREDIT
            name: Service level credit
            cites: Schedule 3, § 1
            objectives: [ SL-1 ]
            when: missed
            mechanism: { kind: allocation, allocation: 50 %, criticality: 40 % }
      forums:
        - code: monthly
          name: Monthly service review
          cadence: FREQ=MONTHLY;BYDAY=2TU
          startsOn: 2026-01-01
          reviews: month
          quorum: 2
          participants:
            - { name: Operations manager, side: provider, duty: chair }
            - { name: Service owner, side: client }
          minSample: 30
      "
    `);
    expect(files["northwind/import-profiles.yaml"]).toMatchInlineSnapshot(`
      "kind: ImportProfile
      client: northwind
      code: phonenow
      stream: contact
      source: phonenow
      fields:
        externalId: Call Id
        service: { constant: phone }
        channel: { constant: phone }
        person: Agent
        outcome: { map: { N: abandoned, Y: answered }, column: Answered (Y/N) }
        offeredAt: { format: dd/MM/yyyy HH:mm:ss, columns: [ Date, Time ] }
      "
    `);
    expect(files["house/people.yaml"]).toMatchInlineSnapshot(`
      "kind: Person
      code: anna
      name: Anna Rossi
      logins: { phonenow: Anna }
      positions:
        - client: northwind
          contract: care
          role: agent
          service: phone
          team: blue
          validFrom: 2026-01-01
          validUntil: 2026-06-01
        - client: northwind
          contract: care
          role: agent
          service: phone
          team: red
          validFrom: 2026-06-01
      ---
      kind: Person
      code: bruno
      name: Bruno Verdi
      positions:
        - client: northwind
          contract: care
          role: team-lead
          team: blue
          validFrom: 2026-01-01
      "
    `);
  });

  it("leaves other clients and their people out when one is named", async () => {
    const database = await emptyDatabase();
    await apply(database, specialSetup(), NOW);

    const files = await exported(database, "southwind");

    expect(Object.keys(files)).toEqual([
      "house/roles.yaml",
      "house/people.yaml",
      "house/kpis.yaml",
      "southwind/client.yaml",
      "southwind/kpis.yaml",
      "southwind/contract-desk.yaml",
      "southwind/import-profiles.yaml",
    ]);
    expect(files["house/people.yaml"]).not.toContain("northwind");
    expect(files["house/people.yaml"]).not.toContain("bruno");
    expect(files["house/people.yaml"]).toContain("Wang Fang");
    expect(files["southwind/contract-desk.yaml"]).toContain('trainer: "1002"');
  });
});
