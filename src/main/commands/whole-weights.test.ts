import { rmSync } from "node:fs";
import { sampleSetup, setupFolder } from "../../setup/sample-setup.builder";
import { readSetup } from "../../setup/setup-files";
import { createTestDatabase, type TestDatabase } from "../../test-support/test-database";
import { wireServices } from "../services";
import { applySetup, type ApplyReport } from "./apply.command";

const NOW = new Date("2026-02-01T10:00:00Z");

describe("applying a set whose weights are to be whole", () => {
  let database: TestDatabase;
  const folders: string[] = [];
  beforeEach(async () => {
    database = await createTestDatabase();
    expect((await apply(sampleSetup())).problems).toEqual([]);
  });
  afterEach(() => database.drop());
  afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

  async function apply(files: Record<string, string>): Promise<ApplyReport> {
    const folder = setupFolder(files);
    folders.push(folder);
    return applySetup(wireServices(), database.db, { now: NOW, setup: readSetup(folder) });
  }

  const SET = "kind: KpiSet\nrole: agent\nclient: northwind\ncontract: care\nweights: whole\n";
  const csat = (versions: string): string =>
    `kind: KpiAssignment\nrole: agent\nclient: northwind\ncontract: care\nservice: phone\nkpi: CSAT\nversions:\n${versions}`;

  it("is refused where a service totals something else, and says what it totals", async () => {
    const { problems } = await apply({ "set.yaml": SET });

    expect(problems).toMatchObject([
      {
        code: "WEIGHTS_NOT_WHOLE",
        line: 1,
        message: "The weights of agent at northwind/care/phone total 110 on 2026-01-01: AHT 70, CSAT 40.",
      },
    ]);
    expect(await database.adminRows("select 1 from kpi_set")).toEqual([]);
  });

  it("is accepted together with what makes it whole", async () => {
    const { problems } = await apply({ "set.yaml": SET, "csat.yaml": csat("  - { weight: 30 }\n") });

    expect(problems).toEqual([]);
  });

  it("is refused for a day on which it stops being whole", async () => {
    const versions = "  - { weight: 30, validFrom: 2026-01-01 }\n  - { weight: 20, validFrom: 2026-06-01 }\n";

    const { problems } = await apply({ "set.yaml": SET, "csat.yaml": csat(versions) });

    expect(problems).toMatchObject([{ message: expect.stringContaining("total 90 on 2026-06-01") }]);
  });

  it("is refused at an assignment that comes later", async () => {
    await apply({ "set.yaml": SET, "csat.yaml": csat("  - { weight: 30 }\n") });

    const { problems } = await apply({ "csat.yaml": csat("  - { weight: 35 }\n") });

    expect(problems).toMatchObject([{ code: "WEIGHTS_NOT_WHOLE", file: expect.stringContaining("csat.yaml") }]);
  });

  it("leaves alone what a document has no part in", async () => {
    await apply({ "set.yaml": SET, "csat.yaml": csat("  - { weight: 30 }\n") });
    await database.adminRows("update kpi_assignment set weight = 60 where kpi_code = 'AHT'");

    expect((await apply({ "client.yaml": "kind: Client\ncode: eastwind\nname: Eastwind\n" })).problems).toEqual([]);
  });
});
