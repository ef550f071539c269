import { millionthsOf, MOST_POINTS } from "../facts/streams/evaluation.rules";
import { manualFigure, type ManualFigure, type ManualRule } from "../scorecards/manual/manual-figure.rules";
import { InvalidManualValue } from "../scorecards/manual/manual-value.errors";
import { Decimal } from "../shared/decimal";
import type { DisputedFigure, DisputedPoints, DisputeOutcome } from "./dispute.entity";
import { InvalidDecision } from "./dispute.errors";

/** A decision as somebody writes it. */
export interface WrittenDecision {
  readonly outcome: DisputeOutcome;
  readonly decidedValue?: string | null | undefined;
  readonly decidedNumerator?: string | null | undefined;
  readonly decidedDenominator?: string | null | undefined;
  readonly decidedAutoFail?: boolean | null | undefined;
}

const said = (written: WrittenDecision): string[] =>
  (["decidedValue", "decidedNumerator", "decidedDenominator", "decidedAutoFail"] as const).filter(
    (name) => written[name] != null,
  );

/** Whether something else is to count: it is said if, and only if, the dispute was right at least in part. */
export function isChange(written: WrittenDecision): boolean {
  const [first] = said(written);
  if (written.outcome !== "rejected") {
    if (first) return true;
    throw invalid("decidedValue", `Nothing is said that counts instead, but the outcome is ${written.outcome}.`, SAY);
  }
  if (first) throw invalid(first, "The dispute is rejected, and yet something else is to count.", REJECT);
  return false;
}

const SAY = "Give the decided value, or reject the dispute.";
const REJECT = "Leave the decided value out, or choose another outcome.";

/**
 * What counts instead of a figure: a value in the KPI's unit or both sides, as manual values are written. It rests on as
 * many facts as the figure did.
 */
export function decidedFigure(written: WrittenDecision, original: DisputedFigure, rule: ManualRule): ManualFigure {
  if (written.decidedAutoFail != null)
    throw invalid("decidedAutoFail", "A figure does not fail as a whole.", "Leave it out: it is of evaluations.");
  const { decidedValue: value, decidedNumerator: numerator, decidedDenominator: denominator } = written;
  return renamed(() => {
    const figure = manualFigure({ value, numerator, denominator }, rule);
    return { ...figure, sample: figure.sample || original.sample };
  });
}

/** What counts instead of an evaluation's points; in millionths. */
export interface DecidedPoints {
  readonly earned: number;
  readonly applicable: number;
  readonly autoFailed: boolean;
}

/**
 * The points that count instead of an evaluation's: a share of the points that were applicable (rounded half up to a
 * millionth of a point), or points earned of points applicable. Where nothing is said of points they stay.
 * | as sent            | decided                    | counts              |
 * | 12 of 20           | 85 %                       | 17 of 20            |
 * | 12 of 20           | 17 of 20                   | 17 of 20            |
 * | 12 of 20, failed   | 85 %                       | refused: does the fail stand? |
 * | 12 of 20, failed   | autoFail false             | 12 of 20            |
 * | 12 of 20, failed   | 85 %, autoFail true        | 17 of 20, failed    |
 * | no points          | 85 %                       | refused: of what?   |
 */
export function decidedPoints(written: WrittenDecision, original: DisputedPoints): DecidedPoints {
  const autoFailed = written.decidedAutoFail ?? false;
  if (original.autoFailed && written.decidedAutoFail == null) throw invalid("decidedAutoFail", FAILED, STANDS);
  return { ...(sidesOf(written) ?? shareOf(written, original)), autoFailed };
}

const FAILED = "The form failed as a whole, and nothing is said of that.";
const STANDS = "Say with decidedAutoFail whether the failure stands.";

type Points = Omit<DecidedPoints, "autoFailed">;

function sidesOf({ decidedValue, decidedNumerator: above, decidedDenominator: below }: WrittenDecision): Points | null {
  if (above == null && below == null) return null;
  if (decidedValue != null) throw invalid("decidedValue", "Value and points are given.", "Give one of them.");
  if (above == null) throw invalid("decidedNumerator", "Points applicable are given, but none earned.", BOTH);
  if (below == null) throw invalid("decidedDenominator", "Points earned are given, but none applicable.", BOTH);
  const [earned, applicable] = [new Decimal(above), new Decimal(below)];
  if (applicable.lte(0) || applicable.gt(MOST_POINTS))
    throw invalid("decidedDenominator", `${below} points cannot be applicable.`, `Give up to ${MOST_POINTS} points.`);
  if (earned.lt(0) || earned.gt(applicable))
    throw invalid("decidedNumerator", `${above} of ${below} points cannot be earned.`, "Correct one of them.");
  return {
    earned: wholeMillionths("decidedNumerator", above),
    applicable: wholeMillionths("decidedDenominator", below),
  };
}

const BOTH = "Give both, or the value as a share: 85 %.";

function wholeMillionths(field: string, points: string): number {
  if (new Decimal(points).decimalPlaces() > 6)
    throw invalid(field, `${points} has more than six decimals.`, "Round it to a millionth of a point.");
  return Number(millionthsOf(points));
}

function shareOf({ decidedValue }: WrittenDecision, { earned, applicable }: DisputedPoints): Points {
  if (earned === null || applicable === null || applicable === 0)
    throw invalid("decidedValue", "The evaluation has no points.", "Give points earned and points applicable.");
  if (decidedValue == null) return { earned, applicable };
  const rule = { kpi: SHARE, inUse: { kpiCode: "QUALITY", dialect: "FAIL_ZERO", parameters: {} }, currency: "" };
  const { value } = renamed(() => manualFigure({ value: decidedValue }, rule));
  return {
    earned: new Decimal(value).times(applicable).toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toNumber(),
    applicable,
  };
}

const SHARE = { code: "an evaluation", unit: "share", direction: "maximise" } as const;

const NAMES: Readonly<Record<string, string>> = {
  value: "decidedValue",
  numerator: "decidedNumerator",
  denominator: "decidedDenominator",
};

/** Refusals of manual values, with the names of a decision's fields. */
function renamed<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof InvalidManualValue)) throw error;
    throw invalid(NAMES[error.path[0] ?? ""] ?? "decidedValue", error.message, error.remedy ?? SAY);
  }
}

const invalid = (field: string, message: string, remedy: string): InvalidDecision =>
  new InvalidDecision(message, { path: [field], remedy });
