import { z } from "zod";
import { dayField } from "../shared/fields";
import { orElse, orNull } from "../shared/lenient";

export const trainingSchema = z.strictObject({
  client: z.string(),
  contract: z.string(),
  trainer: z.string(),
  trainee: z.string(),
  /** Left out: every service of the contract. */
  service: orNull(z.string()),
  /** Left out: from the contract's first day. */
  validFrom: orNull(dayField),
  validUntil: orNull(dayField),
  /** True: it was entered by mistake and never was. */
  withdrawn: orElse(z.boolean(), false),
});
export type TrainingInput = z.input<typeof trainingSchema>;
