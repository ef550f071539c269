import { z } from "zod";
import { targetField } from "../objectives/objective.schema";
import { countField, dayField, decimalField } from "../shared/fields";
import { orElse, orNull } from "../shared/lenient";

const HUNDRED = 100;

const weightField = decimalField.superRefine((weight, context) => {
  if (Number(weight) >= 0 && Number(weight) <= HUNDRED) return;
  const params = { remedy: "Weights are from 0 (shown, not scored) to 100." };
  context.addIssue({ code: "custom", message: `The weight is ${weight}.`, params });
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
