import { readFileSync, rmSync } from "node:fs";
import { KPIS } from "../../kpis/catalogue/kpis";
import { setupFolder } from "../../setup/sample-setup.builder";
import { readSetup } from "../../setup/setup-files";
import { createTestDatabase, type TestDatabase } from "../../test-support/test-database";
import { wireServices } from "../services";
import { applySetup } from "./apply.command";

const PAGES = ["docs/setup.md", "docs/import-profiles.md", "docs/own-kpis.md"];

/** Whole documents that the pages show; fragments of one say no kind. */
const documents = (): string[] =>
  PAGES.flatMap((page) =>
    [...readFileSync(page, "utf8").matchAll(/```yaml\n(kind: [\s\S]*?)```/g)].map(([, text]) => text!),
  );

describe("the setup that the guides show", () => {
  let database: TestDatabase;
  let folder: string;
  beforeAll(async () => (database = await createTestDatabase()));
  afterAll(() => database.drop());
  afterAll(() => rmSync(folder, { recursive: true }));

  it("can be applied as it stands", async () => {
    folder = setupFolder(Object.fromEntries(documents().map((text, index) => [`${index}.yaml`, text])));
    const setup = readSetup(folder);

    const report = await applySetup(wireServices(), database.db, { setup, now: new Date("2026-02-01T10:00:00Z") });

    expect(report.problems).toEqual([]);
    expect(report.changes.map(({ kind }) => kind).sort()).toEqual([
      ...["Calendar", "Client", "Contract", "Feed", "Forum", "ImportProfile", "ImportProfile", "ImportProfile"],
      ...[
        "Kpi",
        ...Array<string>(10).fill("KpiAssignment"),
        "KpiSet",
        "KpiUse",
        "KpiUse",
        "KpiUse",
        "KpiUse",
        "Measure",
        "Objective",
      ],
      ...["Person", "Person", "Position", "Position", "Position", "Role", "Role", "Role"],
      ...["Service", "Service", "Service", "Team", "Team", "Training"],
    ]);
  });
});

it("names every KPI of the catalogue in the guide, and counts them in the README", () => {
  const guide = readFileSync("docs/setup.md", "utf8");

  const missing = KPIS.map(({ code }) => code).filter((code) => !guide.includes(`\`${code}\``));

  expect(missing).toEqual([]);
  expect(readFileSync("README.md", "utf8")).toContain(`${KPIS.length} KPIs come with it`);
});
