import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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
  await sweepKilledRuns();
  const folder = folderOf(process.pid);
  mkdirSync(folder, { mode: 0o755 });
  const server = await start(folder);
  await makeTemplate(server);
  const note: TestServer = { adminUrl: server.adminUrl("{database}"), appUrl: server.appUrl("{database}") };
  writeFileSync(noteOf(process.pid), JSON.stringify(note), { mode: 0o600 });
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
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
async function sweepKilledRuns(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = new RegExp(`^${PREFIX}(\\d+)$`).exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) await sweep(join(tmpdir(), name));
  }
}

async function sweep(folder: string): Promise<void> {
  try {
    if (existsSync(join(folder, "postgres", "data"))) await (await start(folder)).stop();
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // Another run sweeps it just now, or it belongs to somebody else.
  }
}
