import { Client, type ClientBase } from "pg";
import { DataSource, type MigrationInterface } from "typeorm";
import { DomainError } from "../shared/errors";
import { explained } from "./database.errors";
import type { Log } from "./log";
import { migrateQueue } from "./queue-schema";

export type MigrationClass = new () => MigrationInterface;

export interface MigrateOptions {
  /** As the owner of the schema. */
  readonly url: string;
  readonly migrations: readonly MigrationClass[];
  /** A login role that becomes able to run the program. */
  readonly appLogin: string;
  /** With it, the login role is made when there is none. */
  readonly appPassword?: string;
  readonly log: Log;
}

/** The group role that holds every right the running program needs, and owns nothing. */
export const APP_ROLE = "regia_app";
const MIGRATION_TABLE = "migration";
/** The same in every process, so that of several starting at once one migrates and the others wait. */
const MIGRATION_LOCK = 7_310_442_000;

/** Brings schema and queue up to date; safe to repeat and to run from several processes at once. Returns the names of the steps taken. */
export async function migrate(options: MigrateOptions): Promise<string[]> {
  const client = new Client({ connectionString: options.url, application_name: "regia-migrate" });
  try {
    await client.connect();
  } catch (error) {
    throw explained(error, options.url);
  }
  try {
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    const steps = await runMigrations(options);
    await client.query(`grant select on ${MIGRATION_TABLE} to ${APP_ROLE}`);
    await migrateQueue(client, APP_ROLE);
    await ensureAppLogin(client, options);
    if (steps.length > 0) options.log.info("migrate.done", { steps: steps.length });
    return steps;
  } finally {
    await client.end();
  }
}

/** Each step in a transaction of its own. */
async function runMigrations(options: MigrateOptions): Promise<string[]> {
  const source = new DataSource({
    type: "postgres",
    url: options.url,
    migrations: [...options.migrations],
    migrationsTableName: MIGRATION_TABLE,
    migrationsTransactionMode: "each",
    installExtensions: false,
    poolSize: 1,
  });
  await source.initialize();
  try {
    const done = await source.runMigrations();
    return done.map((one) => one.name);
  } finally {
    await source.destroy();
  }
}

async function ensureAppLogin(client: ClientBase, { appLogin, appPassword }: MigrateOptions): Promise<void> {
  const found = await client.query<{ member: boolean }>(
    `select exists (select from pg_auth_members m where m.member = r.oid and m.roleid = $2::regrole) as member
     from pg_roles r where rolname = $1`,
    [appLogin, APP_ROLE],
  );
  const login = client.escapeIdentifier(appLogin);
  if (!found.rows[0]) {
    if (!appPassword) throw new NoLoginRole(appLogin);
    await client.query(`create role ${login} login password ${client.escapeLiteral(appPassword)}`);
  }
  if (!found.rows[0]?.member) await client.query(`grant ${APP_ROLE} to ${login}`);
}

export class NoLoginRole extends DomainError {
  readonly code = "NO_LOGIN_ROLE";
  constructor(login: string) {
    super(`The database has no role "${login}" for the program to run as.`, {
      remedy: `Put its password into DATABASE_URL, or create it: create role "${login}" login password '…';`,
    });
  }
}

export class MigrationsPending extends DomainError {
  readonly code = "MIGRATIONS_PENDING";
  constructor(names: readonly string[]) {
    super(`The database lacks ${names.length} schema step(s): ${names.join(", ")}.`, {
      remedy: "Run `regia migrate` with MIGRATION_DATABASE_URL set to the owner of the schema.",
    });
  }
}

/** Refuses a database that is older than the program. */
export async function assertMigrated(db: DataSource, migrations: readonly MigrationClass[]): Promise<void> {
  const wanted = migrations.map((one) => new one().name ?? one.name);
  const [{ there }] = await db.query<[{ there: boolean }]>("select to_regclass($1) is not null as there", [
    MIGRATION_TABLE,
  ]);
  const done = there ? await db.query<{ name: string }[]>(`select name from ${MIGRATION_TABLE}`) : [];
  const missing = wanted.filter((name) => !done.some((one) => one.name === name));
  if (missing.length > 0) throw new MigrationsPending(missing);
}
