import { Client } from "pg";
import { migrations } from "../../migrations";
import { currentTestServer } from "../test-support/test-server";
import { openDatabase } from "./database";
import { DatabaseUnreachable } from "./database.errors";
import { quietLog } from "./log";
import { assertMigrated, migrate, MigrationsPending, NoLoginRole } from "./migrate";
import { assertSafeRole } from "./safe-role";

const server = currentTestServer();
const NAMES = ["migrate_a", "migrate_b"];
const LOGINS = ["migrate_login", "migrate_owner", "migrate_bypass"];

const admin = (database: string): string => server.adminUrl.replace("{database}", database);

async function run(url: string, ...statements: string[]): Promise<object[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    let rows: object[] = [];
    for (const sql of statements) rows = (await client.query<object>(sql)).rows;
    return rows;
  } finally {
    await client.end();
  }
}

const removeAll = async (): Promise<void> => {
  await run(admin("postgres"), ...NAMES.map((name) => `drop database if exists ${name} with (force)`));
  await run(admin("postgres"), ...LOGINS.map((name) => `drop role if exists ${name}`));
};
beforeEach(async () => {
  await removeAll();
  await run(admin("postgres"), ...NAMES.map((name) => `create database ${name}`));
});
afterAll(removeAll);

/** An open connection as a login of the first database. */
async function opened<T>(
  login: string,
  work: (db: Awaited<ReturnType<typeof openDatabase>>) => Promise<T>,
): Promise<T> {
  const url = new URL(admin("migrate_a"));
  if (login) [url.username, url.password] = [login, "secret"];
  const db = await openDatabase({ url: url.toString(), entities: [], poolSize: 1 });
  try {
    return await work(db);
  } finally {
    await db.destroy();
  }
}

const migrateA = (more: { appLogin?: string; appPassword?: string } = {}): Promise<string[]> =>
  migrate({ url: admin("migrate_a"), migrations, appLogin: "regia", log: quietLog, ...more });

describe("migrate", () => {
  it("takes every step once, however many processes start at the same time", async () => {
    const [first, second, third] = await Promise.all([migrateA(), migrateA(), migrateA()]);

    const steps = [...first, ...second, ...third];
    expect(steps).toHaveLength(migrations.length);
    expect(new Set(steps).size).toBe(migrations.length);
    expect(await migrateA()).toEqual([]);
  });

  it("makes the login that the program runs as, when its password is known", async () => {
    await migrateA({ appLogin: "migrate_login", appPassword: "secret" });

    await opened("migrate_login", async (db) => {
      await assertSafeRole(db);
      await assertMigrated(db, migrations);
      expect(await db.query("select count(*) as n from bullmq.job")).toEqual([{ n: 0 }]);
      await expect(db.query("create table mine (n int)")).rejects.toThrow("permission denied");
    });
  });

  it("says so when there is no such login", async () => {
    await expect(migrateA({ appLogin: "migrate_login" })).rejects.toThrow(NoLoginRole);
  });

  it("says so when the server cannot be reached or refuses", async () => {
    const refused = admin("migrate_a").replace(/:[0-9a-f]+@/, ":wrong@");

    await expect(migrate({ url: refused, migrations, appLogin: "regia", log: quietLog })).rejects.toThrow(
      DatabaseUnreachable,
    );
    await expect(migrate({ url: refused, migrations, appLogin: "regia", log: quietLog })).rejects.not.toThrow("wrong@");
  });
});

describe("the program", () => {
  it("refuses a database that lacks steps, and names them", async () => {
    await opened("", async (db) => {
      await expect(assertMigrated(db, migrations)).rejects.toThrow(MigrationsPending);
    });
  });

  it("refuses to run as a superuser, as one that may bypass row level security, or as an owner", async () => {
    await migrateA();
    await run(
      admin("migrate_a"),
      "create role migrate_bypass login password 'secret' bypassrls",
      "create role migrate_owner login password 'secret' in role regia_app",
      "alter table calendar owner to migrate_owner",
    );

    await opened("", (db) => expect(assertSafeRole(db)).rejects.toThrow("it is a superuser"));
    await opened("migrate_bypass", (db) => expect(assertSafeRole(db)).rejects.toThrow("may bypass row level security"));
    await opened("migrate_owner", (db) => expect(assertSafeRole(db)).rejects.toThrow("it owns the table calendar"));
  });
});
