import type { ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { totalmem } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { accountFor } from "./embedded-postgres-account";
import { postgresBinaries } from "./embedded-postgres-binaries";
import { DataFolderInUse, DataFolderNotOurs } from "./embedded-postgres.errors";
import { reachableFolder, sharedFolder } from "./embedded-postgres-folders";
import { createCluster, startServer, stopOrphan, stopServer, type ServerPlace } from "./embedded-postgres-server";
import { lockFolder, type FolderLock } from "./folder-lock";
import type { Log } from "./log";

export interface EmbeddedPostgresOptions {
  readonly folder: string;
  /** `durable` survives a power cut; `disposable` is faster and meant for tests. */
  readonly keeping: "durable" | "disposable";
  /** What to do when another Regia process runs on the folder: refuse, or use its server while it runs. */
  readonly whenInUse?: "refuse" | "join";
  readonly log: Log;
}

export interface EmbeddedPostgres {
  readonly folder: string;
  /** As superuser, for migrations. */
  adminUrl(database?: string): string;
  /** As the role the program runs with, which owns nothing. */
  appUrl(database?: string): string;
  stop(): Promise<void>;
}

export const DATABASE = "regia";
export const APP_LOGIN = "regia";
const DEFAULT_PORT = 54329;

/** Starts a PostgreSQL of our own on a data folder, and mends what a killed process left behind. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const account = accountFor(join(options.folder, "data"));
  const folder = ownFolder(options.folder, () => reachableFolder(options.folder, account));
  if (account && folder.startsWith(sharedFolder()) && !existsSync(join(folder, "data"))) {
    options.log.warn("embedded-postgres.elsewhere", {
      folder,
      because: `${account.name} cannot reach ${options.folder}`,
    });
  }
  const lock = ownFolder(folder, () => lockFolder(folder));
  if ("heldBy" in lock) return useServerOf(lock.heldBy, folder, options);
  const place = { binaries: postgresBinaries(account), folder, account };
  try {
    return await startLocked(place, lock, options);
  } catch (error) {
    await stopServer(place).catch(() => undefined);
    lock.release();
    throw error;
  }
}

async function startLocked(
  place: ServerPlace,
  lock: FolderLock,
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const { log, keeping } = options;
  const { folder } = place;
  if ((await stopOrphan(place)) === "stopped") log.warn("embedded-postgres.recovered", { folder });
  const access = readAccess(folder) ?? newAccess(keeping === "durable" ? DEFAULT_PORT : 0);
  writeAccess(folder, access);
  await createCluster(place, access.superuserPassword, keeping === "durable");
  const server = await startServer(place, access.port, [...COMMON_SETTINGS, ...SETTINGS[keeping]()]);
  access.port = server.port;
  writeAccess(folder, access);
  await ensureLoginAndDatabase(access);
  log.info("embedded-postgres.started", { folder, port: access.port, account: place.account?.name });
  const forget = watch(server.process, () => log.error("embedded-postgres.lost", { folder }));
  return running(folder, access, async () => {
    forget();
    await stopServer(place);
    lock.release();
    log.info("embedded-postgres.stopped", { folder });
  });
}

/** Tells when the server ends by itself; ends it when we end without having stopped it. */
function watch(server: ChildProcess, lost: () => void): () => void {
  const abandon = (): void => void server.kill("SIGINT");
  server.once("exit", lost);
  process.once("exit", abandon);
  return () => void (server.off("exit", lost) && process.off("exit", abandon));
}

/** The one who started the server stops it; a guest sees its connections end then. */
async function useServerOf(
  holder: number,
  folder: string,
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  const access = readAccess(folder);
  if (options.whenInUse !== "join" || !access) throw new DataFolderInUse(folder, holder);
  try {
    await asSuperuser(access, DATABASE, async (client) => void (await client.query("select 1")));
  } catch {
    throw new DataFolderInUse(folder, holder);
  }
  options.log.info("embedded-postgres.joined", { folder, pid: holder });
  return running(folder, access, async () => {});
}

function running(folder: string, access: Access, stop: () => Promise<void>): EmbeddedPostgres {
  let stopped: Promise<void> | undefined;
  return {
    folder,
    adminUrl: (database = DATABASE) => urlOf("postgres", access.superuserPassword, access.port, database),
    appUrl: (database = DATABASE) => urlOf(APP_LOGIN, access.appPassword, access.port, database),
    stop: () => (stopped ??= stop()),
  };
}

/** What one needs to connect; kept beside the data, readable by its owner alone. */
interface Access {
  port: number;
  readonly superuserPassword: string;
  readonly appPassword: string;
}

const accessFile = (folder: string): string => join(folder, "access.json");

const newAccess = (port: number): Access => ({
  port,
  superuserPassword: randomBytes(24).toString("hex"),
  appPassword: randomBytes(24).toString("hex"),
});

const readAccess = (folder: string): Access | null =>
  existsSync(accessFile(folder)) ? (JSON.parse(readFileSync(accessFile(folder), "utf8")) as Access) : null;

const writeAccess = (folder: string, access: Access): void =>
  writeFileSync(accessFile(folder), `${JSON.stringify(access)}\n`, { mode: 0o600 });

const urlOf = (user: string, password: string, port: number, database: string): string =>
  `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;

async function asSuperuser(access: Access, database: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: urlOf("postgres", access.superuserPassword, access.port, database) });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

async function ensureLoginAndDatabase(access: Access): Promise<void> {
  await asSuperuser(access, "postgres", async (client) => {
    const { rows } = await client.query<{ role: boolean; database: boolean }>(
      `select exists (select from pg_roles where rolname = $1) as role,
              exists (select from pg_database where datname = $2) as database`,
      [APP_LOGIN, DATABASE],
    );
    const login = `role ${APP_LOGIN} login nosuperuser nobypassrls nocreatedb nocreaterole password '${access.appPassword}'`;
    await client.query(rows[0]?.role ? login.replace(/^/, "alter ") : `create ${login}`);
    if (!rows[0]?.database) await client.query(`create database ${DATABASE}`);
  });
}

const COMMON_SETTINGS = [
  "listen_addresses=127.0.0.1",
  "unix_socket_directories=",
  "timezone=UTC",
  "log_timezone=UTC",
  "jit=off",
  "random_page_cost=1.1",
  "work_mem=16MB",
  "maintenance_work_mem=128MB",
];

const SETTINGS = {
  durable: () => [
    `shared_buffers=${Math.min(1024, Math.max(128, Math.floor(totalmem() / 2 ** 20 / 8)))}MB`,
    "max_connections=100",
    "max_wal_size=4GB",
    "checkpoint_timeout=15min",
  ],
  disposable: () => [
    "shared_buffers=128MB",
    "max_connections=300",
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "max_wal_size=8GB",
    "checkpoint_timeout=1h",
  ],
};

/** An "access denied" on the folder means that somebody else made it. */
function ownFolder<T>(folder: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (["EACCES", "EPERM"].includes((error as NodeJS.ErrnoException).code ?? ""))
      throw new DataFolderNotOurs(folder, error);
    throw error;
  }
}
