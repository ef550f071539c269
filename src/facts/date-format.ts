import { DateTime } from "luxon";
import type { DateReader, ReadTime } from "./date-reader";
import { compileTokens, isCompilable } from "./date-tokens";

/** A reader of one format: Luxon's tokens, `iso`, `epoch-seconds` or `epoch-milliseconds`. */
export function dateReader(format: string): DateReader {
  if (format === "epoch-seconds") return epochReader(1000);
  if (format === "epoch-milliseconds") return epochReader(1);
  if (format === "iso") return readIso;
  return isCompilable(format) ? compileTokens(format) : slowReader(format);
}

/** The same format with day and month changing places; null where it has no numeric day and month. */
export function swapped(format: string): string | null {
  if (format === "iso") return "yyyy-dd-MM'T'HH:mm:ss";
  const withSwap = format.replace(/'[^']*'|d+|M+/g, (token) => {
    if (token === "d" || token === "dd") return token.replaceAll("d", "M");
    return token === "M" || token === "MM" ? token.replaceAll("M", "d") : token;
  });
  return withSwap === format ? null : withSwap;
}

const epochReader =
  (unit: number): DateReader =>
  (text, out) => {
    if (!/^\d{1,14}(\.\d+)?$/.test(text)) return false;
    out.local = Math.round(Number(text) * unit);
    out.offset = 0;
    return true;
  };

const ISO_FORMS = ["yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd HH:mm"].map(
  compileTokens,
);
const ISO_TAIL = /^(?:[.,](\d{1,9}))?\s?(?:(Z|z)|([+-])(\d{2})(?::?(\d{2}))?)?$/;

/** `2026-03-29T02:15:00Z`, with a space for the T, with or without seconds, fractions and offset. A time of day is needed. */
const readIso: DateReader = (text, out) => {
  const length = text.charCodeAt(16) === COLON ? 19 : 16;
  const [head, tail] = text.length === length ? [text, ""] : [text.slice(0, length), text.slice(length)];
  const form = (length === 19 ? 0 : 2) + (text.charCodeAt(10) === CAPITAL_T ? 0 : 1);
  if (!ISO_FORMS[form]?.(head, out)) return false;
  if (tail === "Z") return readsUtc(out);
  return tail === "" || readTail(tail, out);
};

const COLON = 58;
const CAPITAL_T = 84;

function readsUtc(out: ReadTime): boolean {
  out.offset = 0;
  return true;
}

function readTail(tail: string, out: ReadTime): boolean {
  const found = ISO_TAIL.exec(tail);
  if (!found) return false;
  const [, fraction, utc, sign, hours, minutes] = found;
  if (fraction) out.local += Math.floor(Number(`0.${fraction}`) * 1000);
  if (utc) out.offset = 0;
  if (sign) out.offset = (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes ?? 0));
  return true;
}

/** Luxon itself, for tokens that are not worth a parser of their own (zone names, ordinals, week dates, macros). */
const slowReader =
  (format: string): DateReader =>
  (text, out) => {
    const read = DateTime.fromFormat(text, format, { zone: "utc", setZone: true, locale: "en" });
    if (!read.isValid) return false;
    const saysZone = /[Zz]/.test(format.replace(/'[^']*'/g, ""));
    out.local = read.toMillis() + read.offset * 60_000;
    out.offset = saysZone ? read.offset : null;
    return true;
  };
