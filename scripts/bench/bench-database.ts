import { rmSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import type { DataSource } from "typeorm";
import { migrations } from "../../migrations";
import { entities } from "../../src/main/data-source";
import { openDatabase } from "../../src/platform/database";
import { APP_LOGIN, startEmbeddedPostgres } from "../../src/platform/embedded-postgres";
import { quietLog } from "../../src/platform/log";
import { migrate } from "../../src/platform/migrate";

export interface BenchDatabase {
  readonly name: string;
  /** As superuser: for baselines and for looking behind the scenes. */
  readonly adminUrl: string;
  /** As the role the program runs with. */
  readonly appUrl: string;
  /** Connected as the role the program runs with. */
  readonly db: DataSource;
}

/** One server for one run of the bench, with production's settings. What a killed run left behind is used again. */
export interface BenchServer {
  newDatabase(name: string): Promise<BenchDatabase>;
  /** Ends the server and throws its data away. */
  stop(): Promise<void>;
}

export async function startBenchServer(folder: string): Promise<BenchServer> {
  const server = await startEmbeddedPostgres({ folder: join(folder, "postgres"), keeping: "durable", log: quietLog });
  const opened: DataSource[] = [];
  return {
    newDatabase: async (name) => {
      await runSql(server.adminUrl("postgres"), `drop database if exists ${name} with (force)`);
      await runSql(server.adminUrl("postgres"), `create database ${name}`);
      const [adminUrl, appUrl] = [server.adminUrl(name), server.appUrl(name)];
      await migrate({ url: adminUrl, migrations, appLogin: APP_LOGIN, log: quietLog });
      const db = await openDatabase({ url: appUrl, entities, applicationName: `bench-${name}` });
      opened.push(db);
      return { name, adminUrl, appUrl, db };
    },
    stop: async () => {
      for (const db of opened) if (db.isInitialized) await db.destroy();
      await server.stop();
      rmSync(server.folder, { recursive: true, force: true });
    },
  };
}

async function runSql(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
