import { runMigrations } from "bullmq";
import type { ClientBase } from "pg";

export const QUEUE_NAME = "regia";

/** Where the queue's tables and functions live when the queue is on PostgreSQL. */
export const QUEUE_SCHEMA = "bullmq";

/** Serialises the grants: two GRANTs at once on one object fail with "tuple concurrently updated". */
const GRANTS_LOCK = 7_310_442_001;

/**
 * Brings the queue's schema up to date and lets `role`, which owns nothing, use it. Runs as the owner, before any
 * worker starts; safe to repeat. Give it a session of its own that is in no transaction.
 */
export async function migrateQueue(
  client: ClientBase,
  role = "regia_app",
  queues: readonly string[] = [QUEUE_NAME],
): Promise<void> {
  await runMigrations(client, QUEUE_SCHEMA);
  await client.query("begin");
  try {
    await client.query("select pg_advisory_xact_lock($1)", [GRANTS_LOCK]);
    // Makes the sequence that numbers the queue's jobs: at the first job it would be the role's, which may make none.
    for (const queue of queues) await client.query(`select ${QUEUE_SCHEMA}.next_job_id($1)`, [queue]);
    await client.query(grantsTo(client.escapeIdentifier(role)));
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}

/** Jobs come and go, so the job table is vacuumed after little change. */
const grantsTo = (role: string): string => `
  grant usage on schema ${QUEUE_SCHEMA} to ${role};
  grant select, insert, update, delete on all tables in schema ${QUEUE_SCHEMA} to ${role};
  grant usage, select, update on all sequences in schema ${QUEUE_SCHEMA} to ${role};
  grant execute on all functions in schema ${QUEUE_SCHEMA} to ${role};
  alter table ${QUEUE_SCHEMA}.job set (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 1000);
`;
