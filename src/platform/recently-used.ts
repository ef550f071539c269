/** Remembers what `make` gave for the `capacity` keys used last. */
export function recentlyUsed<K, V>(capacity: number): (key: K, make: () => V) => V {
  const kept = new Map<K, V>();
  return (key, make) => {
    const known = kept.get(key);
    const value = known === undefined ? make() : known;
    if (known !== undefined) kept.delete(key);
    kept.set(key, value);
    if (kept.size > capacity) kept.delete(kept.keys().next().value as K);
    return value;
  };
}
