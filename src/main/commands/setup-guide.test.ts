import { readFileSync, rmSync } from "node:fs";
import { setupFolder } from "../../setup/sample-setup.builder";
import { readSetup } from "../../setup/setup-files";
import { createTestDatabase, type TestDatabase } from "../../test-support/test-database";
import { wireServices } from "../services";
import { applySetup } from "./apply.command";

describe("the setup that docs/setup.md shows", () => {
  let database: TestDatabase;
  let folder: string;
  beforeAll(async () => (database = await createTestDatabase()));
  afterAll(() => database.drop());
  afterAll(() => rmSync(folder, { recursive: true }));

  it("can be applied as it stands", async () => {
    const blocks = [...readFileSync("docs/setup.md", "utf8").matchAll(/```yaml\n([\s\S]*?)```/g)];
    folder = setupFolder(Object.fromEntries(blocks.map((block, index) => [`${index}.yaml`, block[1]!])));
    const setup = readSetup(folder);

    const report = await applySetup(wireServices(), database.db, { setup, now: new Date("2026-02-01T10:00:00Z") });

    expect(report.problems).toEqual([]);
    expect(report.changes.map(({ kind }) => kind).sort()).toEqual([
      ...["Calendar", "Client", "Contract", "Forum", "ImportProfile"],
      ...["KpiAssignment", "KpiAssignment", "KpiAssignment", "KpiUse", "KpiUse", "KpiUse", "KpiUse", "Objective"],
      ...["Person", "Person", "Position", "Position", "Position", "Role", "Role"],
      ...["Service", "Service", "Service", "Team", "Team"],
    ]);
  });
});
