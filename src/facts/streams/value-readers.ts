import type { z } from "zod";
import { Decimal } from "../../shared/decimal";
import { day, type Day } from "../../shared/day";
import { dateReader } from "../date-format";
import type { ReadTime } from "../date-reader";
import type { InstantRules } from "../field-readers";
import { shown, type TextField } from "../field-text";
import type { FieldReader } from "../row-in-hand";
import { dayNumbered } from "../zone-clock";

const DAY_MS = 86_400_000;

/** A calendar day. Of a time with an offset, the day that it shows. */
export function dateOf({ label, read }: TextField, { formats }: Pick<InstantRules, "formats">): FieldReader<Day> {
  const readers = formats.map(dateReader);
  const time: ReadTime = { local: 0, offset: null };
  return (row) => {
    const text = read(row);
    if (text === null) return null;
    if (/^\d{4}-\d\d-\d\d$/.test(text) && formats.includes("iso")) return isoDay(text) ?? notADay();
    return readers.some((reader) => reader(text, time)) ? day(dayNumbered(Math.floor(time.local / DAY_MS))) : notADay();
    function notADay(): null {
      const reason = `"${shown(text!)}" is not a day such as 2026-03-29. Correct it, or \`format\` in the profile.`;
      return row.fail({ field: label, value: text, code: "NOT_A_DATE", reason });
    }
  };
}

function isoDay(text: string): Day | null {
  const time = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text ? null : day(text);
}

export type Range = readonly [minimum: number, maximum: number];

/** A whole number; decimals only if they are zeros. */
export function wholeNumber({ label, read }: TextField, [minimum, maximum]: Range): FieldReader<number> {
  return (row) => {
    const text = read(row);
    if (text === null) return null;
    const value = /^[-+]?\d{1,15}(\.0{1,6})?$/.test(text) ? Number(text) : NaN;
    if (value >= minimum && value <= maximum) return value;
    const reason = `"${shown(text)}" is not a whole number from ${minimum} to ${maximum}. Correct it in the source system.`;
    return row.fail({ field: label, value: text, code: "NOT_A_NUMBER", reason });
  };
}

/** An exact decimal in plain form, thousands parted or not; more decimals than `places` are refused, not rounded. */
export function decimalText({ label, read }: TextField, places: number, mark: "." | ","): FieldReader<string> {
  return (row) => {
    const text = read(row);
    if (text === null) return null;
    const plain = ungrouped(mark === "," ? text.replace(/[.,]/g, (one) => (one === "," ? "." : ",")) : text);
    const isNumber = /^[-+]?\d{1,15}(\.\d{1,20})?$/.test(plain);
    const value = isNumber ? new Decimal(plain) : null;
    if (value && value.decimalPlaces() <= places) return value.toFixed();
    const reason = `"${shown(text)}" is not a number with at most ${places} decimals. Correct it, or \`decimal\` in the profile.`;
    return row.fail({ field: label, value: text, code: "NOT_A_NUMBER", reason });
  };
}

/** Without commas that part thousands; `4,20` keeps its comma, because it is a number of another mark, and not 420. */
const ungrouped = (text: string): string =>
  /^[-+]?\d{1,3}(,\d{3})+(\.|$)/.test(text) ? text.replaceAll(",", "") : text;

/** A JSON list whose items are of one shape. */
export function jsonList<T>({ label, read }: TextField, item: z.ZodType<T>): FieldReader<readonly T[]> {
  const shape = item.array();
  return (row) => {
    const text = read(row);
    if (text === null) return null;
    const parsed = shape.safeParse(asJson(text));
    if (parsed.success) return parsed.data;
    const [first] = parsed.error.issues;
    const where = first && first.path.length > 0 ? `${label}[${first.path.join(".")}]: ` : "";
    const reason = `${where}${first?.message ?? "not a list"}. Write a JSON list of objects, such as [{"code": "…"}].`;
    return row.fail({ field: label, value: shown(text), code: "NOT_A_LIST", reason });
  };
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
