import { z } from "zod";
import { Decimal } from "../../shared/decimal";
import { EvaluationErrorInput, EvaluationItemInput } from "./evaluation-lists.type";
import { ERROR_KINDS, ROOT_CAUSES, type EvaluationError, type EvaluationItem } from "./evaluation.rules";
import { list, type FieldKind } from "./field-kinds";

const FORM = /^\d{1,7}(\.\d{1,20})?$/;

/** Zero or more, exact, with at most two decimals; written as a number or as text. */
const amount = z
  .union([z.string(), z.number()])
  .transform((said) => String(said).trim())
  .refine((text) => FORM.test(text) && new Decimal(text).decimalPlaces() <= 2, {
    error: "This is a number of zero or more with at most two decimals.",
  });

const perhaps = z.string().trim().max(300).nullish();

const item = z
  .strictObject({
    code: z.string().min(1).max(300),
    section: perhaps,
    weight: amount.nullish(),
    sectionWeight: amount.nullish(),
    points: amount.nullish(),
    maximum: amount.nullish(),
    notApplicable: z.boolean().nullish(),
    autoFail: z.boolean().nullish(),
  })
  .transform((said): EvaluationItem => ({
    ...{ code: said.code, section: said.section || null },
    ...{ weight: said.weight ?? "1", sectionWeight: said.sectionWeight ?? "1" },
    ...{ points: said.points ?? null, maximum: said.maximum ?? null },
    ...{ notApplicable: said.notApplicable ?? false, autoFail: said.autoFail ?? false },
  }));

/** One of some words, whatever its case. */
const oneOf = <const W extends readonly string[]>(words: W) => z.string().trim().toLowerCase().pipe(z.enum(words));

const error = z.strictObject({
  kind: oneOf(ERROR_KINDS),
  code: perhaps,
  rootCause: z.preprocess((said) => (said === "" ? null : said), oneOf(ROOT_CAUSES).nullish()),
  rootCauseApproved: z.boolean().nullish(),
});

export const evaluationItems = (description: string): FieldKind<readonly EvaluationItem[], false> =>
  list(description, item as unknown as z.ZodType<EvaluationItem>, () => EvaluationItemInput);

export const evaluationErrors = (description: string): FieldKind<readonly EvaluationError[], false> =>
  list(description, error, () => EvaluationErrorInput);
