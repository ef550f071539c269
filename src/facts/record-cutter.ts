/** One record of a text file: bytes `[start, end)` of the buffer it was cut from, without its line end. */
export interface CutRecord {
  /** Line of the file on which it begins; the first is 1. */
  readonly line: number;
  /** Position of its first byte in the file. */
  readonly position: number;
  readonly bytes: Buffer;
  readonly trouble: CutTrouble | null;
}

export type CutTrouble = "LINE_TOO_LONG" | "UNCLOSED_QUOTE" | "TEXT_AFTER_QUOTE";

export interface CutterOptions {
  /** Byte of the quote, inside which line ends belong to the record; null: a record is a line. */
  readonly quote: number | null;
  readonly delimiter: number;
  /** Position in the file of the first byte that will come; 0 when left out. */
  readonly position?: number;
  readonly longestBytes?: number;
}

const LINE_FEED = 10;
const RETURN = 13;
export const LONGEST_RECORD_BYTES = 1024 * 1024;
/** Of a line that is too long, this much is kept to show. */
const SHOWN_BYTES = 200;

/**
 * Cuts a stream of bytes into records without ever holding more than the longest record allowed and one chunk. A record
 * that goes wrong costs one line: cutting goes on at the next.
 */
export class RecordCutter {
  private held: Buffer = Buffer.alloc(0);
  private line = 1;
  private position: number;
  /** Beginning of a line that is too long, while the rest of it is dropped. */
  private dropping: Buffer | null = null;
  /** Place of the next quote in what is held; -1: there is none. */
  private quoteAt = -1;
  private readonly longest: number;

  constructor(private readonly options: CutterOptions) {
    this.position = options.position ?? 0;
    this.longest = options.longestBytes ?? LONGEST_RECORD_BYTES;
  }

  /** The records that end within what has come so far. */
  push(chunk: Buffer): CutRecord[] {
    this.held = this.held.length === 0 ? chunk : Buffer.concat([this.held, chunk]);
    return this.cut(false);
  }

  /** The records of what is left at the end of the file. */
  finish(): CutRecord[] {
    return this.cut(true);
  }

  private cut(isLast: boolean): CutRecord[] {
    const found: CutRecord[] = [];
    let at = 0;
    this.quoteAt = this.options.quote === null ? -1 : this.held.indexOf(this.options.quote);
    while (at < this.held.length) {
      const next = this.dropping ? this.dropped(at, isLast) : this.next(at, isLast);
      if (next === null) break;
      if (next.record) found.push(next.record);
      at = next.after;
    }
    this.position += at;
    this.held = this.held.subarray(at);
    return found;
  }

  /** The record at `at`, and where the one behind it begins; null: more bytes are needed. */
  private next(at: number, isLast: boolean): { record: CutRecord | null; after: number } | null {
    const lineEnd = this.held.indexOf(LINE_FEED, at);
    const lineStop = lineEnd < 0 ? this.held.length : lineEnd;
    if (lineStop - at > this.longest) return this.startDropping(at, lineEnd);
    const end = this.recordEnd(at, lineEnd, isLast);
    if (typeof end === "number") return this.good(at, end);
    const isPatient = end === null && !isLast && this.held.length - at <= this.longest;
    if (isPatient || (lineEnd < 0 && !isLast)) return null;
    return { record: this.record(at, lineStop, this.troubleOfLine(at, lineStop)), after: this.afterLine(lineStop) };
  }

  /** Of the line alone: a quote that some later line seems to close is one that this line does not. */
  private troubleOfLine(at: number, lineStop: number): CutTrouble {
    const { quote, delimiter } = this.options;
    const line = this.held.subarray(at, lineStop);
    const end = quote === null ? null : quotedEnd(line, 0, { quote, delimiter, isLast: true });
    return end === "TEXT_AFTER_QUOTE" ? end : "UNCLOSED_QUOTE";
  }

