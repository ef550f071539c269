import { z } from "zod";
import { dayField, nameField } from "../../shared/fields";
import { orElse, orNull } from "../../shared/lenient";
import { JUDGED_KINDS, type KpiFamily, type KpiUnit, type ParameterDefinition } from "../kpi-definition";

const UNITS = ["share", "percent", "seconds", "count", "rate", "points", "money"] as const satisfies readonly KpiUnit[];
const FAMILIES = [
  "efficiency",
  "quality",
  "cost",
  "demand",
  "workforce",
  "people",
] as const satisfies readonly KpiFamily[];
const PARAMETER_UNITS = [
  "seconds",
  "days",
  "answers",
  "percent",
  "points",
  "evaluations",
] as const satisfies readonly ParameterDefinition["unit"][];

const translated = (text: z.ZodType<string>) =>
  z.strictObject({ en: text, it: orNull(text), hr: orNull(text), zh: orNull(text) });

const whole = z.int();

const parameterSchema = z.strictObject({
  name: z.string().regex(/^[a-z][a-zA-Z0-9]{0,62}$/, "Write a name such as thresholdSeconds"),
  unit: z.enum(PARAMETER_UNITS),
  default: whole,
  minimum: whole,
  maximum: whole,
  description: z.string().min(1).max(1_000),
});

/** Everything of a KPI but its formula. */
export const kpiHeadSchema = z.strictObject({
  names: translated(nameField),
  descriptions: translated(z.string().min(1).max(2_000)),
  family: z.enum(FAMILIES),
  unit: z.enum(UNITS),
  direction: z.enum(["maximise", "minimise", "range"]),
  precision: orElse(z.int().min(0).max(6), 1),
  channels: orElse(z.enum(["live", "asynchronous", "all"]), "all" as const),
  judges: orElse(z.array(z.enum(JUDGED_KINDS)).min(1), ["contract", "service"] as ("contract" | "service")[]),
  parameters: orElse(z.array(parameterSchema).max(20), []),
  /** Where the definition comes from. */
  source: orElse(z.string().max(1_000), ""),
});
export type KpiHead = z.output<typeof kpiHeadSchema>;

export const formulaTermsSchema = z.strictObject({
  /** Left out: always. */
  validFrom: orNull(dayField),
  validUntil: orNull(dayField),
  formula: z.string(),
  /** Formula of how many facts the figure rests on; left out: what the formula divides by. */
  sample: orNull(z.string()),
});
export type WrittenFormulaTerms = z.output<typeof formulaTermsSchema>;

export const ownKpiSchema = kpiHeadSchema.extend({
  /** Left out: of the house, for every client. */
  client: orNull(z.string()),
  code: z
    .string()
    .regex(/^[A-Z][A-Z0-9_]{0,62}$/, "Write up to 63 capital letters, digits and underscores, beginning with a letter"),
  versions: z.array(formulaTermsSchema).min(1).max(500),
});
export type OwnKpiInput = z.input<typeof ownKpiSchema>;
