import { createHash } from "node:crypto";
import { dateReader, swapped } from "./date-format";
import type { DateReader, ReadTime } from "./date-reader";
import { durationReader, type DurationUnit } from "./duration-text";
import { listed, shown, type TextField } from "./field-text";
import type { FieldReader, RowInHand } from "./row-in-hand";
import { zoneClock, type ZoneClock } from "./zone-clock";

const LONGEST_TEXT = 300;
const LONGEST_DURATION = 366 * 86_400;

/** A text of at most 300 characters: longer ones could not be indexed. */
export function shortText({ label, read }: TextField): FieldReader<string> {
  return (row) => {
    const text = read(row);
    if (text === null || text.length <= LONGEST_TEXT) return text;
    const reason = `At most ${LONGEST_TEXT} characters can be kept; this has ${text.length}.`;
    return row.fail({ field: label, value: text, code: "TEXT_TOO_LONG", reason });
  };
}

/** An identifier; hashed, it is 128 bits of SHA-256 in 32 hexadecimal digits. */
export function identifier(field: TextField, hash: boolean): FieldReader<string> {
  if (!hash) return shortText(field);
  return (row) => {
    const text = field.read(row);
    return text === null ? null : createHash("sha256").update(text).digest("hex").slice(0, 32);
  };
}

/** One of some words, whatever the case. */
export function oneOf<T extends string>({ label, read }: TextField, words: readonly T[]): FieldReader<T> {
  const known = new Map<string, T>(words.map((word) => [word, word]));
  return (row) => {
    const text = read(row);
    if (text === null) return null;
    const word = known.get(text) ?? known.get(text.toLowerCase());
    if (word !== undefined) return word;
    const reason = `"${shown(text)}" is not one of ${listed(words)}. Translate it with a \`map\` in the profile.`;
    return row.fail({ field: label, value: text, code: "UNKNOWN_VALUE", reason });
  };
}

const FLAGS = new Map<string, boolean>([
  ...["true", "t", "yes", "y", "1"].map((word) => [word, true] as const),
  ...["false", "f", "no", "n", "0"].map((word) => [word, false] as const),
]);

/** Yes or no: true/false, t/f, yes/no, y/n, 1/0, whatever the case. */
export function flag({ label, read }: TextField): FieldReader<boolean> {
  return (row) => {
    const text = read(row);
    if (text === null) return null;
    const value = FLAGS.get(text) ?? FLAGS.get(text.toLowerCase());
    if (value !== undefined) return value;
    const reason = `"${shown(text)}" is neither yes nor no. Translate it with a \`map\` to true and false.`;
    return row.fail({ field: label, value: text, code: "UNKNOWN_VALUE", reason });
  };
}

/** Whole seconds, zero or more. */
export function duration({ label, read }: TextField, unit: DurationUnit, decimal: "." | ","): FieldReader<number> {
  const parse = durationReader(unit, decimal);
  return (row) => {
    const text = read(row);
    if (text === null) return null;
    const seconds = parse(text);
    if (seconds !== null && seconds >= 0 && seconds <= LONGEST_DURATION && !text.startsWith("-")) return seconds;
    if (seconds === null) {
      const reason = `"${shown(text)}" is not a duration in ${unit}. Correct it, or \`unit\` in the profile.`;
      return row.fail({ field: label, value: text, code: "NOT_A_DURATION", reason });
    }
    if (seconds > LONGEST_DURATION) {
      const reason = `"${shown(text)}" in ${unit} is more than a year. Correct it, or \`unit\` in the profile.`;
      return row.fail({ field: label, value: text, code: "NOT_A_DURATION", reason });
    }
    const reason = `"${shown(text)}" is less than nothing. Correct it in the source system.`;
    return row.fail({ field: label, value: text, code: "NEGATIVE_DURATION", reason });
  };
}

export interface InstantRules {
  readonly formats: readonly string[];
  /** Zone of local times; null: the service's. */
  readonly zone: string | null;
  /** Told of each text that fits only with day and month swapped. */
  readonly onSwapped: (fitting: string) => void;
}

/** An instant in milliseconds since 1970. */
export function instant({ label, read }: TextField, rules: InstantRules): FieldReader<number> {
  const readers = rules.formats.map(dateReader);
  const own = rules.zone === null ? null : zoneClock(rules.zone);
  const time: ReadTime = { local: 0, offset: null };
  return (row) => {
    const text = read(row);
    if (text === null) return null;
    if (!readers.some((reader) => reader(text, time))) return row.fail(notADate(label, text, rules));
    if (time.offset !== null) return time.local - time.offset * 60_000;
    const clock = own ?? row.clock;
    return clock === null ? null : onClock({ label, text, local: time.local }, clock, row);
  };
}

interface LocalText {
  readonly label: string;
  readonly text: string;
  readonly local: number;
}

/**
 * A local time that the clock skipped is refused. One that it showed twice is the first of the two; for the answer and
 * the end of a contact, the first that is not before it was offered.
 */
function onClock({ label, text, local }: LocalText, clock: ZoneClock, row: RowInHand): number | null {
  const [first, second] = clock.instantsOf(local);
  if (first !== undefined) return second !== undefined && first < row.notBefore ? second : first;
  const reason =
    `"${shown(text)}" never was in ${clock.name}: the clock was put forward over it. ` +
    "Set `timeZone` to what the source system really writes (perhaps UTC), or write times with their offset.";
  return row.fail({ field: label, value: text, code: "SKIPPED_LOCAL_TIME", reason });
}

function notADate(label: string, text: string, { formats, onSwapped }: InstantRules) {
  const written = formats.map((format) => `"${format}"`).join(" or ");
  const fitting = fittingSwap(text, formats);
  if (fitting !== null) onSwapped(fitting);
  const hint = fitting === null ? "" : ` With day and month swapped it would be: is the format "${fitting}"?`;
  const reason = `"${shown(text)}" is not a date in the format ${written}.${hint || " Correct it, or `format` in the profile."}`;
  return { field: label, value: text, code: "NOT_A_DATE", reason } as const;
}

const swaps = new Map<string, DateReader>();

function fittingSwap(text: string, formats: readonly string[]): string | null {
  const out: ReadTime = { local: 0, offset: null };
  for (const format of formats) {
    const other = swapped(format);
    if (other === null) continue;
    const reader = swaps.get(other) ?? dateReader(other);
    swaps.set(other, reader);
    if (reader(text, out)) return other;
  }
  return null;
}
