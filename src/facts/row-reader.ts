import { isUtf8 } from "node:buffer";
import { shown } from "./field-text";
import type { ENCODINGS, ProfileDefinition } from "./import-profile.schema";
import { RecordCutter, type CutRecord } from "./record-cutter";
import type { RowProblem } from "./row-in-hand";

/** A row of a file: its cells in the order of the columns, or why it has none. */
export type SourceRow =
  | { readonly line: number; readonly cells: readonly string[]; readonly problem: null }
  | { readonly line: number; readonly cells: null; readonly problem: RowProblem };

/** Takes a file in pieces and gives its rows. The same memory for files of any size. */
export interface RowReader {
  push(chunk: Buffer): SourceRow[];
  /** What is left at the end of a file that came whole. */
  finish(): SourceRow[];
}

export type Encoding = (typeof ENCODINGS)[number];

/** The text of a record; null: its bytes are not text in that encoding. */
export type Decode = (bytes: Buffer) => string | null;

export function decoder(encoding: Encoding): Decode {
  if (encoding === "utf-8") return (bytes) => (isUtf8(bytes) ? bytes.toString("utf8") : null);
  if (encoding === "latin1") return (bytes) => bytes.toString("latin1");
  return (bytes) => bytes.toString("latin1").replace(/[\x80-\x9f]/g, (one) => WINDOWS[one.charCodeAt(0) - 0x80] ?? one);
}

/** Where windows-1252 differs from latin1. Some versions of Node decode the one as the other, so we do it ourselves. */
const WINDOWS = [..."€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ"];

/** Where a row's own text matters, not one of its fields. */
export const WHOLE_ROW = "(row)";

/** Cuts and decodes; what can go wrong with a record before its fields are known is told here. */
export class RecordReader {
  private readonly cutter: RecordCutter;
  private readonly decode: Decode;

  constructor(profile: ProfileDefinition, marks: { quote: string | null; delimiter: string; position: number }) {
    const { quote, delimiter, position } = marks;
    this.decode = decoder(profile.encoding ?? "utf-8");
    this.cutter = new RecordCutter({
      quote: quote === null ? null : quote.charCodeAt(0),
      delimiter: delimiter.charCodeAt(0),
      position,
    });
  }

  push = (chunk: Buffer): CutRecord[] => this.cutter.push(chunk);
  finish = (): CutRecord[] => this.cutter.finish();

  /** The record's text, or the problem with it. */
  textOf(record: CutRecord): string | RowProblem {
    if (record.trouble !== null) return cutProblem(record, record.trouble);
    if (record.bytes.includes(0)) return nulProblem(record);
    return this.decode(record.bytes) ?? encodingProblem(record);
  }
}

const inRow = (code: RowProblem["code"], record: CutRecord, reason: string): RowProblem => ({
  field: WHOLE_ROW,
  value: shown(record.bytes.subarray(0, 200).toString("latin1").replaceAll("\0", "␀")),
  code,
  reason,
});

function cutProblem(record: CutRecord, trouble: NonNullable<CutRecord["trouble"]>): RowProblem {
  const reasons = {
    LINE_TOO_LONG: "This line is longer than 1 MiB: a line end is missing, or this is not a file of rows.",
    UNCLOSED_QUOTE:
      "A quote that opens in this line is never closed. Close it; to write a quote itself, write it twice.",
    TEXT_AFTER_QUOTE:
      "There is text between a closing quote and the next delimiter. To write a quote itself, write it twice and quote the whole field.",
  };
  return inRow(trouble, record, reasons[trouble]);
}

function nulProblem(record: CutRecord): RowProblem {
  const at = record.position + record.bytes.indexOf(0);
  return inRow(
    "NUL_CHARACTER",
    record,
    `Byte ${at} of the file is 0, which is not text. Is the file damaged, or UTF-16?`,
  );
}

function encodingProblem(record: CutRecord): RowProblem {
  const at = firstInvalid(record.bytes);
  const byte = (record.bytes[at] as number).toString(16).toUpperCase();
  const reason =
    `Byte ${record.position + at} of the file (hexadecimal ${byte}) is not UTF-8. ` +
    "Save the file as UTF-8, or set `encoding: windows-1252` in the profile if that is what the source writes.";
  return inRow("INVALID_ENCODING", record, reason);
}

/** Place of the first byte that is not UTF-8. */
function firstInvalid(bytes: Buffer): number {
  let from = 0;
  for (const text = bytes.toString("utf8"); ;) {
    const mark = text.indexOf("\uFFFD", from);
    if (mark < 0) return 0;
    const at = Buffer.byteLength(text.slice(0, mark));
    if (!(bytes[at] === 0xef && bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd)) return at;
    from = mark + 1;
  }
}
