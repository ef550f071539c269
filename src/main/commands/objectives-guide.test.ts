import { readFileSync, rmSync } from "node:fs";
import { parse } from "yaml";
import { sampleSetup, setupFolder } from "../../setup/sample-setup.builder";
import { yamlText } from "../../setup/setup-document";
import { readSetup } from "../../setup/setup-files";
import { createTestDatabase, type TestDatabase } from "../../test-support/test-database";
import { wireServices } from "../services";
import { applySetup } from "./apply.command";

const now = new Date("2026-02-01T10:00:00Z");

/** The composite comes first: its parts are found wherever they stand. */
const documents = [...readFileSync("docs/objectives.md", "utf8").matchAll(/```yaml\n(kind: [\s\S]*?)```/g)]
  .map(([, text]) => text!)
  .reverse();

const changed = ({ changes }: { readonly changes: readonly { readonly key: string; readonly outcome: string }[] }) =>
  changes.filter(({ outcome }) => outcome !== "unchanged").map(({ key }) => key);

describe("the objectives that the guide shows", () => {
  const services = wireServices();
  const folders: string[] = [];
  let database: TestDatabase;
  beforeAll(async () => (database = await createTestDatabase()));
  afterAll(() => database.drop());
  afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

  const apply = (files: Readonly<Record<string, string>>) => {
    const folder = setupFolder(files);
    folders.push(folder);
    return applySetup(services, database.db, { setup: readSetup(folder), now });
  };

  it("can be applied on top of the sample, and are exported as they were written", async () => {
    const [sample] = [await apply(sampleSetup())];
    const codes = documents.map((text) => (parse(text) as { code: string }).code).sort();

    const report = await apply({ "objectives.yaml": documents.join("---\n") });
    const again = await apply({ "objectives.yaml": documents.join("---\n") });

    expect(sample.problems).toEqual([]);
    expect(report.problems).toEqual([]);
    expect(report.changes.map(({ key }) => key.split("/").at(-1)).sort()).toEqual(codes);
    expect(changed(again)).toEqual([]);
  });

  it("come out of an export as a setup that changes nothing", async () => {
    const context = { actor: "test", now, requestId: null, clientIds: await clientIds(), internal: true };
    const files = await database.asInternal(context.clientIds, (tx) => services.exports.files(tx, context, null));
    const [file] = files.filter(({ documents: all }) => all.some(({ kind }) => kind === "Contract"));

    const report = await apply(Object.fromEntries(files.map((one) => [one.name, yamlText(one.documents)])));

    expect(file).toBeDefined();
    expect(report.problems).toEqual([]);
    expect(changed(report)).toEqual([]);
  });

  const clientIds = async (): Promise<string[]> =>
    (await database.adminRows<{ client_id: string }>("select client_id from client")).map((one) => one.client_id);
});
