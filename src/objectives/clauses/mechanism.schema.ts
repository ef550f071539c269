import { z } from "zod";
import { orElse, orNull } from "../../shared/lenient";
import { targetField } from "../objective-fields.schema";
import { AIM_LEVELS, PAYS, STEP_COUNTINGS, type MechanismKind, type Pays } from "./clause";

const MOST_DECIMALS = 10;
const MOST_PERIODS = 120;

/** Values, amounts and shares as people write them: `98.0 %`, `500.00 EUR`, `3`. What they may be depends on the place. */
export const amountField = targetField;
export const periodsField = z.int().min(1).max(MOST_PERIODS);
export const levelField = z.enum(AIM_LEVELS);
const wholeField = z.int().min(0).max(1_000_000_000);

const paysField = z.enum(PAYS);
const MONEY_KINDS = ["fee_share", "pool_share", "money"] as const satisfies readonly Exclude<Pays, "points">[];
export const moneyKindField = z.enum(MONEY_KINDS);

const decimals = z.int().min(0).max(MOST_DECIMALS);
const readingSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("continuous"), decimals: orNull(decimals) }),
  z.strictObject({ kind: z.enum(["truncate", "half_up"]), decimals }),
]);
const CONTINUOUS = { kind: "continuous" as const, decimals: null };

const bandSchema = z.strictObject({
  /** The worst value still of the band; left out: everything worse. */
  from: orNull(amountField),
  /** Where the better band begins; may be left out. */
  until: orNull(amountField),
  /** The best value still of the band, where bands are written as ranges; may be left out. */
  to: orNull(amountField),
  pays: amountField,
});

const stepsField = orElse(z.enum(STEP_COUNTINGS), "exact" as const);

const kind = <K extends MechanismKind>(name: K) => z.literal(name);

/** Mechanisms as people write them. */
export const MECHANISM_SCHEMAS = {
  allocation: z.strictObject({
    kind: kind("allocation"),
    allocation: amountField,
    criticality: orElse(amountField, "100 %"),
  }),
  fixed: z.strictObject({ kind: kind("fixed"), pays: paysField, amount: amountField }),
  bands: z.strictObject({
    kind: kind("bands"),
    pays: paysField,
    reading: orElse(readingSchema, CONTINUOUS),
    bands: z.array(bandSchema).min(2).max(100),
  }),
  per_point: z.strictObject({
    kind: kind("per_point"),
    pays: paysField,
    below: orElse(levelField, "target" as const),
    step: amountField,
    rate: amountField,
    steps: stepsField,
  }),
  table: z.strictObject({
    kind: kind("table"),
    pays: paysField,
    between: orElse(z.enum(["step", "linear"]), "step" as const),
    knots: z
      .array(z.strictObject({ at: amountField, pays: amountField }))
      .min(1)
      .max(200),
    beyond: orNull(amountField),
  }),
  bonus_malus: z.strictObject({
    kind: kind("bonus_malus"),
    pays: paysField,
    malusBeyond: amountField,
    bonusBeyond: amountField,
    step: amountField,
    steps: stepsField,
    malusRate: amountField,
    bonusRate: amountField,
  }),
  per_event: z.strictObject({
    kind: kind("per_event"),
    pays: paysField,
    amount: amountField,
    toleratedShare: orNull(amountField),
    toleratedCount: orNull(wholeField),
  }),
  escalating: z.strictObject({
    kind: kind("escalating"),
    pays: paysField,
    amount: amountField,
    most: orNull(periodsField),
  }),
  points_ladder: z.strictObject({
    kind: kind("points_ladder"),
    pays: moneyKindField,
    overPeriods: orElse(periodsField, 1),
    rungs: z
      .array(z.strictObject({ points: amountField, pays: amountField }))
      .min(1)
      .max(100),
    perPoint: orNull(amountField),
  }),
  default_counter: z.strictObject({
    kind: kind("default_counter"),
    below: levelField,
    failures: periodsField,
    within: periodsField,
    consequence: z.enum(["default", "termination"]),
    pays: orNull(z.strictObject({ pays: paysField, amount: amountField })),
  }),
  erroneous_reporting: z.strictObject({
    kind: kind("erroneous_reporting"),
    pays: paysField,
    amount: amountField,
    graceDays: orElse(wholeField, 0),
  }),
  ratchet: z.strictObject({
    kind: kind("ratchet"),
    periods: periodsField,
    share: amountField,
    most: orNull(amountField),
  }),
} satisfies Record<MechanismKind, z.ZodType>;

export type WrittenMechanism<K extends MechanismKind = MechanismKind> = z.infer<(typeof MECHANISM_SCHEMAS)[K]>;
