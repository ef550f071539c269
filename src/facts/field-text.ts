import { nearest } from "../shared/nearest";
import type { FieldReader, RowInHand } from "./row-in-hand";

/** How a profile says where a value comes from. */
export interface FieldSpec {
  readonly column?: string;
  readonly columns?: readonly string[];
  readonly join?: string;
  readonly constant?: string | number | boolean;
  readonly map?: Readonly<Record<string, string | number | boolean | null>>;
  readonly otherwise?: string | number | boolean | null;
  readonly missing?: readonly string[];
  readonly optional?: boolean;
}

/** What a file offers to the rules of a profile. */
export interface FileShape {
  /** Place of a column by name. */
  readonly columns: ReadonlyMap<string, number>;
  /** Marks that mean: no value. */
  readonly missing: readonly string[];
}

/** A field ready to be read: its text after marks and map, and the name under which people know it. */
export interface TextField {
  readonly label: string;
  readonly read: FieldReader<string>;
}

/** Columns that a field's rule names. */
export const columnsOf = (spec: FieldSpec): readonly string[] =>
  spec.columns ?? (spec.column === undefined ? [] : [spec.column]);

export function textField(name: string, spec: FieldSpec, file: FileShape): TextField {
  const label = columnsOf(spec).join(" + ") || name;
  const plain = plainReader(spec, file);
  return { label, read: spec.map ? mapped(label, plain, spec) : plain };
}

function plainReader(spec: FieldSpec, file: FileShape): FieldReader<string> {
  const marks = new Set(spec.missing ?? file.missing);
  if (spec.constant !== undefined) {
    const constant = String(spec.constant);
    return () => constant;
  }
  const places = columnsOf(spec).map((column) => file.columns.get(column));
  const [place] = places;
  if (places.length > 1) return joined(places, spec.join ?? " ", marks);
  return place === undefined ? () => null : (row) => cellText(row, place, marks);
}

function joined(places: readonly (number | undefined)[], join: string, marks: Set<string>): FieldReader<string> {
  return (row) => {
    const parts = places.map((place) => (place === undefined ? null : cellText(row, place, marks)));
    return parts.every((part) => part === null) ? null : parts.map((part) => part ?? "").join(join);
  };
}

/** The trimmed cell; null for a missing mark, and always for a text of nothing but spaces. */
function cellText(row: RowInHand, place: number, marks: ReadonlySet<string>): string | null {
  let text = row.cells[place] as string;
  if (text === "") return null;
  if (!isTight(text.charCodeAt(0)) || !isTight(text.charCodeAt(text.length - 1))) text = text.trim();
  return text === "" || (marks.size > 0 && marks.has(text)) ? null : text;
}

const isTight = (code: number): boolean => code > 32 && code < 128;

const MOST_REMEMBERED = 10_000;

/** The map's value; without regard to case and outer spaces. */
function mapped(label: string, plain: FieldReader<string>, { map = {}, otherwise }: FieldSpec): FieldReader<string> {
  const asText = (value: string | number | boolean | null): string | null => (value === null ? null : String(value));
  const folded = new Map(Object.entries(map).map(([key, value]) => [key.trim().toLowerCase(), asText(value)]));
  const known = new Map<string, string | null>();
  const unnamed = otherwise === undefined ? undefined : asText(otherwise);
  const lookUp = (text: string): string | null | undefined => {
    const found = folded.get(text.toLowerCase());
    const value = found === undefined ? unnamed : found;
    if (value !== undefined && known.size < MOST_REMEMBERED) known.set(text, value);
    return value;
  };
  return (row) => {
    const text = plain(row);
    if (text === null) return null;
    const value = known.has(text) ? known.get(text) : lookUp(text);
    if (value !== undefined) return value;
    const reason = `The profile's map has no "${shown(text)}"; it names ${listed(Object.keys(map))}.`;
    return row.fail({
      field: label,
      value: text,
      code: "UNKNOWN_VALUE",
      reason: `${reason} Add it, or \`otherwise\`.`,
    });
  };
}

/** `"Y", "N"`; at most five. */
export function listed(names: readonly string[]): string {
  const some = names.slice(0, 5).map((name) => `"${shown(name)}"`);
  return some.join(", ") + (names.length > 5 ? ` and ${names.length - 5} more` : "");
}

/** Short enough for a message. */
export const shown = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);

/** ` Did you mean "SUPPORT"?`, or nothing. Costly for long lists: ask once per unknown word. */
export function suggestion(word: string, known: readonly string[]): string {
  const best = word.length > 60 ? null : nearest(word, known);
  return best === null ? "" : ` Did you mean "${best}"?`;
}
