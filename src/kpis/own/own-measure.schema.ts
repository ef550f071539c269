import { z } from "zod";
import { dayField } from "../../shared/fields";
import { orElse, orNull } from "../../shared/lenient";
import { STREAMS } from "../../shared/stream";

/** How a field is compared. */
export const OPERATORS = ["=", "!=", "<", "<=", ">", ">=", "in", "known", "not known"] as const;
export type Operator = (typeof OPERATORS)[number];

const SPELLINGS: Readonly<Record<string, string>> = { "≠": "!=", "≤": "<=", "≥": ">=", "==": "=" };

const value = z.union([z.string().max(10_000), z.number(), z.boolean()]);
export type ConditionValue = z.infer<typeof value>;

export const conditionSchema = z.strictObject({
  field: z.string(),
  is: z.preprocess((word) => (typeof word === "string" ? (SPELLINGS[word] ?? word) : word), z.enum(OPERATORS)),
  /** What it is compared with; `parameter` instead names a parameter of the KPI, `values` is the list of `in`. */
  value: orNull(value),
  values: orNull(z.array(value).min(1).max(1_000)),
  parameter: orNull(z.string().regex(/^[a-z][a-zA-Z0-9]{0,62}$/, "Write a name such as thresholdSeconds.")),
});
export type Condition = z.output<typeof conditionSchema>;

export const AGGREGATES = ["count", "sum", "min", "max"] as const;

/** What it counts, from a day on. */
export const measureTermsSchema = z.strictObject({
  /** Left out: always. */
  validFrom: orNull(dayField),
  validUntil: orNull(dayField),
  aggregate: orElse(z.enum(AGGREGATES), "count" as const),
  /** The field that is summed, or whose least or greatest value is taken. */
  of: orNull(z.string()),
  where: orElse(z.array(conditionSchema).max(50), []),
  /** The instant that decides on which day a fact counts; left out: the usual one of the stream. */
  attribution: orNull(z.string()),
});
export type WrittenMeasureTerms = z.output<typeof measureTermsSchema>;
export type MeasureTerms = Omit<WrittenMeasureTerms, "validFrom" | "validUntil">;

export const measureSchema = z.strictObject({
  /** Left out: of the house, for every client. */
  client: orNull(z.string()),
  code: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,62}$/, "Write up to 63 small letters, digits and underscores, beginning with a letter"),
  stream: z.enum(STREAMS),
  description: z.string().min(1).max(1_000),
  versions: z.array(measureTermsSchema).min(1).max(500),
});
export type MeasureInput = z.input<typeof measureSchema>;
