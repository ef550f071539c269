import { canonicalJson, sha256, type Json } from "../../shared/canonical-hash";
import { InvalidCursor } from "./bad-input.errors";

/** What a list is sorted by, last column an id, so that the order is total. Null sorts where the statement says. */
export type SortKey = readonly (string | number | null)[];

const FORMAT = 1;

/** Opaque to clients: format, fingerprint of the list's other arguments, sort key of the row. */
export function cursorsFor(filter: Json): (key: SortKey) => string {
  const madeFor = fingerprint(filter);
  return (key) => Buffer.from(JSON.stringify([FORMAT, madeFor, ...key])).toString("base64url");
}

/** The sort key in a cursor; refuses cursors that are damaged or come from a list with other arguments. */
export function decodeCursor(text: string, filter: Json, keyLength: number): SortKey {
  const parts = parsed(text);
  const [format, madeFor, ...key] = parts;
  if (format !== FORMAT || madeFor !== fingerprint(filter) || key.length !== keyLength) throw new InvalidCursor();
  if (!key.every(isSortable)) throw new InvalidCursor();
  return key;
}

const fingerprint = (filter: Json): string => sha256(canonicalJson(filter)).slice(0, 12);

const isSortable = (one: unknown): one is string | number | null =>
  one === null || typeof one === "string" || (typeof one === "number" && Number.isFinite(one));

function parsed(text: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    if (Array.isArray(value)) return value;
  } catch {
    // falls through: damaged text is a bad cursor like any other
  }
  throw new InvalidCursor();
}
