import { readFileSync, rmSync } from "node:fs";
import { sampleSetup, setupFolder } from "../setup/sample-setup.builder";
import { yamlText } from "../setup/setup-document";
import { readSetup } from "../setup/setup-files";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { applySetup } from "./commands/apply.command";
import { exportSetup } from "./commands/export.command";
import { wireServices } from "./services";

const NOW = new Date("2026-07-15T10:00:00Z");
const GUIDE = readFileSync("docs/amendments.md", "utf8");
const snippets = [...GUIDE.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text]) => text!);

describe("amendments in documents", () => {
  let database: TestDatabase;
  beforeAll(async () => void (database = await createTestDatabase()));
  afterAll(() => database.drop());

  const apply = async (files: Record<string, string>) => {
    const folder = setupFolder(files);
    const applied = await applySetup(wireServices(), database.db, { setup: readSetup(folder), now: NOW });
    rmSync(folder, { recursive: true });
    return applied;
  };

  it("are applied as the guide writes them, and again without a change", async () => {
    await apply(sampleSetup());
    const guide = { "guide.yaml": snippets.join("---\n") };
    expect(await apply(guide)).toMatchObject({ problems: [] });
    const again = await apply(guide);

    const versions = await database.adminRows(
      `select v.valid_from as "from", v.target, a.code from objective_version v
         left join contract_amendment a on a.client_id = v.client_id and a.id = v.amendment_id
         join objective o on o.client_id = v.client_id and o.id = v.objective_id
        where o.code = 'SL-1' and v.superseded_at is null order by 1`,
    );
    expect(versions).toMatchObject([
      { target: "0.8", code: null },
      { from: "2026-06-11", target: "0.9", code: "A1" },
    ]);
    expect(JSON.stringify(again)).not.toMatch(/"outcome":"(created|changed)"/);
  });

  it("are written back as they were", async () => {
    const files = await exportSetup(wireServices(), database.db, { client: null, now: NOW });
    const written = JSON.stringify(files.flatMap(({ documents }) => documents));

    expect(written).toContain(
      '"code":"A1","title":"Higher service level from June","document":"Amendment 1, § 2","signedOn":"2026-05-20",' +
        '"effectiveFrom":"2026-06-11","rule":"by_volume"',
    );
    expect(written).toContain('"validFrom":"2026-06-11","amendment":"A1"');
    const folder = Object.fromEntries(files.map(({ name, documents }) => [name, yamlText(documents)]));
    expect(JSON.stringify(await apply(folder))).not.toMatch(/"outcome":"(created|changed)"/);
  });
});
