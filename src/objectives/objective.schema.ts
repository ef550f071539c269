import { z } from "zod";
import { codeField, countField, dayField, nameField } from "../shared/fields";
import { orElse, orNull } from "../shared/lenient";
import { PERIOD_KINDS } from "../shared/period";
import {
  baselineField,
  compositeField,
  exclusionsField,
  questionField,
  reliefField,
  rollingField,
  roundingField,
  targetField,
  weightField,
} from "./objective-fields.schema";

export const objectiveTermsSchema = z.strictObject({
  /** Left out: from the day the amendment takes effect, else from the contract's first day. */
  validFrom: orNull(dayField),
  validUntil: orNull(dayField),
  /** Code of the amendment that brought it. */
  amendment: orNull(z.string()),
  /** Left out of objectives that are put together or assessed. */
  kpi: orNull(z.string()),
  /** Dialect and parameters left out: the catalogue's defaults. */
  dialect: orNull(z.string()),
  parameters: orElse(z.record(z.string(), z.unknown()), {} as Record<string, unknown>),
  /** Left out where it follows from a baseline. */
  target: orNull(targetField),
  /** Missing it is worse than missing the target. */
  minimum: orNull(targetField),
  /** The level expected over time. */
  expected: orNull(targetField),
  /** How a value is rounded before it is compared; left out: it is not. */
  rounding: orNull(roundingField),
  baseline: orNull(baselineField),
  weight: orElse(weightField, "1"),
  measuredBy: z.enum(PERIOD_KINDS),
  /** This period and so many less one before it are judged together. */
  rolling: orElse(rollingField, 1),
  /** Under so many facts the outcome is undetermined. */
  minSample: orElse(countField, 0),
  /** Code of a calendar: only what happens within its windows counts. */
  calendar: orNull(z.string()),
  /** Left out: all kinds; none named: none. */
  exclusionsAllowed: orNull(exclusionsField),
  relief: orNull(reliefField),
  /** What it is put together from. */
  composite: orNull(compositeField),
  /** What is asked. */
  question: orNull(questionField),
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
