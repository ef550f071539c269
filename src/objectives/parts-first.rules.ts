/** An objective as somebody wrote it, before anything was checked. */
interface Written {
  readonly client?: unknown;
  readonly contract?: unknown;
  readonly code?: unknown;
  readonly versions?: unknown;
}

const place = ({ client, contract }: Written, code: unknown): string => JSON.stringify([client, contract, code]);

/**
 * The places of objectives in an order in which each part comes before what is put together from it; otherwise as they
 * were written. Circles are left for whoever reads them.
 * | written                  | order   |
 * | ALL (of SL, ASA), SL, ASA | 1, 2, 0 |
 */
export function partsFirst(inputs: readonly unknown[]): number[] {
  const all = inputs as readonly Written[];
  const indexOf = new Map(all.map((one, index) => [place(one, one.code), index]));
  const order: number[] = [];
  const seen = new Set<number>();
  const visit = (index: number): void => {
    if (seen.has(index)) return;
    seen.add(index);
    for (const code of partsOf(all[index]!)) {
      const part = indexOf.get(place(all[index]!, code));
      if (part !== undefined) visit(part);
    }
    order.push(index);
  };
  all.forEach((_, index) => visit(index));
  return order;
}

function partsOf({ versions }: Written): unknown[] {
  if (!Array.isArray(versions)) return [];
  return versions.flatMap((version: { composite?: { parts?: unknown } } | null) => {
    const parts = version?.composite?.parts;
    return Array.isArray(parts) ? parts.map((part: { objective?: unknown } | null) => part?.objective) : [];
  });
}
