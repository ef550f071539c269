import { z } from "zod";
import { orElse } from "../../shared/lenient";
import type { Guard } from "./clause";
import { amountField, levelField } from "./mechanism.schema";

const sampleField = z.int().min(0).max(1_000_000_000);
const kind = <K extends Guard["kind"]>(name: K) => z.literal(name);

/** Guards as people write them. */
export const GUARD_SCHEMAS = {
  binomial: z.strictObject({ kind: kind("binomial"), alpha: amountField }),
  critical_z: z.strictObject({
    kind: kind("critical_z"),
    table: z
      .array(z.strictObject({ fromSample: sampleField, z: amountField }))
      .min(1)
      .max(200),
  }),
  small_sample: z.strictObject({
    kind: kind("small_sample"),
    table: z
      .array(z.strictObject({ upToSample: sampleField, missesAllowed: sampleField }))
      .min(1)
      .max(200),
  }),
  minimum_sample: z.strictObject({ kind: kind("minimum_sample"), sample: sampleField }),
  all_reach: z.strictObject({
    kind: kind("all_reach"),
    level: levelField,
    objectives: orElse(z.array(z.string()), [] as string[]),
  }),
} satisfies Record<Guard["kind"], z.ZodType>;

export type WrittenGuard<K extends Guard["kind"] = Guard["kind"]> = z.infer<(typeof GUARD_SCHEMAS)[K]>;
