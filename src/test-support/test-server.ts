import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { migrations } from "../../migrations";
import { APP_LOGIN, startEmbeddedPostgres, type EmbeddedPostgres } from "../platform/embedded-postgres";
import { quietLog } from "../platform/log";
import { migrate } from "../platform/migrate";
import { isAlive } from "../platform/running-process";

export const TEMPLATE = "regia_template";

/** What a test file needs to know about the run's server. */
export interface TestServer {
  readonly adminUrl: string;
  readonly appUrl: string;
}

const PREFIX = "regia-test-";
const folderOf = (pid: number): string => join(tmpdir(), `${PREFIX}${pid}`);
const noteOf = (pid: number): string => join(folderOf(pid), "server.json");

/** One server for one run of jest, with a migrated template that test files clone. */
export async function startTestServer(): Promise<() => Promise<void>> {
  await sweepEndedRuns();
  const folder = folderOf(process.pid);
  mkdirSync(folder);
  chmodSync(folder, 0o755);
  const server = await start(folder);
  await makeTemplate(server);
  const note: TestServer = { adminUrl: server.adminUrl("{database}"), appUrl: server.appUrl("{database}") };
  writeFileSync(noteOf(process.pid), JSON.stringify(note), { mode: 0o600 });
  return async () => {
    const kept = await testDatabases(server);
    await server.stop();
    if (kept.length === 0) rmSync(folder, { recursive: true, force: true });
    else console.warn(`Kept until the next run: ${kept.join(", ")}. Look inside with: npm run test:database`);
  };
}

/** Databases of test files that failed; the others were dropped. */
export async function testDatabases(server: EmbeddedPostgres): Promise<string[]> {
  const admin = new Client({ connectionString: server.adminUrl("postgres") });
  await admin.connect();
  try {
    const found = await admin.query<{ name: string }>(
      "select datname as name from pg_database where datname like 'test\\_%' order by oid",
    );
    return found.rows.map(({ name }) => name);
  } finally {
    await admin.end();
  }
}

/** The server of a run that failed, started again; null when there is none. */
export async function reopenTestServer(): Promise<EmbeddedPostgres | null> {
  const [folder] = endedRuns();
  return folder === undefined ? null : start(folder);
}

/** Jest runs test files in children of the process that ran the global set-up, or in that process itself. */
export function currentTestServer(): TestServer {
  const note = [process.pid, process.ppid].map(noteOf).find((file) => existsSync(file));
  if (!note) throw new Error("The test database server is not running: start tests with jest and its globalSetup.");
  return JSON.parse(readFileSync(note, "utf8")) as TestServer;
}

const start = (folder: string): Promise<EmbeddedPostgres> =>
  startEmbeddedPostgres({ folder: join(folder, "postgres"), keeping: "disposable", log: quietLog });

async function makeTemplate(server: EmbeddedPostgres): Promise<void> {
  const admin = new Client({ connectionString: server.adminUrl() });
  await admin.connect();
  try {
    await admin.query(`create database ${TEMPLATE}`);
    await migrate({ url: server.adminUrl(TEMPLATE), migrations, appLogin: APP_LOGIN, log: quietLog });
  } finally {
    await admin.end();
  }
}

/** A run that was killed leaves its server behind: starting on its folder recovers it, stopping ends it. */
async function sweepEndedRuns(): Promise<void> {
  for (const folder of endedRuns()) {
    try {
      if (existsSync(join(folder, "postgres", "data", "postmaster.pid"))) await (await start(folder)).stop();
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Another run sweeps it just now, or it belongs to somebody else.
    }
  }
}

/** Folders of runs whose process is no more. */
function endedRuns(): string[] {
  const runs = readdirSync(tmpdir()).map((name) => ({
    name,
    pid: Number(new RegExp(`^${PREFIX}(\\d+)$`).exec(name)?.[1]),
  }));
  const ended = runs.filter(({ pid }) => pid && (pid === process.pid || !isAlive(pid)));
  return ended.map(({ name }) => join(tmpdir(), name));
}
