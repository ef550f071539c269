import { z } from "zod";
import { countField, dayField, nameField } from "../shared/fields";
import { orElse, orNull } from "../shared/lenient";
import { HOUSE_KPI_SET } from "./house-kpi-set.rules";
import { WEIGHT_RULES, type WeightRule } from "./kpi-set.entity";
import { scoreField } from "./schemes/scheme.schema";

const levelSchema = z.strictObject({
  name: nameField,
  /** A name of `LEVEL_COLOURS`, or `#rrggbb`. */
  colour: z.string(),
  /** The lowest score still of the level. */
  from: scoreField,
});

export const kpiSetTermsSchema = z.strictObject({
  /** May be left out under a contract: from its first day. */
  validFrom: orNull(dayField),
  validUntil: orNull(dayField),
  weights: orElse(z.enum(WEIGHT_RULES), "rescaled" as WeightRule),
  /** From worst to best; left out: the house's. */
  levels: orNull(z.array(levelSchema).min(1)),
  anonymousUnder: orElse(countField, HOUSE_KPI_SET.anonymousUnder),
});
export type WrittenKpiSetTerms = z.infer<typeof kpiSetTermsSchema>;

export const kpiSetSchema = z.strictObject({
  role: z.string(),
  /** Left out: for every client. */
  client: orNull(z.string()),
  contract: orNull(z.string()),
  service: orNull(z.string()),
  versions: z.array(kpiSetTermsSchema),
});
export type KpiSetInput = z.input<typeof kpiSetSchema>;
