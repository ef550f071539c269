import type { TestDatabase } from "./test-database";

/** Of everything that is stored of a client, and of its people: another whenever a row is. */
export async function hashOfRows(database: TestDatabase, tables: readonly string[], clientId: string): Promise<string> {
  const each = tables.map((table) => hashOf(table, "t.client_id = $1"));
  const people = hashOf("person", "t.id in (select person_id from position where client_id = $1)");
  const [found] = await database.adminRows<{ hash: string }>(
    `select md5(string_agg(hash, '/')) as hash from (${[...each, people].join(" union all ")}) as tables`,
    [clientId],
  );
  return found!.hash;
}

const hashOf = (table: string, where: string): string =>
  `select coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as hash from ${table} t where ${where}`;
