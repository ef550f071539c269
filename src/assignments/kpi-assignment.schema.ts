import { z } from "zod";
import { baselineField, targetField } from "../objectives/objective-fields.schema";
import { countField, dayField, decimalField } from "../shared/fields";
import { orElse, orNull } from "../shared/lenient";
import { schemeField, scoreField } from "./schemes/scheme.schema";
import { ON_MISSING, type OnMissing } from "./scoring-scheme";

const HUNDRED = 100;

const weightField = decimalField.superRefine((weight, context) => {
  if (Number(weight) >= 0 && Number(weight) <= HUNDRED) return;
  const params = { remedy: "Weights are from 0 (shown, not scored) to 100." };
  context.addIssue({ code: "custom", message: `The weight is ${weight}.`, params });
});

const gateSchema = z.strictObject({
  /** The worst value that passes. */
  atLeast: targetField,
  /** What the whole score is at most where it does not. */
  cap: orElse(scoreField, "0"),
});

export const assignmentTermsSchema = z.strictObject({
  /** May be left out under a contract: from its first day. */
  validFrom: orNull(dayField),
  validUntil: orNull(dayField),
  dialect: orNull(z.string()),
  parameters: orElse(z.record(z.string(), z.unknown()), {} as Record<string, unknown>),
  weight: weightField,
  /** Left out: the target of the contract's objective for this KPI. */
  target: orNull(targetField),
  minSample: orElse(countField, 0),
  /** How the value becomes a score; left out: attainment. */
  scheme: orNull(schemeField),
  onMissing: orElse(z.enum(ON_MISSING), "renormalise" as OnMissing),
  gate: orNull(gateSchema),
  /** Instead of a target: what to improve, and by how much. */
  baseline: orNull(baselineField),
});
export type WrittenAssignmentTerms = z.infer<typeof assignmentTermsSchema>;

export const kpiAssignmentSchema = z.strictObject({
  role: z.string(),
  /** Left out: for every client. */
  client: orNull(z.string()),
  contract: orNull(z.string()),
  service: orNull(z.string()),
  kpi: z.string(),
  versions: z.array(assignmentTermsSchema),
});
export type KpiAssignmentInput = z.input<typeof kpiAssignmentSchema>;
