import type { SettledLine } from "./engine/settled-period";

/**
 * What lines that were issued lack to come to others: a line for each clause, objective and origin whose amount is
 * another, in the order of the new lines; what is gone comes last.
 * | issued       | now          | difference   |
 * | credit A 500 | credit A 300 | credit A −200|
 * | –            | credit B 100 | credit B 100 |
 * | bonus C −50  | –            | bonus C 50   |
 */
export function differenceLines(issued: readonly SettledLine[], now: readonly SettledLine[]): SettledLine[] {
  const [before, after] = [sums(issued), sums(now)];
  const keys = [...new Set([...after.keys(), ...before.keys()])];
  return keys.flatMap((key): SettledLine[] => {
    const [was, is] = [before.get(key), after.get(key)];
    const amount = (is?.amount ?? 0n) - (was?.amount ?? 0n);
    if (amount === 0n) return [];
    const line = (is ?? was)!.line;
    return [{ ...line, amount: String(amount), reason: reasonOf(line, was !== undefined, is !== undefined) }];
  });
}

interface Sum {
  readonly line: SettledLine;
  readonly amount: bigint;
}

const keyOf = ({ kind, clause, objective, stretch, origin }: SettledLine): string =>
  [kind, clause, objective, stretch?.from, origin].join("/");

function sums(lines: readonly SettledLine[]): ReadonlyMap<string, Sum> {
  const all = new Map<string, Sum>();
  for (const line of lines) {
    const known = all.get(keyOf(line));
    all.set(keyOf(line), { line: known?.line ?? line, amount: (known?.amount ?? 0n) + BigInt(line.amount) });
  }
  return all;
}

function reasonOf({ reason }: SettledLine, wasThere: boolean, isThere: boolean): string {
  if (!wasThere) return `Added: ${reason}`;
  return isThere ? `Corrected: ${reason}` : `No longer due: ${reason}`;
}
