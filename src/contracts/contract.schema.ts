import { z } from "zod";
import { codeField, countField, currencyField, dayField, nameField, timeZoneField } from "../shared/fields";
import { orElse, orNull } from "../shared/lenient";
import { APPROVERS } from "./exclusions/exclusion.rules";

const DEFAULT_GRACE_DAYS = 5;

const termField = z
  .strictObject({ from: dayField, until: orNull(dayField) })
  .superRefine(({ from, until }, context) => {
    if (until === null || until > from) return;
    const remedy = "until is the first day after the term, so it must be later than from.";
    context.addIssue({
      code: "custom",
      path: ["until"],
      message: `The term ends before it begins.`,
      params: { remedy },
    });
  });

export const contractSchema = z.strictObject({
  client: z.string(),
  code: codeField,
  name: nameField,
  currency: currencyField,
  timeZone: timeZoneField,
  calendar: z.string(),
  term: termField,
  graceDays: orElse(countField.max(366), DEFAULT_GRACE_DAYS),
  restatementNeedsConsent: orElse(z.boolean(), false),
  exclusionsApprovedBy: orElse(z.enum(APPROVERS), "both" as const),
});
export type ContractInput = z.input<typeof contractSchema>;
