import { newId, NIL_ID } from "../shared/ids";
import { createTestDatabase, type TestDatabase } from "../test-support/test-database";
import { rows } from "./database";

let database: TestDatabase;
beforeAll(async () => (database = await createTestDatabase()));
afterAll(() => database.drop());

/** Names that a statement over the catalogue finds fault with. */
const faults = async (sql: string): Promise<string[]> =>
  (await database.adminRows<{ fault: string }>(sql)).map(({ fault }) => fault);

const CLIENT_TABLES = `
  owned as (select c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity from pg_class c
            join pg_attribute a on a.attrelid = c.oid and a.attname = 'client_id' and not a.attisdropped
            where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'tenant')`;

describe("every table with a client_id", () => {
  it("has row level security on, and forced upon its owner, too", async () => {
    const open = await faults(`
      with ${CLIENT_TABLES} select relname as fault from owned where not (relrowsecurity and relforcerowsecurity)`);

    expect(open).toEqual([]);
  });

  it("has a policy for each command, and checks what is written", async () => {
    const missing = await faults(`
      with ${CLIENT_TABLES}
      select relname || ' for ' || command as fault from owned, unnest(array['r', 'a', 'w', 'd']) as command
      where not exists (select from pg_policy p where p.polrelid = owned.oid and p.polcmd in (command::"char", '*')
                          and (command not in ('r', 'w', 'd') or p.polqual is not null)
                          and (command not in ('a', 'w') or p.polwithcheck is not null))`);

    expect(missing).toEqual([]);
  });

  it("begins every primary, unique and foreign key with it", async () => {
    const others = await faults(`
      with ${CLIENT_TABLES}
      select relname || ': ' || k.conname as fault from owned
      join pg_constraint k on k.conrelid = owned.oid and k.contype in ('p', 'u', 'f')
      join pg_attribute a on a.attrelid = owned.oid and a.attnum = k.conkey[1]
      where a.attname <> 'client_id'
        and not (k.contype = 'f' and k.confrelid in (select c.oid from pg_class c where c.oid not in (select oid from owned)))
      union all
      select relname || ': ' || i.indexrelid::regclass from owned
      join pg_index i on i.indrelid = owned.oid and i.indisunique
      join pg_attribute a on a.attrelid = owned.oid and a.attnum = i.indkey[0]
      where a.attname <> 'client_id'`);

    expect(others).toEqual([]);
  });
});

describe("every foreign key", () => {
  it("has an index behind it", async () => {
    const slow = await faults(`
      select k.conrelid::regclass || ': ' || k.conname as fault from pg_constraint k
      where k.contype = 'f' and k.connamespace = 'public'::regnamespace
        and not exists (select from pg_index i where i.indrelid = k.conrelid and i.indpred is null
                          and (string_to_array(i.indkey::text, ' ')::int2[])[1:cardinality(k.conkey)] @> k.conkey)`);

    expect(slow).toEqual([]);
  });
});

describe("the role that the program runs as", () => {
  it("owns nothing and may not pass by row level security", async () => {
    const powers = await faults(`
      select 'owns ' || c.oid::regclass as fault from pg_class c where pg_has_role('regia', c.relowner, 'member')
      union all select 'has ' || rolname from pg_roles
      where pg_has_role('regia', oid, 'member') and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)
      union all select 'may truncate ' || oid::regclass from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'r' and has_table_privilege('regia', oid, 'truncate, trigger, references')`);

    expect(powers).toEqual([]);
  });

  it("cannot change or remove the audit record", async () => {
    const [may] = await database.adminRows<{ may: boolean }>(
      "select has_table_privilege('regia', 'audit_record', 'update, delete, truncate') as may",
    );

    expect(may?.may).toBe(false);
  });

  it("sees and writes the rows of the clients named, and of no other", async () => {
    const [mine, theirs] = [newId(), newId()];
    const names = (tx: Parameters<typeof rows>[0]) =>
      rows<{ name: string }>(tx, "select name from client order by name");
    const insert = "insert into client (client_id, code, name) values ($1, $2, $2)";
    await database.adminRows("insert into tenant (client_id, code) values ($1, 'mine'), ($2, 'theirs')", [
      mine,
      theirs,
    ]);
    await database.asInternal([mine], (tx) => rows(tx, insert, [mine, "mine"]));
    await database.asInternal([theirs], (tx) => rows(tx, insert, [theirs, "theirs"]));

    expect(await database.asClient([mine], names)).toEqual([{ name: "mine" }]);
    expect(await database.asInternal([mine, theirs], names)).toHaveLength(2);
    expect(await database.asInternal([], names)).toEqual([]);
    expect(await database.db.query("select name from client")).toEqual([]);
    await expect(database.asClient([mine], (tx) => rows(tx, insert, [theirs, "forged"]))).rejects.toThrow(
      "row-level security",
    );
    await expect(database.asClient([mine], (tx) => rows(tx, insert, [NIL_ID, "forged"]))).rejects.toThrow(
      "row-level security",
    );
  });
});
