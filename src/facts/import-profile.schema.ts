import { z } from "zod";
import { timeZoneField } from "../shared/fields";
import type { Stream } from "../shared/stream";

/** Where a value comes from before it is understood: a column, several columns joined, or the same value for each row. */
const scalar = z.union([z.string(), z.number(), z.boolean()]);
const marks = z.array(z.string()).describe("Texts that mean: no value. Matched after trimming.");
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

const text = field({});
const instant = field({
  format: z
    .union([dateFormat, z.array(dateFormat).min(1)])
    .optional()
    .describe("Luxon tokens; several are tried in turn; `iso` when left out."),
  timeZone: timeZoneField.optional().describe("Of this field's local times, instead of the profile's."),
});
const duration = field({
  unit: z
    .enum(DURATION_UNITS)
    .optional()
    .describe("`seconds` when left out. Fractions round half up to whole seconds."),
});
const flag = field({});
const identifier = field({
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
const rating = ratingField.refine((spec) => isScale(spec as never), {
  error: "A scale has 2 to 100 answers: `worst` and `best` differ by 1 to 99.",
});

const condition = z
  .strictObject({
    column: z.string().min(1),
    missing: z
      .boolean()
      .optional()
      .describe("True: the row is left out when the column has no value; false: when it has one."),
    in: z.array(z.string()).min(1).optional(),
    notIn: z.array(z.string()).min(1).optional(),
  })
  .refine((one) => [one.missing, one.in, one.notIn].filter((part) => part !== undefined).length === 1, {
    error: "Give exactly one of `missing`, `in` and `notIn`.",
  });

const oneCharacter = z.string().refine((one) => one.length === 1 && one.charCodeAt(0) < 128 && !/[\r\n\0]/.test(one), {
  error: "This is one character of ASCII that is not a line end, for example ; or \\t.",
});

export const ENCODINGS = ["utf-8", "windows-1252", "latin1"] as const;

const csv = z.strictObject({
  delimiter: oneCharacter.optional().describe("A comma when left out."),
  quote: z
    .union([oneCharacter, z.null()])
    .optional()
    .describe('`"` when left out; null: no quoting, quotes are plain text.'),
  header: z
    .union([z.literal(true), z.array(z.string().min(1)).min(1)])
    .optional()
    .describe("Names of the columns, for files without a header row."),
});

const common = {
  source: z.string().min(1).max(100).optional().describe("The system that wrote the file; part of a fact's identity."),
  format: z.enum(["csv", "ndjson"]).optional().describe("Recognised by its first character when left out."),
  encoding: z.enum(ENCODINGS).optional().describe("utf-8 when left out."),
  timeZone: timeZoneField.optional().describe("Of local times without an offset; the service's zone when left out."),
  decimal: z.enum([".", ","]).optional().describe("The decimal mark of numbers; a point when left out."),
  missing: marks.optional().describe("Only the empty text when left out; a text of spaces only counts as empty."),
  csv: csv.optional(),
  skipWhen: z
    .array(condition)
    .optional()
    .describe("Rows to leave out, counted apart; one condition that holds is enough."),
};

const contactFields = z.strictObject({
  externalId: identifier,
  service: text,
  channel: text,
  person: text.optional(),
  customerRef: identifier.optional(),
  reason: text.optional(),
  outcome: text,
  offeredAt: instant,
  answeredAt: instant.optional(),
  endedAt: instant.optional(),
  waitSeconds: duration.optional(),
  talkSeconds: duration.optional(),
  holdSeconds: duration.optional(),
  wrapSeconds: duration.optional(),
  transferred: flag.optional(),
});

const surveyFields = z.strictObject({
  externalId: identifier,
  service: text,
  channel: text,
  person: text.optional(),
  contactExternalId: identifier.optional(),
  surveyedAt: instant,
  closedAt: instant.optional(),
  rating: rating.optional(),
  ratingScale: text.optional(),
  resolved: flag.optional(),
  resolvedFirstContact: flag.optional(),
});

/** How a foreign file of contacts is read. */
export const contactProfile = z.strictObject({ ...common, fields: contactFields });
/** How a foreign file of surveys is read. */
export const surveyProfile = z.strictObject({ ...common, fields: surveyFields });

export type ContactProfile = z.output<typeof contactProfile>;
export type SurveyProfile = z.output<typeof surveyProfile>;
/** What `import_profile.definition` holds. */
export type ProfileDefinition = ContactProfile | SurveyProfile;

export const profileSchemaOf = (stream: Stream): z.ZodType<ProfileDefinition> =>
  stream === "contact" ? contactProfile : surveyProfile;
