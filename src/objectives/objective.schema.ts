import { z } from "zod";
import { codeField, countField, dayField, nameField } from "../shared/fields";
import { orElse, orNull } from "../shared/lenient";
import { PERIOD_KINDS } from "../shared/period";

/** `80 %`, `0.8` or `240`; which of them a KPI takes depends on its unit. */
export const targetField = z.union([z.number(), z.string().min(1)]).transform(String);

export const objectiveTermsSchema = z.strictObject({
  /** Left out: from the contract's first day. */
  validFrom: orNull(dayField),
  validUntil: orNull(dayField),
  kpi: z.string(),
  /** Dialect and parameters left out: the catalogue's defaults. */
  dialect: orNull(z.string()),
  parameters: orElse(z.record(z.string(), z.unknown()), {} as Record<string, unknown>),
  target: targetField,
  /** Missing it is worse than missing the target. */
  minimum: orNull(targetField),
  measuredBy: z.enum(PERIOD_KINDS),
  /** Under so many facts the outcome is undetermined. */
  minSample: orElse(countField, 0),
});
export type WrittenObjectiveTerms = z.infer<typeof objectiveTermsSchema>;

export const objectiveSchema = z.strictObject({
  client: z.string(),
  contract: z.string(),
  /** Left out: of the contract as a whole. */
  service: orNull(z.string()),
  code: codeField,
  name: nameField,
  clause: nameField,
  versions: z.array(objectiveTermsSchema),
});
export type ObjectiveInput = z.input<typeof objectiveSchema>;
