import { nearest } from "../shared/nearest";
import { CsvReader, shownMark } from "./csv-reader";
import type { Directory } from "./directory.queries";
import { EmptyFile, MissingColumns, NotRows, WrongDelimiter } from "./import.errors";
import type { ImportWarning } from "./import.entity";
import { NdjsonReader } from "./ndjson-reader";
import { columnsWanted, listColumns, rowMapper, type NamedProfile, type RowMapper } from "./row-mapper";
import type { RowReader, SourceRow } from "./row-reader";

/** A file while it is read: recognises what it is, checks its columns, and understands its rows. */
export class FileReading {
  /** Columns of the file that the profile does not read. */
  ignoredColumns: readonly string[] = [];
  private reader: RowReader | null = null;
  private held: Buffer = Buffer.alloc(0);
  private compiled: RowMapper | null = null;
  private readonly swaps = new Map<string, number>();
  private readonly wanted: { readonly all: readonly string[]; readonly needed: readonly string[] };

  constructor(
    private readonly profile: NamedProfile,
    private readonly directory: Directory,
  ) {
    this.wanted = columnsWanted(profile.definition);
  }

  /** Only after the first row has been given. */
  get mapper(): RowMapper {
    if (!this.compiled) throw new Error("The columns are not known yet.");
    return this.compiled;
  }

  push(chunk: Buffer): SourceRow[] {
    if (this.reader) return this.reader.push(chunk);
    this.held = this.held.length === 0 ? chunk : Buffer.concat([this.held, chunk]);
    return this.held.length < SNIFFED_BYTES ? [] : this.begin();
  }

  /** What is left at the end of a file that came whole. */
  finish(): SourceRow[] {
    const rows = this.reader ? [] : this.begin();
    rows.push(...(this.reader?.finish() ?? []));
    if (!this.compiled) throw new EmptyFile();
    if (this.reader instanceof NdjsonReader) this.ignoredColumns = [...this.reader.ignored];
    return rows;
  }

  /** What to look at, though rows were taken in. */
  warnings(): ImportWarning[] {
    return [...this.swapWarnings(), ...this.spellingWarnings()];
  }

  private begin(): SourceRow[] {
    const { definition } = this.profile;
    const bytes = withoutMark(this.held);
    const skipped = this.held.length - bytes.length;
    this.held = Buffer.alloc(0);
    refuseOtherFiles(bytes);
    const isNdjson = (definition.format ?? (startsWith(bytes, "{") ? "ndjson" : "csv")) === "ndjson";
    this.reader = isNdjson ? this.openNdjson(bytes, skipped) : new CsvReader(definition, this.onHeader, skipped);
    return this.reader.push(bytes);
  }

  private openNdjson(bytes: Buffer, skipped: number): NdjsonReader {
    if (bytes.toString("latin1").trim() === "") throw new EmptyFile();
    this.compile(this.wanted.all);
    const { stream, definition } = this.profile;
    const lists = listColumns(stream, definition);
    return new NdjsonReader(definition, this.wanted.all, { lists, position: skipped });
  }

  private readonly onHeader = (columns: readonly string[], headerText: string | null): void => {
    const missing = this.wanted.needed.filter((name) => !columns.includes(name));
    if (missing.length > 0) {
      const other = headerText === null ? null : this.otherDelimiter(headerText, missing);
      if (other !== null) throw new WrongDelimiter(shownMark(other), shownMark(this.delimiter));
      throw new MissingColumns(missing, columns);
    }
    this.ignoredColumns = columns.filter((name) => !this.wanted.all.includes(name));
    this.compile(columns);
  };

  private get delimiter(): string {
    return this.profile.definition.csv?.delimiter ?? ",";
  }

  /** A delimiter that makes more of the missing columns appear. */
  private otherDelimiter(headerText: string, missing: readonly string[]): string | null {
    const named = (mark: string): number => {
      const names = headerText.split(mark).map((name) => name.trim().replace(/^"(.*)"$/, "$1"));
      return missing.filter((name) => names.includes(name)).length;
    };
    const others = [",", ";", "\t", "|"].filter((mark) => mark !== this.delimiter);
    return others.find((mark) => named(mark) * 2 > missing.length) ?? null;
  }

  private compile(columns: readonly string[]): void {
    const onSwapped = (format: string): void => void this.swaps.set(format, (this.swaps.get(format) ?? 0) + 1);
    this.compiled = rowMapper({ profile: this.profile, columns, directory: this.directory, onSwapped });
  }

  private swapWarnings(): ImportWarning[] {
    return [...this.swaps].map(([format, count]) => ({
      code: "DAY_AND_MONTH_SWAPPED",
      message:
        `${count} ${count === 1 ? "date has" : "dates have"} no meaning in the profile's format, but one in "${format}". ` +
        "If day and month are swapped, the rows that were taken in may stand on wrong days: correct `format` in the " +
        "profile and send the file again.",
    }));
  }

  /** A column that may be absent, and one that is there under nearly the same name. */
  private spellingWarnings(): ImportWarning[] {
    const optional = this.wanted.all.filter((name) => !this.wanted.needed.includes(name));
    return this.ignoredColumns.flatMap((name) => {
      const meant = nearest(name, optional);
      if (meant === null || name.length > 60) return [];
      return [{ code: "COLUMN_IGNORED", message: `The column "${name}" is not read. Is "${meant}" meant?` }];
    });
  }
}

const SNIFFED_BYTES = 64;

const startsWith = (bytes: Buffer, mark: string): boolean =>
  bytes.subarray(0, SNIFFED_BYTES).toString("latin1").trimStart().startsWith(mark);

/** Without the byte order mark that some programs put before UTF-8. */
const withoutMark = (bytes: Buffer): Buffer =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;

function refuseOtherFiles(bytes: Buffer): void {
  const head = bytes.subarray(0, 4).toString("latin1");
  const asCsv = "Save it as CSV in UTF-8.";
  if (head.startsWith("PK\x03\x04")) throw new NotRows("a ZIP archive or an Excel workbook", asCsv);
  if (head.startsWith("\xd0\xcf\x11\xe0")) throw new NotRows("an old Excel workbook", asCsv);
  if (head.startsWith("%PDF")) throw new NotRows("a PDF", asCsv);
  if (/^\s*\[\s*[{\]]/.test(bytes.subarray(0, SNIFFED_BYTES).toString("latin1")))
    throw new NotRows("one JSON list", "Write each object on a line of its own, without [ and ].");
  if (/^(\xff\xfe|\xfe\xff)/.test(head)) throw new NotRows("UTF-16", asCsv);
}
