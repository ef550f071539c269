import { z } from "zod";
import { codeField, nameField } from "../../shared/fields";
import { orElse, orNull } from "../../shared/lenient";
import { TRIGGERS } from "./clause";
import { amountField, levelField, moneyKindField, periodsField } from "./mechanism.schema";

/** What its `kind` takes is checked once that is known. */
const withKind = z.record(z.string(), z.unknown());
export type RawKind = z.infer<typeof withKind>;

export const capSchema = z.strictObject({ pays: moneyKindField, amount: amountField });

const earnBackSchema = z.strictObject({
  level: orElse(levelField, "target" as const),
  periods: periodsField,
  mode: orElse(z.enum(["each", "average"]), "each" as const),
  of: orElse(z.enum(["objective", "all"]), "objective" as const),
  /** Left out: as many as have to reach it. */
  expiresAfter: orNull(periodsField),
  settle: orElse(z.enum(["withheld", "returned"]), "withheld" as const),
});

const MOST_IN_A_ROW = 120;
/** Either `multiplier`, with `within`, or `inARow`. */
const repeatSchema = z.strictObject({
  multiplier: orNull(amountField),
  /** Left out: 1. */
  within: orNull(periodsField),
  inARow: orNull(z.array(amountField).min(1).max(MOST_IN_A_ROW)),
});

export const clauseSchema = z.strictObject({
  code: codeField,
  name: nameField,
  cites: nameField,
  side: orElse(z.enum(["credit", "bonus"]), "credit" as const),
  objectives: orElse(z.array(z.string()).max(500), [] as string[]),
  /** Left out: what the mechanism suggests. */
  when: orNull(z.enum(TRIGGERS)),
  mechanism: withKind,
  guards: orElse(z.array(withKind).max(20), [] as RawKind[]),
  repeat: orNull(repeatSchema),
  ignoredUpTo: orNull(amountField),
  atLeast: orNull(amountField),
  cap: orNull(capSchema),
  earnBack: orNull(earnBackSchema),
});
export type WrittenClause = z.infer<typeof clauseSchema>;
export type RawClause = z.input<typeof clauseSchema>;
