import { randomBytes } from "node:crypto";
import { Client } from "pg";
import type { DataSource } from "typeorm";
import { entities } from "../main/data-source";
import { inTransaction, openDatabase, type Tx } from "../platform/database";
import { aTestFailed } from "./failed-tests";
import { currentTestServer, TEMPLATE } from "./test-server";

/** A database of its own for one test file, cloned from the migrated template. */
export interface TestDatabase {
  readonly name: string;
  /** Superuser: sees everything; for preparing and for looking behind the scenes. */
  readonly adminUrl: string;
  /** The role the program runs as. */
  readonly appUrl: string;
  /** Connected as the role the program runs as. */
  readonly db: DataSource;
  /** One transaction as our own people and workers, who see these clients. */
  asInternal<T>(clientIds: readonly string[], work: (tx: Tx) => Promise<T>): Promise<T>;
  /** One transaction as a person or system of these clients. */
  asClient<T>(clientIds: readonly string[], work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Rows of a statement run as superuser, past row level security. */
  adminRows<R extends object>(sql: string, params?: unknown[]): Promise<R[]>;
  /** Several statements with the same values as superuser, in one transaction: each `adminRows` is a connection of its own. */
  adminWork(statements: readonly string[], params?: readonly unknown[]): Promise<void>;
  drop(): Promise<void>;
}

/**
 * ```ts
 * let database: TestDatabase;
 * beforeAll(async () => (database = await createTestDatabase()));
 * afterAll(() => database.drop());
 * ```
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = currentTestServer();
  const name = `test_${randomBytes(5).toString("hex")}`;
  const [adminUrl, appUrl] = [server.adminUrl, server.appUrl].map((url) => url.replace("{database}", name)) as [
    string,
    string,
  ];
  await onAdmin(server.adminUrl.replace("{database}", "postgres"), (client) =>
    client.query(`create database ${name} template ${TEMPLATE} strategy file_copy`),
  );
  const db = await openDatabase({ url: appUrl, entities, applicationName: name });
  return {
    name,
    adminUrl,
    appUrl,
    db,
    asInternal: (clientIds, work) => inTransaction(db, { clientIds, internal: true }, work),
    asClient: (clientIds, work) => inTransaction(db, { clientIds, internal: false }, work),
    adminRows: async <R extends object>(sql: string, params: unknown[] = []) =>
      onAdmin(adminUrl, async (client) => (await client.query<R>(sql, params)).rows),
    adminWork: (statements, params = []) => onAdmin(adminUrl, (client) => inOrder(client, statements, params)),
    drop: () => drop(server.adminUrl.replace("{database}", "postgres"), name, db),
  };
}

/** The database of a file in which a test failed is kept, to look inside. */
async function drop(url: string, name: string, db: DataSource): Promise<void> {
  if (db.isInitialized) await db.destroy();
  if (aTestFailed()) return void process.stderr.write(`The database of the file with failed tests is kept: ${name}\n`);
  await onAdmin(url, (client) => client.query(`drop database if exists ${name} with (force)`));
}

async function inOrder(client: Client, statements: readonly string[], params: readonly unknown[]): Promise<void> {
  await client.query("begin");
  for (const sql of statements) await client.query(sql, [...params]);
  await client.query("commit");
}

async function onAdmin<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
