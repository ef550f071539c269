import { canonicalJson, type Json } from "../../shared/canonical-hash";

export interface FieldChange {
  /** `name`, `term.until`, `versions 2026-04-01 target`. */
  readonly field: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** What defining a thing did, in the words of its document. */
export interface Change {
  readonly kind: string;
  /** `northwind/care/SL-1`. */
  readonly key: string;
  readonly outcome: "created" | "changed" | "withdrawn" | "unchanged";
  readonly fields: readonly FieldChange[];
}

export interface Defined<T> {
  readonly thing: T;
  readonly change: Change;
}

/** Compares a thing before (null: it is new) and after (null: it is withdrawn). */
export function changeOf(kind: string, key: string, before: Json | null, after: Json | null): Change {
  if (canonicalJson(before) === canonicalJson(after)) return { kind, key, outcome: "unchanged", fields: [] };
  if (before === null) return { kind, key, outcome: "created", fields: [] };
  if (after === null) return { kind, key, outcome: "withdrawn", fields: [] };
  return { kind, key, outcome: "changed", fields: fieldChanges(before, after) };
}

function fieldChanges(before: Json, after: Json): FieldChange[] {
  const [old, current] = [flat(before), flat(after)];
  return [...new Set([...old.keys(), ...current.keys()])]
    .filter((field) => old.get(field) !== current.get(field))
    .map((field) => ({ field, from: old.get(field) ?? null, to: current.get(field) ?? null }));
}

/** Every leaf with the names that lead to it. */
function flat(value: Json, name = "", found = new Map<string, string>()): Map<string, string> {
  if (value === null || value === undefined) return found;
  if (typeof value !== "object") return found.set(name, String(value));
  const entries = Array.isArray(value)
    ? value.map((one: Json, index) => [labelOf(one, index), one] as const)
    : Object.entries(value as Record<string, Json>);
  for (const [key, one] of entries) flat(one, name === "" ? key : `${name} ${key}`, found);
  return found;
}

/** Lists of dated and named things are compared by date or name, others by place. */
function labelOf(value: Json, index: number): string {
  const { validFrom, on } = (value ?? {}) as { validFrom?: string; on?: string };
  return validFrom ?? on ?? String(index + 1);
}
