import { createPostgresBackend, createRedisBackend, type BackendFactory, type IQueueBackend } from "bullmq";
import { QUEUE_NAME, QUEUE_SCHEMA } from "./queue-schema";

/** Which queue, and on which server: `postgres://…` or `redis://…`. */
export interface QueuePlace {
  readonly url: string;
  /** Other names are for tests that share a server. */
  readonly name?: string;
}

export const queueName = (place: QueuePlace): string => place.name ?? QUEUE_NAME;

export const isRedis = (place: QueuePlace): boolean => /^rediss?:/.test(place.url);

/** The server without its password, for messages. */
export function shownPlace(place: QueuePlace): string {
  const { protocol, host, pathname } = new URL(place.url);
  return `${protocol}//${host}${pathname}`;
}

/**
 * What BullMQ connects with. On PostgreSQL each queue or worker has a pool of its own, apart from the application's,
 * so that neither can starve the other; BullMQ sets its search path and keeps one more connection to LISTEN on.
 */
export function connectionOf(place: QueuePlace, poolSize: number): object {
  if (isRedis(place)) return { url: place.url };
  return { connectionString: place.url, schema: QUEUE_SCHEMA, max: poolSize, application_name: "regia queue" };
}

export const backendOf = (place: QueuePlace): BackendFactory =>
  (isRedis(place) ? createRedisBackend : createPostgresBackend) as unknown as BackendFactory;

/** Longest time a worker waits for a job before it asks again: a lost wake-up costs seconds, not BullMQ's hour. */
const LONGEST_WAIT_SECONDS = 10;

/** The backend of a worker, which tells of every answered question for a job, also when there was none. */
export const watchedBackendOf =
  (place: QueuePlace, onClaim: () => void): BackendFactory =>
  (...args) => {
    const backend = backendOf(place)(...args);
    for (const method of ["moveToActive", "moveToCompleted", "moveToFailed"] as const)
      tellAfter(backend, method, onClaim);
    Object.defineProperty(backend, "maximumBlockTimeout", { get: () => LONGEST_WAIT_SECONDS });
    return backend;
  };

function tellAfter(
  backend: IQueueBackend,
  method: "moveToActive" | "moveToCompleted" | "moveToFailed",
  tell: () => void,
) {
  const direct = (backend[method] as (...args: unknown[]) => Promise<unknown>).bind(backend);
  Object.assign(backend, {
    [method]: async (...args: unknown[]) => {
      const answer = await direct(...args);
      tell();
      return answer;
    },
  });
}
