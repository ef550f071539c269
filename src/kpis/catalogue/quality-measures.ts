import type { Parameters } from "../kpi-definition";
import type { MeasureDefinition, MeasureUnit, SurveyFacts } from "../measure-definition";

/** What measures of evaluations may look at. Points are millionths. */
export interface EvaluationFacts {
  readonly earnedMillionths: number | null;
  readonly applicableMillionths: number | null;
  readonly autoFailed: boolean;
  readonly productErrors: number;
  readonly processErrors: number;
  readonly otherErrors: number;
  /** Of product and process errors: with an approved root cause, and with the cause training. */
  readonly tracedErrors: number;
  readonly trainingErrors: number;
}

type EvaluationMeasure = MeasureDefinition<EvaluationFacts>;
type Shape = Pick<EvaluationMeasure, "code" | "description" | "condition" | "counts"> & {
  readonly unit?: MeasureUnit;
  readonly parameters?: readonly string[];
};

const evaluation = (shape: Shape, sumOf: string | null, amount: EvaluationMeasure["amount"]): EvaluationMeasure => ({
  ...{ unit: "count", parameters: [], ...shape, stream: "evaluation", attribution: "evaluated", sumOf, amount },
});

/** A form on which something was applicable. */
const SCORED = "f.applicable_millionths > 0";
const isScored = ({ applicableMillionths }: EvaluationFacts): boolean => (applicableMillionths ?? 0) > 0;

/** A form on which nothing was applicable judges nobody; one that only lists errors judges by them. */
const JUDGED = "(f.applicable_millionths > 0 or f.applicable_millionths is null)";
const isJudged = (f: EvaluationFacts): boolean => isScored(f) || f.applicableMillionths === null;

const ABOVE_CAP = "f.auto_failed and f.earned_millionths * 100 > f.applicable_millionths * :autoFailCapPercent";
const isAboveCap = (f: EvaluationFacts, { autoFailCapPercent = 0 }: Parameters): boolean =>
  f.autoFailed &&
  BigInt(f.earnedMillionths ?? 0) * 100n > BigInt(f.applicableMillionths ?? 0) * BigInt(autoFailCapPercent);

const points = { unit: "points" } as const;

const POINTS: readonly EvaluationMeasure[] = [
  evaluation(
    {
      ...{ code: "evaluations", condition: SCORED, counts: isScored },
      description: "Evaluations on which something was applicable.",
    },
    null,
    () => 1,
  ),
  evaluation(
    {
      ...{ ...points, code: "quality_applicable", condition: SCORED, counts: isScored },
      description: "Weighted points that could be earned, in millionths.",
    },
    "f.applicable_millionths",
    (f) => f.applicableMillionths ?? 0,
  ),
  evaluation(
    {
      ...{ ...points, code: "quality_earned_ignoring_fail", condition: SCORED, counts: isScored },
      description: "Weighted points earned, in millionths, also on forms that failed as a whole.",
    },
    "f.earned_millionths",
    (f) => f.earnedMillionths ?? 0,
  ),
  evaluation(
    {
      ...{ ...points, code: "quality_earned", condition: `${SCORED} and not f.auto_failed` },
      description: "Weighted points earned on forms that did not fail as a whole, in millionths.",
      counts: (f) => isScored(f) && !f.autoFailed,
    },
    "f.earned_millionths",
    (f) => f.earnedMillionths ?? 0,
  ),
  evaluation(
    {
      ...{ ...points, code: "quality_earned_within_cap", parameters: ["autoFailCapPercent"] },
      description:
        "Weighted points earned on forms that did not fail, or failed with no more than the cap; in millionths.",
      condition: `${SCORED} and not (${ABOVE_CAP})`,
      counts: (f, parameters) => isScored(f) && !isAboveCap(f, parameters),
    },
    "f.earned_millionths",
    (f) => f.earnedMillionths ?? 0,
  ),
  evaluation(
    {
      ...{ ...points, code: "quality_capped_percent", parameters: ["autoFailCapPercent"] },
      description:
        "Of failed forms above the cap: weighted points applicable × autoFailCapPercent, in hundred-millionths.",
      condition: `${SCORED} and ${ABOVE_CAP}`,
      counts: (f, parameters) => isScored(f) && isAboveCap(f, parameters),
    },
    "f.applicable_millionths * :autoFailCapPercent",
    (f, { autoFailCapPercent = 0 }) => (f.applicableMillionths ?? 0) * autoFailCapPercent,
  ),
  evaluation(
    {
      ...{ code: "evaluations_failed", condition: `${SCORED} and f.auto_failed` },
      description: "Evaluations that failed as a whole by a single answer.",
      counts: (f) => isScored(f) && f.autoFailed,
    },
    null,
    () => 1,
  ),
];

