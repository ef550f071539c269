import { setTimeout as pause } from "node:timers/promises";

/** Serialisation failure and deadlock: nothing happened, and the same transaction may succeed a moment later. */
const PASSING = new Set(["40001", "40P01"]);
const ATTEMPTS = 8;

/** Runs a transaction again when the database gave it up in favour of another. */
export async function retrying<T>(transaction: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transaction();
    } catch (error) {
      if (attempt === ATTEMPTS || !PASSING.has(sqlStateOf(error))) throw error;
      await pause(10 * 2 ** attempt * (0.5 + Math.random()));
    }
  }
}

const sqlStateOf = (error: unknown): string =>
  typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
