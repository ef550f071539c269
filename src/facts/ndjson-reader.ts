import type { ProfileDefinition } from "./import-profile.schema";
import type { CutRecord } from "./record-cutter";
import type { RejectCode } from "./row-in-hand";
import { RecordReader, WHOLE_ROW, type RowReader, type SourceRow } from "./row-reader";

const MOST_NAMES = 200;

/** Rows of a file with one JSON object on each line. */
export class NdjsonReader implements RowReader {
  /** Names met that the profile does not read, for the report. */
  readonly ignored = new Set<string>();
  private readonly records: RecordReader;
  private readonly lists: ReadonlySet<string>;

  constructor(
    profile: ProfileDefinition,
    private readonly columns: readonly string[],
    { lists, position = 0 }: { lists: ReadonlySet<string>; position?: number },
  ) {
    this.lists = lists;
    this.records = new RecordReader(profile, { quote: null, delimiter: ",", position });
  }

  push = (chunk: Buffer): SourceRow[] => this.rowsOf(this.records.push(chunk));
  finish = (): SourceRow[] => this.rowsOf(this.records.finish());

  private rowsOf(records: readonly CutRecord[]): SourceRow[] {
    return records.filter(({ bytes }) => !isBlank(bytes)).map((record) => this.rowOf(record));
  }

  private rowOf(record: CutRecord): SourceRow {
    const { line } = record;
    const text = this.records.textOf(record);
    if (typeof text !== "string") return { line, cells: null, problem: text };
    return objectRow({ line, value: parsed(text), columns: this.columns, lists: this.lists, ignored: this.ignored });
  }
}

const isBlank = (bytes: Buffer): boolean => bytes.length < 100 && bytes.toString("latin1").trim() === "";

interface ObjectInFile {
  readonly line: number;
  readonly value: unknown;
  readonly columns: readonly string[];
  /** Columns that may hold a list; it becomes JSON text. */
  readonly lists: ReadonlySet<string>;
  readonly ignored: Set<string>;
}

/** The cells of an object by the names of the columns. Null and an absent name are no value. */
export function objectRow({ line, value, columns, lists, ignored }: ObjectInFile): SourceRow {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    const reason = "This line is not a JSON object. Write one object per line, each on a line of its own.";
    return rejected(line, { field: WHOLE_ROW, code: "NOT_AN_OBJECT", reason });
  }
  const object = value as Readonly<Record<string, unknown>>;
  if (ignored.size < MOST_NAMES) {
    for (const name in object) if (!columns.includes(name)) ignored.add(name);
  }
  const nested = columns.find((name) => isNested(object[name]) && !(lists.has(name) && Array.isArray(object[name])));
  if (nested !== undefined) {
    const reason = `"${nested}" holds a list or an object; it must be a text, a number, true, false or null.`;
    return rejected(line, { field: nested, code: "NESTED_VALUE", reason });
  }
  const unfit = columns.find((name) => typeof object[name] === "string" && UNFIT.test(object[name] as string));
  if (unfit !== undefined) {
    const reason = `"${unfit}" holds the character \\u0000 or half of a surrogate pair, which are not text.`;
    return rejected(line, { field: unfit, code: "NUL_CHARACTER", reason });
  }
  return { line, cells: columns.map((name) => cellOf(object[name])), problem: null };
}

const UNFIT = /\0|\p{Surrogate}/u;

const rejected = (line: number, problem: { field: string; code: RejectCode; reason: string }): SourceRow => ({
  line,
  cells: null,
  problem: { value: null, ...problem },
});

const isNested = (value: unknown): boolean => typeof value === "object" && value !== null;

function cellOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (value === undefined || value === null) return "";
  return isNested(value) ? JSON.stringify(value) : String(value as number | boolean);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
