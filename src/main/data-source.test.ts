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

/** `table.column type null key` for each column. */
const inDatabase = async (): Promise<string[]> => (await database.adminRows<ColumnRow>(COLUMNS)).map(line);

const inEntities = (): string[] =>
  database.db.entityMetadatas.flatMap(({ tableName, columns, primaryColumns }) =>
    columns.map((column) =>
      line({
        table: tableName,
        name: column.databaseName,
        type: database.db.driver.normalizeType(column) + (column.isArray ? "[]" : ""),
        nullable: column.isNullable,
        key: primaryColumns.indexOf(column) + 1 || null,
      }),
    ),
  );

const line = ({ table, name, type, nullable, key }: ColumnRow): string =>
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
    const tables = await inDatabase();

    expect(inEntities().sort()).toEqual(tables.sort());
  });
});
