import { createTestDatabase, type TestDatabase } from "../test-support/test-database";

let database: TestDatabase;
beforeAll(async () => (database = await createTestDatabase()));
afterAll(() => database.drop());

interface ColumnRow {
  table: string;
  name: string;
  type: string;
  nullable: boolean;
  key: number | null;
}

/** `table.column type` for each column; the primary key's columns with their place in it. */
const inDatabase = async (): Promise<string[]> => {
  const columns = await database.adminRows<ColumnRow>(COLUMNS);
  return columns.map((one) => line(one.table, one.name, one.type, one.nullable, one.key));
};

const inEntities = (): string[] =>
  database.db.entityMetadatas
    .flatMap(({ tableName, columns, primaryColumns }) =>
      columns.map((column) => {
        const type = database.db.driver.normalizeType(column) + (column.isArray ? "[]" : "");
        const key = primaryColumns.indexOf(column);
        return line(tableName, column.databaseName, type, column.isNullable, key < 0 ? null : key + 1);
      }),
    )
    .sort();

const line = (table: string, name: string, type: string, nullable: boolean, key: number | null): string =>
  `${table}.${name} ${type}${nullable ? " null" : ""}${key === null ? "" : " key"}`;

const COLUMNS = `
  select c.relname as "table", a.attname as name, format_type(a.atttypid, null) as type, not a.attnotnull as nullable,
         array_position(k.conkey, a.attnum) as key
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  left join pg_constraint k on k.conrelid = c.oid and k.contype = 'p'
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'migration'`;

describe("entities and tables", () => {
  it("agree on every table, column, type, null and key", async () => {
    const tables = (await inDatabase()).sort();

    expect(inEntities()).toEqual(tables);
  });
});
