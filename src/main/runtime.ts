import type { DataSource } from "typeorm";
import { migrations } from "../../migrations";
import type { Config } from "../platform/config";
import { explained } from "../platform/database.errors";
import { openDatabase } from "../platform/database";
import { APP_LOGIN, startEmbeddedPostgres } from "../platform/embedded-postgres";
import type { Log } from "../platform/log";
import { assertMigrated, migrate } from "../platform/migrate";
import { assertSafeRole } from "../platform/safe-role";
import { join } from "node:path";
import { entities } from "./data-source";
import { stack, type Stack } from "./stack";

/** What every process and command needs, and the one way to end it. */
export interface Runtime {
  readonly db: DataSource;
  readonly config: Config;
  readonly log: Log;
  /** The address behind `db`, for the queue and for worker processes. */
  readonly databaseUrl: string;
  /** Something to end before what was opened earlier. */
  onClose(name: string, end: () => Promise<void>): void;
  /** Ends everything, last opened first. Safe to call twice. */
  close(): Promise<void>;
}

export interface RuntimeOptions {
  readonly log: Log;
  /** For short commands: work beside a `regia serve` that runs on the same data folder, instead of refusing. */
  readonly joinRunning?: boolean;
}

export async function openRuntime(config: Config, options: RuntimeOptions): Promise<Runtime> {
  const open = stack(options.log);
  try {
    const databaseUrl = config.databaseUrl ?? (await openEmbedded(config, options, open));
    const db = await connect(config, databaseUrl);
    open.add("database", () => db.destroy());
    await assertSafeRole(db);
    await assertMigrated(db, migrations);
    return { db, config, log: options.log, databaseUrl, onClose: open.add, close: open.close };
  } catch (error) {
    await open.close();
    throw error;
  }
}

/** Starts, or joins, the embedded PostgreSQL and brings its schema up to date. */
async function openEmbedded(config: Config, options: RuntimeOptions, open: Stack): Promise<string> {
  const server = await startEmbeddedPostgres({
    folder: join(config.dataFolder, "postgres"),
    keeping: "durable",
    whenInUse: options.joinRunning ? "join" : "refuse",
    log: options.log,
  });
  open.add("embedded-postgres", () => server.stop());
  await migrate({ url: server.adminUrl(), migrations, appLogin: APP_LOGIN, log: options.log });
  return server.appUrl();
}

async function connect(config: Config, url: string): Promise<DataSource> {
  try {
    return await openDatabase({ url, entities, poolSize: config.databasePoolSize });
  } catch (error) {
    throw explained(error, url);
  }
}
