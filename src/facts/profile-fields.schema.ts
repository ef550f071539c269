import { z } from "zod";
import { timeZoneField } from "../shared/fields";

/** Where a value comes from before it is understood: a column, several columns joined, or the same value for each row. */
const scalar = z.union([z.string(), z.number(), z.boolean()]);
export const marks = z.array(z.string()).describe("Texts that mean: no value. Matched after trimming.");
const valueMap = z
  .record(z.string(), scalar.nullable())
  .refine((map) => new Set(Object.keys(map).map((key) => key.trim().toLowerCase())).size === Object.keys(map).length, {
    error:
      "Two keys of this map differ in upper and lower case or in spaces only; values are matched without regard to either.",
  });

const origin = {
  column: z.string().min(1).optional().describe("The column's name, exactly as in the header."),
  columns: z.array(z.string().min(1)).min(2).optional().describe("Several columns, put together with `join` between."),
  join: z.string().optional().describe("Between joined columns; one space when left out."),
  constant: scalar.optional().describe("The same value for every row."),
  map: valueMap.optional().describe("Foreign value → our value; null: no value. Case and outer spaces do not matter."),
  otherwise: scalar
    .nullable()
    .optional()
    .describe("For values the map does not name; without it such a row is rejected."),
  missing: marks.optional().describe("Marks for this field, instead of the profile's."),
  optional: z.boolean().optional().describe("True: the file may come without the column."),
};

interface Origin {
  column?: string | undefined;
  columns?: string[] | undefined;
  constant?: unknown;
  map?: unknown;
  otherwise?: unknown;
}
const fromOneOrigin = (spec: Origin): boolean =>
  [spec.column, spec.columns, spec.constant].filter((one) => one !== undefined).length === 1;
const mapsBeforeOtherwise = (spec: Origin): boolean => spec.map !== undefined || spec.otherwise === undefined;

/** A field's rule; a bare text is short for `{ column: text }`. */
function field<S extends z.ZodRawShape>(extra: S) {
  const full = z
    .strictObject({ ...origin, ...extra })
    .refine((spec) => fromOneOrigin(spec as Origin), {
      error: "Give exactly one of `column`, `columns` and `constant`.",
    })
    .refine((spec) => mapsBeforeOtherwise(spec as Origin), {
      error: "`otherwise` says what values become that `map` does not name: give the map as well.",
      path: ["otherwise"],
    });
  return z.preprocess((given) => (typeof given === "string" ? { column: given } : given), full);
}

const INSTANT_WORDS = ["iso", "epoch-seconds", "epoch-milliseconds"];
const dateFormat = z.string().refine((format) => INSTANT_WORDS.includes(format) || /[yMdHhLoqS]/.test(format), {
  error: `Write a date format in Luxon's tokens, for example "dd/MM/yyyy HH:mm:ss", or one of ${INSTANT_WORDS.join(", ")}.`,
});

export const DURATION_UNITS = [
  "seconds",
  "milliseconds",
  "minutes",
  "hours",
  "HH:MM:SS",
  "MM:SS",
  "HH:MM",
  "iso",
] as const;

/** A value as it stands. */
export const text = field({});
export const instant = field({
  format: z
    .union([dateFormat, z.array(dateFormat).min(1)])
    .optional()
    .describe("Luxon tokens; several are tried in turn; `iso` when left out."),
  timeZone: timeZoneField.optional().describe("Of this field's local times, instead of the profile's."),
});
export const duration = field({
  unit: z
    .enum(DURATION_UNITS)
    .optional()
    .describe("`seconds` when left out. Fractions round half up to whole seconds."),
});
export const flag = field({});
export const identifier = field({
  hash: z.boolean().optional().describe("True: the joined text is replaced by a short hash of it."),
});
/** From worst to best are 2 to 100 answers. */
const isScale = ({ worst = 1, best = 5 }: { worst?: number; best?: number }): boolean =>
  Math.abs(best - worst) >= 1 && Math.abs(best - worst) <= 99;

const ratingField = field({
  worst: z.number().int().optional().describe("The number that stands for the worst answer; 1 when left out."),
  best: z
    .number()
    .int()
    .optional()
    .describe("The number that stands for the best answer; 5 when left out. Below `worst` on a reversed scale."),
});
export const rating = ratingField.refine((spec) => isScale(spec as never), {
  error: "A scale has 2 to 100 answers: `worst` and `best` differ by 1 to 99.",
});
