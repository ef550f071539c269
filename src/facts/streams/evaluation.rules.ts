import { Decimal } from "../../shared/decimal";

/** A question of a quality form, as it was answered. Numbers are exact decimals, as text. */
export interface EvaluationItem {
  readonly code: string;
  readonly section: string | null;
  readonly weight: string;
  readonly sectionWeight: string;
  /** Null where the question was not applicable. */
  readonly points: string | null;
  readonly maximum: string | null;
  readonly notApplicable: boolean;
  readonly autoFail: boolean;
}

/** How section weights count: each question by itself, or each section as a whole. */
export const SECTION_SCORINGS = ["questions", "sections"] as const;
export type SectionScoring = (typeof SECTION_SCORINGS)[number];

/** Weighted points of a form, in whole millionths. */
export interface FormPoints {
  readonly earned: bigint;
  readonly applicable: bigint;
}

/** The most that a form may be worth, in points: the sum of many stays exact. */
export const MOST_POINTS = 1_000_000;

/**
 * Points earned and points applicable, weighted. Questions that were not applicable are in neither.
 * `questions`: each question counts points × weight × section weight of maximum × weight × section weight; exact, as no
 * factor has more than two decimals.
 * `sections`: each section with an applicable question counts as much as its section weight, however many questions it
 * has; within it, questions count points × weight of maximum × weight. Rounded half up, once, to a millionth of a point.
 * | section (weight) | question | points ÷ maximum | weight | questions         | sections                 |
 * | A (60)           | A1       | 3 ÷ 5            |      1 |                   |                          |
 * |                  | A2       | not applicable   |      1 | 180 ÷ 300         | 60 × 3/5 = 36 ÷ 60       |
 * | B (40)           | B1       | 1 ÷ 1            |      2 | 80 ÷ 80           | 40 ÷ 40                  |
 * |                  |          |                  |        | 260 ÷ 380 = 68.4 % | 76 ÷ 100 = 76 %         |
 */
export function formPoints(items: readonly EvaluationItem[], scoring: SectionScoring): FormPoints {
  const applicable = items.filter((one) => !one.notApplicable);
  return scoring === "questions" ? byQuestion(applicable) : bySection(applicable);
}

function byQuestion(items: readonly EvaluationItem[]): FormPoints {
  return items.reduce<FormPoints>(
    (sum, { points, maximum, weight, sectionWeight }) => {
      const times = hundredthsOf(weight) * hundredthsOf(sectionWeight);
      return {
        earned: sum.earned + times * hundredthsOf(points ?? "0"),
        applicable: sum.applicable + times * hundredthsOf(maximum ?? "0"),
      };
    },
    { earned: 0n, applicable: 0n },
  );
}

function bySection(items: readonly EvaluationItem[]): FormPoints {
  let [applicable, above, below] = [0n, 0n, 1n];
  for (const ofSection of sectionsOf(items).values()) {
    const weight = hundredthsOf(ofSection[0]!.sectionWeight) * 10_000n;
    const { earned, applicable: whole } = byQuestion(ofSection.map((one) => ({ ...one, sectionWeight: "1" })));
    if (whole === 0n) continue;
    applicable += weight;
    // above ÷ below is the exact sum so far
    above = above * whole + weight * earned * below;
    below *= whole;
  }
  return { earned: (2n * above + below) / (2n * below), applicable };
}

/** Questions by their section; those without one are a section of their own. */
export function sectionsOf(items: readonly EvaluationItem[]): Map<string, EvaluationItem[]> {
  const sections = new Map<string, EvaluationItem[]>();
  for (const item of items) sections.set(item.section ?? "", [...(sections.get(item.section ?? "") ?? []), item]);
  return sections;
}

/** Of a decimal with at most two decimals. */
const hundredthsOf = (text: string): bigint => BigInt(new Decimal(text).times(100).toFixed(0));

/** Of a decimal with at most six decimals. */
export const millionthsOf = (text: string): bigint => BigInt(new Decimal(text).times(1_000_000).toFixed(0));

export const ERROR_KINDS = ["product", "process", "other"] as const;
export type ErrorKind = (typeof ERROR_KINDS)[number];
export const ROOT_CAUSES = [
  "training",
  "process",
  "product",
  "tool",
  "knowledge",
  "behaviour",
  "customer",
  "other",
] as const;
export type RootCause = (typeof ROOT_CAUSES)[number];

/** An error that an evaluator found. */
export interface EvaluationError {
  readonly kind: ErrorKind;
  readonly code?: string | null | undefined;
  readonly rootCause?: RootCause | null | undefined;
  readonly rootCauseApproved?: boolean | null | undefined;
}

/**
 * How many errors there are of each kind; of product and process errors, how many have a finished analysis (a root cause
 * that is approved), and how many of these come from training.
 */
export function errorCounts(errors: readonly EvaluationError[]) {
  const count = (is: (one: EvaluationError) => boolean): number => errors.filter(is).length;
  const isTraced = ({ kind, rootCause, rootCauseApproved }: EvaluationError): boolean =>
    kind !== "other" && Boolean(rootCause) && rootCauseApproved === true;
  return {
    product_errors: count(({ kind }) => kind === "product"),
    process_errors: count(({ kind }) => kind === "process"),
    other_errors: count(({ kind }) => kind === "other"),
    traced_errors: count(isTraced),
    training_errors: count((one) => isTraced(one) && one.rootCause === "training"),
  };
}
