import { shown, type TextField } from "./field-text";
import type { SurveyProfile } from "./import-profile.schema";
import type { ProfileReaders } from "./profile-readers";
import type { FieldReader, RowInHand } from "./row-in-hand";

/** An answer on a scale from 1, the worst, to `scale`, the best. */
export interface Rating {
  readonly value: number | null;
  readonly scale: number;
}

interface Scale {
  readonly worst: number;
  readonly best: number;
}

/**
 * Brings every scale to one that begins at 1 with the worst answer.
 * | worst | best | text | value | scale |
 * |     1 |    5 | 4    |     4 |     5 |
 * |     0 |   10 | 9    |    10 |    11 |
 * |     6 |    1 | 2    |     5 |     6 |
 */
export function ratingReader(
  { rating, ratingScale }: Pick<SurveyProfile["fields"], "rating" | "ratingScale">,
  readers: ProfileReaders,
  decimal: "." | ",",
): FieldReader<Rating> {
  const usual: Scale = { worst: rating?.worst ?? 1, best: rating?.best ?? 5 };
  const field = rating ? readers.text("rating", rating) : null;
  const readUsual = field ? wholeNumber(field, usual, decimal) : () => null;
  const readScale = ratingScale ? wholeNumber(readers.text("ratingScale", ratingScale), MOST) : () => null;
  return (row) => {
    const best = readScale(row);
    if (best === null) return onScale(readUsual(row), usual);
    const own = { worst: 1, best };
    return onScale(field ? wholeNumber(field, own, decimal)(row) : null, own);
  };
}

const MOST: Scale = { worst: 2, best: 100 };

const onScale = (value: number | null, { worst, best }: Scale): Rating => ({
  value: value === null ? null : Math.abs(value - worst) + 1,
  scale: Math.abs(best - worst) + 1,
});

function wholeNumber(
  { label, read }: TextField,
  { worst, best }: Scale,
  decimal: "." | "," = ".",
): FieldReader<number> {
  return (row: RowInHand) => {
    const text = read(row);
    if (text === null) return null;
    const plain = decimal === "," ? text.replace(",", ".") : text;
    const value = /^-?\d{1,6}(\.0{1,6})?$/.test(plain) ? Number(plain) : NaN;
    if (value >= Math.min(worst, best) && value <= Math.max(worst, best)) return value;
    const reason =
      `"${shown(text)}" is not a whole number from ${Math.min(worst, best)} to ${Math.max(worst, best)}. ` +
      "Correct it, translate it with a `map`, or give the scale's `worst` and `best` in the profile.";
    return row.fail({ field: label, value: text, code: "NOT_A_RATING", reason });
  };
}
