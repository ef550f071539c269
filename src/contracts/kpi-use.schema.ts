import { z } from "zod";
import { countField, dayField } from "../shared/fields";
import { orElse, orNull } from "../shared/lenient";

/** How a KPI is computed: what is left out takes the catalogue's default. The catalogue checks names and ranges. */
export const kpiTermsFields = {
  dialect: orNull(z.string()),
  parameters: orElse(z.record(z.string(), z.unknown()), {} as Record<string, unknown>),
  minSample: orElse(countField, 0),
};

export const kpiUseTermsSchema = z.strictObject({
  /** Left out: from the contract's first day. */
  validFrom: orNull(dayField),
  validUntil: orNull(dayField),
  ...kpiTermsFields,
});

export type KpiUseTerms = z.infer<typeof kpiUseTermsSchema>;

export const kpiUseSchema = z.strictObject({
  client: z.string(),
  contract: z.string(),
  /** Left out: under every service of the contract that has no use of its own. */
  service: orNull(z.string()),
  kpi: z.string(),
  versions: z.array(kpiUseTermsSchema),
});
export type KpiUseInput = z.input<typeof kpiUseSchema>;