  private good(at: number, end: number): { record: CutRecord; after: number } {
    const record = this.record(at, end, null);
    if (this.options.quote !== null) this.line += lineFeedsIn(record.bytes);
    return { record, after: this.afterLine(end) };
  }

  private afterLine(end: number): number {
    this.line += 1;
    return end + 1;
  }

  private record(at: number, end: number, trouble: CutTrouble | null): CutRecord {
    const stop = end > at && this.held[end - 1] === RETURN ? end - 1 : end;
    return { line: this.line, position: this.position + at, bytes: this.held.subarray(at, stop), trouble };
  }

  private startDropping(at: number, lineEnd: number): { record: CutRecord | null; after: number } {
    const shown = this.held.subarray(at, at + SHOWN_BYTES);
    if (lineEnd < 0) {
      this.dropping = Buffer.from(shown);
      return { record: null, after: this.held.length };
    }
    const record = this.record(at, at + shown.length, "LINE_TOO_LONG");
    return { record, after: this.afterLine(lineEnd) };
  }

  private dropped(at: number, isLast: boolean): { record: CutRecord | null; after: number } {
    const lineEnd = this.held.indexOf(LINE_FEED, at);
    if (lineEnd < 0 && !isLast) return { record: null, after: this.held.length };
    return this.endDropping(lineEnd < 0 ? this.held.length : lineEnd);
  }

  private endDropping(end: number): { record: CutRecord; after: number } {
    const bytes = this.dropping as Buffer;
    this.dropping = null;
    const record: CutRecord = { line: this.line, position: this.position, bytes, trouble: "LINE_TOO_LONG" };
    return { record, after: this.afterLine(end) };
  }

  /** Where the record at `at` ends; null: not within what is held; or what is wrong with its quotes. */
  private recordEnd(at: number, lineEnd: number, isLast: boolean): number | CutTrouble | null {
    const { quote } = this.options;
    const simpleEnd = lineEnd < 0 ? (isLast ? this.held.length : null) : lineEnd;
    if (quote === null) return simpleEnd;
    if (this.quoteAt >= 0 && this.quoteAt < at) this.quoteAt = this.held.indexOf(quote, at);
    if (this.quoteAt < 0 || (lineEnd >= 0 && this.quoteAt > lineEnd)) return simpleEnd;
    return quotedEnd(this.held, at, { ...this.options, quote, isLast });
  }
}

interface QuotedScan {
  readonly quote: number;
  readonly delimiter: number;
  readonly isLast: boolean;
}

/** A quote opens a field only as its first byte; inside, it is written twice. */
function quotedEnd(held: Buffer, start: number, { quote, delimiter, isLast }: QuotedScan): number | CutTrouble | null {
  let at = start;
  for (;;) {
    if (held[at] === quote) {
      at = closingQuote(held, at + 1, quote) + 1;
      if (at === 0) return isLast ? "UNCLOSED_QUOTE" : null;
      if (at === held.length && !isLast) return null;
      if (held[at] === RETURN && held[at + 1] === LINE_FEED) return at + 1;
      if (at < held.length && held[at] !== delimiter && held[at] !== LINE_FEED) {
        return held[at] === RETURN && at + 1 === held.length && !isLast ? null : "TEXT_AFTER_QUOTE";
      }
    }
    while (at < held.length && held[at] !== delimiter && held[at] !== LINE_FEED) at += 1;
    if (at >= held.length) return isLast ? at : null;
    if (held[at] === LINE_FEED) return at;
    at += 1;
  }
}

/** Place of the quote that closes a field, or -1. A doubled quote does not close. */
function closingQuote(held: Buffer, from: number, quote: number): number {
  for (let at = held.indexOf(quote, from); at >= 0; at = held.indexOf(quote, at + 2)) {
    if (held[at + 1] !== quote) return at;
  }
  return -1;
}

function lineFeedsIn(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) count += 1;
  return count;
}
