import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { Client } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { anIngestBench, type IngestBench } from "../../src/facts/ingest.builder";
import type { BenchDatabase } from "./bench-database";
import { CONTACT_COLUMNS } from "./contact-file";

/** Codes that the files of the bench use. */
export const SERVICE = "VOICE";
export const CHANNEL = "phone";
export const PEOPLE = Array.from({ length: 40 }, (_, i) => `agent-${i + 1}`);

/** A client to take files in for. */
export const openIngest = (database: BenchDatabase): Promise<IngestBench> =>
  anIngestBench({ db: database.db, clock: () => new Date(), people: PEOPLE });

export async function withAdmin<T>(database: BenchDatabase, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: database.adminUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * A table of the shape of `contact`, with the same indexes, but no row level security, no checks and no foreign keys.
 * Service and person are kept as the file has them; what the file does not have gets a constant.
 */
export async function makeBareTable(client: Client): Promise<void> {
  await client.query(`
    create table bare (like contact);
    alter table bare alter service_id type text, alter person_id type text,
      alter client_id set default '019f0000-0000-7000-8000-000000000000', alter source set default 'regia',
      alter offered_day set default '2026-05-01', alter answered_day set default '2026-05-01',
      alter ended_day set default '2026-05-01', alter content_hash set default '019f0000-0000-7000-8000-000000000000',
      alter import_id set default '019f0000-0000-7000-8000-000000000000', alter ingested_at set default now()`);
  const indexes = await client.query<{ indexdef: string }>(
    "select indexdef from pg_indexes where schemaname = 'public' and tablename = 'contact'",
  );
  for (const { indexdef } of indexes.rows) {
    await client.query(indexdef.replace(/INDEX \w+ ON public\.contact/, "INDEX ON bare"));
  }
}

/** The columns of the table in the order of the file's. */
const COPIED = CONTACT_COLUMNS.map((name) => (name === "service" || name === "person" ? `${name}_id` : name)).join(
  ", ",
);

export async function bareCopy(client: Client, path: string): Promise<void> {
  const copy = client.query(copyFrom(`copy bare (${COPIED}) from stdin (format csv, header)`));
  await pipeline(createReadStream(path, { highWaterMark: CHUNK_BYTES }), copy);
}

export const CHUNK_BYTES = 256 * 1024;
