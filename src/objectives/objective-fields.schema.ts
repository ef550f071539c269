import { z } from "zod";
import { EXCLUSION_KINDS } from "../contracts/exclusions/exclusion.rules";
import { decimalField, nameField } from "../shared/fields";
import { orElse, orNull } from "../shared/lenient";
import { PERIOD_KINDS } from "../shared/period";
import { COMPOSITE_RULES } from "./objective-terms";

/** `80 %`, `0.8` or `240`; which of them a KPI takes depends on its unit. */
export const targetField = z.union([z.number(), z.string().min(1)]).transform(String);

const MOST_DECIMALS = 6;
export const roundingField = z.strictObject({
  mode: z.enum(["half_up", "truncate"]),
  /** Of the value as people see it: of the percentage for shares. */
  decimals: z.int().min(0).max(MOST_DECIMALS),
});

export const baselineField = z.strictObject({
  value: targetField,
  improveBy: targetField,
  /** Where the value comes from, for people. */
  measured: nameField,
});

const partSchema = z.strictObject({ objective: z.string(), weight: orElse(decimalField, "1") });
export const compositeField = z.strictObject({
  rule: z.enum(COMPOSITE_RULES),
  /** Other objectives of the contract. */
  parts: z.array(partSchema).min(1),
});

const LONGEST_QUESTION = 500;
const pointsField = z.int().min(-1_000).max(1_000);
export const questionField = z.strictObject({
  question: z.string().trim().min(1).max(LONGEST_QUESTION),
  /** Points from worst to best. */
  scale: z.strictObject({ from: pointsField, to: pointsField }),
  assessors: z.enum(["ours", "clients", "both"]),
  evidenceRequired: orElse(z.boolean(), false),
  /** Left out: as often as it is judged. */
  cadence: orNull(z.enum(PERIOD_KINDS)),
});

export const reliefField = z.strictObject({
  /** Share above the locked forecast that is to be borne. */
  tolerance: targetField,
  effect: z.enum(["exclude", "adjust_target"]),
  /** For `adjust_target` only. */
  adjustedTarget: orNull(targetField),
});

export const exclusionsField = z.array(z.enum(EXCLUSION_KINDS)).transform((kinds) => [...new Set(kinds)].sort());

const MOST_WEIGHT = 1_000_000;
export const weightField = decimalField.superRefine((weight, context) => {
  if (Number(weight) >= 0 && Number(weight) <= MOST_WEIGHT) return;
  const params = { remedy: "Write 0 (it only informs) or more." };
  context.addIssue({ code: "custom", message: `The weight is ${weight}.`, params });
});

export const MOST_ROLLING = 24;
export const rollingField = z.int().min(1).max(MOST_ROLLING);
