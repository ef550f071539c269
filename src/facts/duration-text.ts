import type { DURATION_UNITS } from "./profile-fields.schema";

export type DurationUnit = (typeof DURATION_UNITS)[number];

/** Whole seconds; null: not a duration. Negative where the text says so. Fractions round half up. */
export type DurationReader = (text: string) => number | null;

/**
 * Reads durations written in one unit.
 *  | unit     | text      | seconds |
 *  | seconds  | 42        |      42 |
 *  | seconds  | 42,5      |      43 | with a decimal comma
 *  | minutes  | 1.5       |      90 |
 *  | HH:MM:SS | 00:02:23  |     143 |
 *  | MM:SS    | 2:23      |     143 |
 *  | iso      | PT2M23S   |     143 |
 */
export function durationReader(unit: DurationUnit, decimal: "." | ","): DurationReader {
  if (unit === "iso") return isoSeconds;
  if (unit.includes(":")) return clockReader(unit, decimal);
  const { times, dividedBy } = FACTORS[unit as keyof typeof FACTORS];
  return (text) => {
    if (times === 1 && dividedBy === 1 && PLAIN.test(text)) return Number(text);
    return scaled(text, decimal, { times, dividedBy });
  };
}

const PLAIN = /^\d{1,9}$/;

const FACTORS = {
  milliseconds: { times: 1, dividedBy: 1000 },
  seconds: { times: 1, dividedBy: 1 },
  minutes: { times: 60, dividedBy: 1 },
  hours: { times: 3600, dividedBy: 1 },
};

const NUMBER = { ".": /^([+-]?)(\d{1,9})(?:\.(\d{1,6})\d*)?$/, ",": /^([+-]?)(\d{1,9})(?:,(\d{1,6})\d*)?$/ };

/** In whole numbers all the way, so that half a second is exactly half. Digits beyond the sixth decimal are dropped. */
function scaled(text: string, decimal: "." | ",", by: { times: number; dividedBy: number }): number | null {
  const found = NUMBER[decimal].exec(text);
  if (!found) return null;
  const [, sign, whole = "", fraction = ""] = found;
  const parts = BigInt(whole + fraction) * BigInt(by.times) * 2n;
  const size = 10n ** BigInt(fraction.length) * BigInt(by.dividedBy);
  const seconds = Number((parts + size) / (2n * size));
  return sign === "-" ? -seconds : seconds;
}

function clockReader(unit: string, decimal: "." | ","): DurationReader {
  const [hours, minutes, seconds] = ["HH", "MM", "SS"].map((part) => unit.includes(part));
  const parts = [hours && "(?<h>\\d{1,5})", minutes && `(?<m>${hours ? "[0-5]?\\d" : "\\d{1,6}"})`];
  const mark = decimal === "." ? "\\." : ",";
  if (seconds) parts.push(`(?<s>[0-5]?\\d)(?:${mark}(?<f>\\d)\\d*)?`);
  const form = new RegExp(`^(?<sign>[+-]?)${parts.filter(Boolean).join(":")}$`);
  return (text) => {
    const found = form.exec(text)?.groups;
    if (!found) return null;
    const total = Number(found.h ?? 0) * 3600 + Number(found.m ?? 0) * 60 + Number(found.s ?? 0);
    const rounded = total + (Number(found.f ?? 0) >= 5 ? 1 : 0);
    return found.sign === "-" ? -rounded : rounded;
  };
}

const ISO = /^([+-]?)P(?:(\d{1,4})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,9})(?:[.,](\d)\d*)?S)?)?$/;

function isoSeconds(text: string): number | null {
  const found = ISO.exec(text);
  if (!found || text.endsWith("P") || text.endsWith("T")) return null;
  const [, sign, ...parts] = found;
  const [days, hours, minutes, seconds, tenths] = parts.map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const total = days * 86_400 + hours * 3600 + minutes * 60 + seconds + (tenths >= 5 ? 1 : 0);
  return sign === "-" ? -total : total;
}
