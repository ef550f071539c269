/**
 * Writes what is generated into `schema/`, and the page of the catalogue, to be committed and reviewed, or compares it with what is there.
 *
 *   node dist/scripts/dump-schema.js [--check]
 */
import "reflect-metadata";
import { existsSync, mkdirSync, mkdtempSync, chmodSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { migrations } from "../migrations";
import { APP_LOGIN, startEmbeddedPostgres } from "../src/platform/embedded-postgres";
import { quietLog } from "../src/platform/log";
import { migrate } from "../src/platform/migrate";
import { databaseText } from "./dump-schema/database-text";
import { firstDifference } from "./dump-schema/difference";
import { graphqlText } from "./dump-schema/graphql-text";
import { kpiText } from "./dump-schema/kpi-text";

interface SchemaDocument {
  readonly file: string;
  text(): Promise<string>;
}

const DOCUMENTS: readonly SchemaDocument[] = [
  { file: "schema/schema.graphql", text: () => Promise.resolve(graphqlText()) },
  { file: "schema/database.sql", text: textOfMigratedDatabase },
  { file: "docs/kpis.md", text: () => Promise.resolve(kpiText()) },
];

async function main(check: boolean): Promise<void> {
  for (const { file, text } of DOCUMENTS) {
    const wanted = await text();
    const committed = existsSync(file) ? readFileSync(file, "utf8") : "";
    if (!check) write(file, wanted, committed);
    else if (committed !== wanted) report(file, firstDifference(committed, wanted));
  }
}

function write(file: string, wanted: string, before: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, wanted);
  console.log(`${file}: ${wanted === before ? "unchanged" : "written"}`);
}

function report(file: string, difference: string): void {
  console.log(`${file} is not what the code makes. Run \`npm run schema\` and commit the result.\n${difference}`);
  process.exitCode = 1;
}

/** A server of its own that lasts as long as the reading. */
async function textOfMigratedDatabase(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "regia-schema-"));
  chmodSync(folder, 0o755);
  const server = await startEmbeddedPostgres({ folder: join(folder, "pg"), keeping: "disposable", log: quietLog });
  try {
    await migrate({ url: server.adminUrl(), migrations, appLogin: APP_LOGIN, log: quietLog });
    return await databaseText(server.adminUrl());
  } finally {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

if (require.main === module) {
  main(process.argv.includes("--check")).catch((error: Error) => {
    console.error(error.stack);
    process.exitCode = 1;
  });
}
