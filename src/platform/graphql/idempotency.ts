import { contentHash, type Json } from "../../shared/canonical-hash";
import { DomainError } from "../../shared/errors";
import { rows, type Tx } from "../database";

/** One asking of a mutation. Without a key nothing is remembered. */
export interface Request {
  readonly actor: string;
  readonly operation: string;
  readonly key: string | null;
  readonly asked: object;
}

export class IdempotencyKeyReused extends DomainError {
  readonly code = "IDEMPOTENCY_KEY_REUSED";
  constructor(key: string) {
    super(`The idempotency key "${key}" was used before for another request.`, {
      path: ["idempotencyKey"],
      remedy: "Use a new key for each new request, and the old one only to repeat the same request.",
    });
  }
}

/** The answer of an earlier, equal request. Waits for one that is still running with the same key. */
export async function answeredBefore<P>(tx: Tx, request: Request): Promise<P | null> {
  if (request.key === null) return null;
  const name = `${request.actor}/${request.operation}/${request.key}`;
  await rows(tx, "select pg_advisory_xact_lock(hashtextextended($1, 7))", [name]);
  const [known] = await rows<{ hash: string; response: string }>(
    tx,
    `select request_hash as hash, response::text as response from idempotency_key
      where actor = $1 and operation = $2 and key = $3`,
    [request.actor, request.operation, request.key],
  );
  if (!known) return null;
  if (known.hash !== hashOf(request)) throw new IdempotencyKeyReused(request.key);
  return JSON.parse(known.response, revive) as P;
}

export async function rememberAnswer(tx: Tx, request: Request, answer: object, now: Date): Promise<void> {
  if (request.key === null) return;
  await rows(
    tx,
    `insert into idempotency_key (actor, operation, key, request_hash, response, created_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [request.actor, request.operation, request.key, hashOf(request), written(answer), now],
  );
}

/** Input objects are class instances with dates in them: by way of JSON they are plain. */
const hashOf = (request: Request): string => contentHash(JSON.parse(JSON.stringify(request.asked)) as Json);

/** Answers keep their instants: `{"$instant": "…"}` where a row holds a Date. */
const written = (answer: object): string =>
  JSON.stringify(answer, function (this: Record<string, unknown>, key, value: unknown) {
    const raw = this[key];
    return raw instanceof Date ? { $instant: raw.toISOString() } : value;
  });

const revive = (_key: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && "$instant" in value && typeof value.$instant === "string"
    ? new Date(value.$instant)
    : value;
