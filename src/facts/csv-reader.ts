import { DuplicateColumn, UnusableHeader } from "./import.errors";
import type { ProfileDefinition } from "./import-profile.schema";
import type { CutRecord } from "./record-cutter";
import { RecordReader, WHOLE_ROW, type RowReader, type SourceRow } from "./row-reader";

/** Told of the columns once, before the first row. Refuses a file by throwing. */
export type OnHeader = (columns: readonly string[], headerText: string | null) => void;

/** Rows of a file of separated values, with a header or with the names of its columns from the profile. */
export class CsvReader implements RowReader {
  private columns: readonly string[] | null = null;
  private readonly records: RecordReader;
  private readonly delimiter: string;
  private readonly quote: string | null;

  constructor(
    profile: ProfileDefinition,
    private readonly onHeader: OnHeader,
    position = 0,
  ) {
    const { delimiter = ",", quote = '"', header = true } = profile.csv ?? {};
    this.delimiter = delimiter;
    this.quote = quote;
    this.records = new RecordReader(profile, { quote, delimiter, position });
    if (header !== true) this.begin(header, null);
  }

  push = (chunk: Buffer): SourceRow[] => this.rowsOf(this.records.push(chunk));
  finish = (): SourceRow[] => this.rowsOf(this.records.finish());

  private rowsOf(records: readonly CutRecord[]): SourceRow[] {
    const found: SourceRow[] = [];
    for (const record of records) {
      if (record.bytes.length === 0) continue;
      if (this.columns === null) this.readHeader(record);
      else found.push(this.rowOf(record, this.columns));
    }
    return found;
  }

  private readHeader(record: CutRecord): void {
    const text = this.records.textOf(record);
    if (typeof text !== "string") throw new UnusableHeader(text.reason);
    if (text.includes("\r")) throw new UnusableHeader("Its lines end with CR alone, as on old Macintoshes.");
    this.begin(
      this.cellsOf(text).map((name) => name.trim()),
      text,
    );
  }

  private begin(columns: readonly string[], text: string | null): void {
    const twice = columns.find((name, place) => columns.indexOf(name) !== place);
    if (twice !== undefined) throw new DuplicateColumn(twice);
    this.onHeader(columns, text);
    this.columns = columns;
  }

  private rowOf(record: CutRecord, columns: readonly string[]): SourceRow {
    const { line } = record;
    const text = this.records.textOf(record);
    if (typeof text !== "string") return { line, cells: null, problem: text };
    const cells = this.cellsOf(text);
    if (cells.length === columns.length) return { line, cells, problem: null };
    const isLonger = cells.length > columns.length;
    const reason =
      `This row has ${cells.length} fields where the header has ${columns.length}. ` +
      (isLonger ? `Quote values that hold "${shownMark(this.delimiter)}".` : "Has the row been cut off?");
    const code = isLonger ? "TOO_MANY_FIELDS" : "TOO_FEW_FIELDS";
    return { line, cells: null, problem: { field: WHOLE_ROW, value: text.slice(0, 200), code, reason } };
  }

  private cellsOf(text: string): string[] {
    if (this.quote === null || !text.includes(this.quote)) return text.split(this.delimiter);
    return quotedCells(text, this.delimiter, this.quote);
  }
}

/** For messages: a tab is not seen. */
export const shownMark = (mark: string): string => (mark === "\t" ? "tab" : mark);

/** The cutter made sure that quotes are paired and that nothing follows a closing one. */
function quotedCells(text: string, delimiter: string, quote: string): string[] {
  const cells: string[] = [];
  for (let at = 0; at <= text.length;) {
    if (text[at] !== quote) {
      const end = text.indexOf(delimiter, at);
      const stop = end < 0 ? text.length : end;
      cells.push(text.slice(at, stop));
      at = stop + 1;
      continue;
    }
    let close = text.indexOf(quote, at + 1);
    while (text[close + 1] === quote) close = text.indexOf(quote, close + 2);
    cells.push(text.slice(at + 1, close).replaceAll(quote + quote, quote));
    at = close + 2;
  }
  return cells;
}
