import Redis from "ioredis";
import { Client } from "pg";
import { QueueUnreachable } from "./job.errors";
import { isRedis, shownPlace, type QueuePlace } from "./queue-backend";

/**
 * Waits until the queue's server answers. A BullMQ queue or worker made while PostgreSQL is down never recovers (it
 * keeps the first failure for good), so none is made before this returns.
 */
export async function waitForQueueServer(place: QueuePlace, patienceMs: number): Promise<void> {
  const until = Date.now() + patienceMs;
  for (let pause = 100; ; pause = Math.min(pause * 2, 2_000)) {
    try {
      return await (isRedis(place) ? pingRedis(place.url) : selectOne(place.url));
    } catch (error) {
      if (Date.now() + pause >= until) throw new QueueUnreachable(shownPlace(place), error);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

const TRY_MS = 5_000;

async function selectOne(url: string): Promise<void> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: TRY_MS,
    query_timeout: TRY_MS,
    application_name: "regia queue check",
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("select 1");
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function pingRedis(url: string): Promise<void> {
  const client = new Redis(url, {
    lazyConnect: true,
    connectTimeout: TRY_MS,
    commandTimeout: TRY_MS,
    disconnectTimeout: 50,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  let cause: unknown;
  client.on("error", (error) => (cause = error));
  try {
    await client.connect();
    await client.ping();
  } catch (error) {
    throw cause ?? error;
  } finally {
    client.disconnect();
  }
}
