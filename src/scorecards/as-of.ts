import { groupBy } from "../shared/group-by";

/** What is read as it was believed at an instant; now, when that is null or left out. */
export type AsOf<K> = K & { readonly asOf?: Date | null };

export const instantOf = ({ asOf }: AsOf<unknown>): string => asOf?.toISOString() ?? "now";

/** An instant to come is as good as now. */
export const pastInstant = (asOf: Date | null | undefined, now: Date): Date | null =>
  asOf && asOf < now ? asOf : null;

/** Loads once for each instant, and answers in the order of the keys. */
export async function eachInstant<K, V>(
  asked: readonly AsOf<K>[],
  load: (keys: readonly AsOf<K>[], asOf: Date | null) => Promise<readonly V[]>,
): Promise<V[]> {
  const found = new Map<AsOf<K>, V>();
  for (const keys of groupBy(asked, instantOf).values()) {
    const loaded = await load(keys, keys[0]?.asOf ?? null);
    keys.forEach((key, index) => found.set(key, loaded[index] as V));
  }
  return asked.map((key) => found.get(key) as V);
}
