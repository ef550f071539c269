import type { Json } from "../../shared/canonical-hash";
import { InvalidCursor } from "./bad-input.errors";
import { connection, pageOf, type Connection } from "./connection";

/** A page of a list that is known whole, in its order. Cursors count its items; they are good for the same filter only. */
export function pageInHand<T>(
  args: { readonly first: number; readonly after?: string | null },
  filter: Json,
  all: readonly T[],
): Connection<T> {
  const page = pageOf(args, filter, 1);
  const from = placeAfter(page.after?.[0] ?? null);
  const places = new Map(all.slice(from, from + page.first + 1).map((one, index) => [one, from + index]));
  const found = [...places.keys()];
  return connection(
    page,
    found,
    (one) => [String(places.get(one))],
    () => all.length,
  );
}

function placeAfter(place: unknown): number {
  if (place === null) return 0;
  if (typeof place !== "string" || !/^\d{1,9}$/.test(place)) throw new InvalidCursor();
  return Number(place) + 1;
}
