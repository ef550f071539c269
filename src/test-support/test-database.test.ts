import { createTestDatabase, type TestDatabase } from "./test-database";

describe("the test database", () => {
  let database: TestDatabase;
  beforeAll(async () => (database = await createTestDatabase()));
  afterAll(() => database.drop());

  it("is a migrated clone, opened as the role that owns nothing", async () => {
    const [who] = await database.db.query("select current_user as role, current_database() as name");

    const tables = await database.db.query("select count(*) as n from pg_tables where schemaname = 'public'");

    expect(who).toEqual({ role: "regia", name: database.name });
    expect(tables[0].n).toBeGreaterThan(20);
  });
});
