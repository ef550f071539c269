import { z } from "zod";
import { timeZoneField } from "../shared/fields";
import type { FieldSpec } from "./field-text";
import { duration, flag, identifier, instant, marks, rating, text } from "./profile-fields.schema";

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

/** What profiles of every stream say. */
export const common = {
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
  ringSeconds: duration.optional(),
  whisperSeconds: duration.optional(),
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
  errorKind: text.optional(),
  rootCause: text.optional(),
  rootCauseApproved: flag.optional(),
});

/** How a foreign file of contacts is read. */
export const contactProfile = z.strictObject({ ...common, fields: contactFields });
/** How a foreign file of surveys is read. */
export const surveyProfile = z.strictObject({ ...common, fields: surveyFields });

export type ContactProfile = z.output<typeof contactProfile>;
export type SurveyProfile = z.output<typeof surveyProfile>;
/** Of any other stream: its fields are declared in `streams/`. */
export type DeclaredProfile = Omit<ContactProfile, "fields"> & {
  readonly fields: Readonly<Record<string, FieldSpec | undefined>> & { readonly externalId: FieldSpec };
};
/** What `import_profile.definition` holds. */
export type ProfileDefinition = ContactProfile | SurveyProfile | DeclaredProfile;
