import { Client } from "pg";
import { quietLog, type Log } from "../platform/log";
import { migrateQueue } from "../platform/queue-schema";
import { isRedisInstalled, startRedisServer } from "./redis-server";
import { createTestDatabase, type TestDatabase } from "./test-database";

/** A server that holds queues, for one test file. */
export interface QueueServer {
  readonly url: string;
  readonly databaseUrl: string;
  readonly database: TestDatabase;
  /** A queue that no other test of the file has used. */
  nextPlace(): QueuePlaceForTests;
  stop(): Promise<void>;
}

export interface QueuePlaceForTests {
  readonly url: string;
  readonly name: string;
  readonly log: Log;
}

/** Made beforehand, as the running role may make no sequences. */
const QUEUES = Array.from({ length: 20 }, (_, index) => `queue-${index}`);

async function onPostgres(): Promise<QueueServer> {
  const database = await createTestDatabase();
  const owner = new Client({ connectionString: database.adminUrl });
  await owner.connect();
  await migrateQueue(owner, undefined, QUEUES);
  await owner.end();
  return serverOn(database.appUrl, database, () => database.drop());
}

async function onRedis(): Promise<QueueServer> {
  const [redis, database] = await Promise.all([startRedisServer(), createTestDatabase()]);
  return serverOn(redis.url, database, async () => void (await Promise.all([redis.stop(), database.drop()])));
}

function serverOn(url: string, database: TestDatabase, stop: () => Promise<void>): QueueServer {
  const unused = [...QUEUES];
  const nextPlace = (): QueuePlaceForTests => {
    const name = unused.shift();
    if (!name) throw new Error("No unused queue is left for this test file.");
    return { url, name, log: quietLog };
  };
  return { url, databaseUrl: database.appUrl, database, nextPlace, stop };
}

/** The same promises hold on each of these. Where there is no Redis, its half is skipped, and says so. */
export function describeOnEachQueueServer(promises: (start: () => Promise<QueueServer>) => void): void {
  describe("on PostgreSQL", () => promises(onPostgres));
  const hasRedis = isRedisInstalled();
  if (!hasRedis) process.stderr.write("SKIPPED: the queue on Redis is not tested, as redis-server is not installed.\n");
  (hasRedis ? describe : describe.skip)("on Redis", () => promises(onRedis));
}