interface Errors {
  readonly code: string;
  readonly what: string;
  readonly sumOf: string;
  readonly amount: (fact: EvaluationFacts) => number;
}

const errors = ({ code, what, sumOf, amount }: Errors): EvaluationMeasure =>
  evaluation(
    { code, description: `${what} found in evaluations.`, condition: JUDGED, counts: isJudged },
    sumOf,
    amount,
  );

const ERRORS: readonly EvaluationMeasure[] = [
  evaluation(
    {
      ...{ code: "evaluations_judged", condition: JUDGED, counts: isJudged },
      description: "Evaluations on which something was applicable, or that only list errors.",
    },
    null,
    () => 1,
  ),
  errors({
    ...{ code: "evaluation_product_errors", what: "Product errors" },
    ...{ sumOf: "f.product_errors", amount: (f) => f.productErrors },
  }),
  errors({
    ...{ code: "evaluation_process_errors", what: "Process errors" },
    ...{ sumOf: "f.process_errors", amount: (f) => f.processErrors },
  }),
  errors({
    ...{ code: "evaluation_other_errors", what: "Errors that concern neither product nor process" },
    ...{ sumOf: "f.other_errors", amount: (f) => f.otherErrors },
  }),
  errors({
    ...{ code: "evaluation_traced_errors", what: "Product and process errors with an approved root cause" },
    ...{ sumOf: "f.traced_errors", amount: (f) => f.tracedErrors },
  }),
  errors({
    ...{ code: "evaluation_training_errors", what: "Product and process errors with the approved root cause training" },
    ...{ sumOf: "f.training_errors", amount: (f) => f.trainingErrors },
  }),
];

export const EVALUATION_MEASURES: readonly EvaluationMeasure[] = [...POINTS, ...ERRORS];

const surveyed = (
  shape: Pick<MeasureDefinition<SurveyFacts>, "code" | "description" | "condition" | "counts">,
): MeasureDefinition<SurveyFacts> => ({
  ...{ ...shape, stream: "survey", attribution: "surveyed", unit: "count", parameters: [], sumOf: null },
  amount: () => 1,
});

const KINDS = "f.error_kind in ('product', 'process')";
const isError = ({ errorKind }: SurveyFacts): boolean => errorKind === "product" || errorKind === "process";
const isTraced = (f: SurveyFacts): boolean => isError(f) && f.rootCause !== null && f.rootCauseApproved === true;

/** Errors that customers' words show. */
export const SURVEY_ERROR_MEASURES: readonly MeasureDefinition<SurveyFacts>[] = [
  surveyed({
    code: "survey_errors",
    description: "Surveys whose words show a product or process error.",
    condition: KINDS,
    counts: isError,
  }),
  surveyed({
    code: "survey_traced_errors",
    description: "Of these, those with an approved root cause.",
    condition: `${KINDS} and f.root_cause is not null and f.root_cause_approved`,
    counts: isTraced,
  }),
  surveyed({
    code: "survey_training_errors",
    description: "Of these, those with the approved root cause training.",
    condition: `${KINDS} and f.root_cause = 'training' and f.root_cause_approved`,
    counts: (f) => isTraced(f) && f.rootCause === "training",
  }),
];
