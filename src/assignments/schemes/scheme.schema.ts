import { z } from "zod";
import { targetField } from "../../objectives/objective-fields.schema";
import { decimalField, nameField } from "../../shared/fields";
import { orElse, orNull } from "../../shared/lenient";
import type { SchemeKind } from "../scoring-scheme";

const MOST_POINTS = 200;
const MOST_DECIMALS = 10;

/** 0 to 200, where 100 is what was asked for. */
export const scoreField = decimalField.superRefine((score, context) => {
  if (Number(score) >= 0 && Number(score) <= MOST_POINTS) return;
  const params = { remedy: "Scores and points are from 0 to 200; 100 is what was asked for." };
  context.addIssue({ code: "custom", message: `The score is ${score}.`, params });
});

const decimals = z.int().min(0).max(MOST_DECIMALS);
const roundingSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("continuous"), decimals: orNull(decimals) }),
  z.strictObject({ kind: z.enum(["truncate", "half_up"]), decimals }),
]);
const CONTINUOUS = { kind: "continuous" as const, decimals: null };

const zoneSchema = z.strictObject({
  from: targetField,
  until: targetField,
  pointsFrom: scoreField,
  /** Left out: the same all over the zone. */
  pointsUntil: orNull(scoreField),
});

const levelSchema = z.strictObject({
  level: nameField,
  score: scoreField,
  /** The worst value still of the level. */
  from: orNull(targetField),
  /** The best value still of the level, where bands are written as ranges. */
  to: orNull(targetField),
  /** Where ranges overlap, the lower number wins. */
  order: orNull(z.int()),
});

const kind = <K extends SchemeKind>(name: K) => z.literal(name);

/** Values in the KPI's unit, as people write them. */
export const SCHEME_SCHEMAS = {
  attainment: z.strictObject({ kind: kind("attainment") }),
  percentage: z.strictObject({ kind: kind("percentage") }),
  worst_best: z.strictObject({ kind: kind("worst_best"), worst: targetField, best: targetField }),
  zones: z.strictObject({
    kind: kind("zones"),
    below: scoreField,
    zones: z.array(zoneSchema).min(1),
    above: scoreField,
  }),
  levels: z.strictObject({
    kind: kind("levels"),
    rounding: orElse(roundingSchema, CONTINUOUS),
    levels: z.array(levelSchema).min(2),
    meets: z.string(),
  }),
  around: z.strictObject({ kind: kind("around"), tolerance: targetField, limit: targetField }),
  curve: z.strictObject({
    kind: kind("curve"),
    averaging: z.enum(["input", "output"]),
    points: z.array(z.strictObject({ value: targetField, score: scoreField })).min(2),
  }),
} satisfies Record<SchemeKind, z.ZodType>;

export type WrittenScheme<K extends SchemeKind = SchemeKind> = z.infer<(typeof SCHEME_SCHEMAS)[K]>;

/** A scheme with nothing to say about it may be written as its name. */
export const schemeField = z.union([z.string(), z.record(z.string(), z.unknown())]);
export type RawScheme = z.infer<typeof schemeField>;
