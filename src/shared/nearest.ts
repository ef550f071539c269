/** The candidate that a person most likely meant by a misspelt word; null when none is close. */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  const reach = Math.max(1, Math.floor(word.length / 3));
  let best: { text: string; distance: number } | null = null;
  for (const text of candidates) {
    const distance = edits(word.toLowerCase(), text.toLowerCase());
    if (distance <= reach && (best === null || distance < best.distance)) best = { text, distance };
  }
  return best?.text ?? null;
}

/** Insertions, deletions, replacements and swaps of neighbours that turn one word into the other. */
function edits(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) => [i, ...Array<number>(b.length).fill(0)]);
  for (let j = 0; j <= b.length; j++) table[0]![j] = j;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const replaced = table[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? table[i - 2]![j - 2]! + 1 : Infinity;
      table[i]![j] = Math.min(table[i - 1]![j]! + 1, table[i]![j - 1]! + 1, replaced, swapped);
    }
  }
  return table[a.length]![b.length]!;
}
