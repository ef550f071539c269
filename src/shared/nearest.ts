/**
 * The known word that was probably meant: case does not matter, and at most a third of the letters may differ.
 * | given   | known              | nearest |
 * | sl-a    | SL-A, SL-B         | SL-A    |
 * | CSTA    | CSAT, DSAT         | CSAT    |
 * | fone    | chat, phone        | phone   |
 * | profit  | CSAT, DSAT         | null    |
 */
export function nearest(given: string, known: Iterable<string>): string | null {
  let best: { word: string; distance: number } | null = null;
  for (const word of known) {
    const distance = edits(given.toLowerCase(), word.toLowerCase());
    if (best === null || distance < best.distance) best = { word, distance };
  }
  return best && best.distance * 3 <= Math.max(given.length, 4) + 2 ? best.word : null;
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
