import { z } from "zod";
import { codeField, dayField, nameField } from "../shared/fields";
import { orElse } from "../shared/lenient";
import { AMENDMENT_RULES } from "./amendment-rule";

/** What an amendment says, whoever writes it. */
export const amendmentTermsShape = {
  title: nameField,
  /** The document and section that hold it. */
  document: nameField,
  signedOn: dayField,
  effectiveFrom: dayField,
  /** What becomes of a period within which it takes effect. */
  rule: orElse(z.enum(AMENDMENT_RULES), "by_volume" as const),
  /** It was signed after the day from which it takes effect, and that is meant. */
  retroactive: orElse(z.boolean(), false),
};

export const amendmentSchema = z.strictObject({
  client: z.string(),
  contract: z.string(),
  code: codeField,
  ...amendmentTermsShape,
  /** It no longer counts; only while nothing cites it. */
  withdrawn: orElse(z.boolean(), false),
});
export type AmendmentInput = z.input<typeof amendmentSchema>;
export type WrittenAmendment = z.infer<typeof amendmentSchema>;
