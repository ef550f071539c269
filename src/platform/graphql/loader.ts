import DataLoader from "dataloader";
import type { Tx } from "../database";
import type { Viewer } from "../viewer";
import type { LoaderFactory } from "./context";

const MOST_KEYS_PER_STATEMENT = 1_000;

/** One statement for all keys asked for at once; answers in the order of the keys, undefined for what is not there. */
export type LoadBatch<K, V> = (tx: Tx, viewer: Viewer, keys: readonly K[], now: Date) => Promise<readonly V[]>;

/** A loader whose keys are text (ids, codes). */
export const batchLoader =
  <V>(load: LoadBatch<string, V>): LoaderFactory<string, V> =>
  ({ tx, viewer, now }) =>
    new DataLoader<string, V>((keys) => load(tx, viewer, keys, now), { maxBatchSize: MOST_KEYS_PER_STATEMENT });

/** A loader whose keys are objects; `textOf` tells which of them are the same. */
export const batchLoaderBy =
  <K extends object, V>(textOf: (key: K) => string, load: LoadBatch<K, V>): LoaderFactory<K, V> =>
  ({ tx, viewer, now }) =>
    new DataLoader<K, V, string>((keys) => load(tx, viewer, keys, now), {
      maxBatchSize: MOST_KEYS_PER_STATEMENT,
      cacheKeyFn: textOf,
    }) as unknown as DataLoader<K, V>;

/** The row of each key, in the order of the keys. */
export function inOrderOf<R>(
  keys: readonly string[],
  found: readonly R[],
  keyOf: (row: R) => string,
): (R | undefined)[] {
  const byKey = new Map(found.map((row) => [keyOf(row), row]));
  return keys.map((key) => byKey.get(key));
}

/** The rows of each key, in the order of the keys; rows keep their order. */
export function groupedBy<R>(keys: readonly string[], found: readonly R[], keyOf: (row: R) => string): R[][] {
  const byKey = new Map<string, R[]>(keys.map((key) => [key, []]));
  for (const row of found) byKey.get(keyOf(row))?.push(row);
  return keys.map((key) => byKey.get(key) ?? []);
}
