import type { MeasuredFigure } from "../../kpis/figure.rules";
import { formulaOf } from "../../kpis/kpi-formula.rules";
import type { KpiDefinition, KpiInUse } from "../../kpis/kpi-definition";
import { exactTarget, InvalidTarget } from "../../objectives/target.rules";
import { Decimal } from "../../shared/decimal";
import { InvalidManualValue } from "./manual-value.errors";

/** A value as somebody writes it: in words of the KPI's unit, or as the two sides of its formula. */
export interface WrittenFigure {
  readonly value?: string | null | undefined;
  readonly numerator?: string | null | undefined;
  readonly denominator?: string | null | undefined;
  readonly sample?: number | null | undefined;
}

/** A value that somebody vouches for. Numbers are exact decimals in text. */
export interface ManualFigure {
  readonly value: string;
  readonly numerator: string | null;
  readonly denominator: string | null;
  /** 0: nobody said on how many facts it rests. */
  readonly sample: number;
}

export interface ManualRule {
  readonly kpi: Pick<KpiDefinition, "code" | "unit" | "direction">;
  readonly inUse: KpiInUse;
  /** Of the contract. */
  readonly currency: string;
}

/**
 * What was written, exactly; both sides are divided once. The sample is what was said, else the denominator of a share.
 * | KPI             | written               | value | numerator | denominator | sample |
 * | CSAT (share)    | value 83 %            | 0.83  |           |             |      0 |
 * | CSAT (share)    | 83 of 100             | 0.83  |        83 |         100 |    100 |
 * | ASA (seconds)   | value 24, sample 50   | 24    |           |             |     50 |
 * | ASA (seconds)   | 1200 of 50, sample 50 | 24    |      1200 |          50 |     50 |
 * | CSAT (share)    | 101 of 100            | refused: a share is at most 1          ||||
 * | TOTAL_COST      | 4.20 EUR              | 420   |           |             |      0 |
 */
export function manualFigure(written: WrittenFigure, rule: ManualRule): ManualFigure {
  const { value, numerator, denominator } = written;
  const hasSides = numerator != null || denominator != null;
  if (value != null && hasSides) throw invalid(["value"], "Value and sides are given.", EITHER);
  const figure = hasSides
    ? quotient(written, rule)
    : { value: valueOf(value, rule), numerator: null, denominator: null };
  return { ...figure, sample: sampleOf(written, rule, figure.denominator) };
}

const EITHER = "Give either `value`, or `numerator` and `denominator`.";

function valueOf(value: string | null | undefined, { kpi, currency }: ManualRule): string {
  if (value == null) throw invalid(["value"], "No value is given.", EITHER);
  try {
    return new Decimal(exactTarget(value, kpi, ["value"], currency)).toFixed();
  } catch (error) {
    if (!(error instanceof InvalidTarget)) throw error;
    throw invalid(["value"], `"${value.slice(0, 60)}" is not a value of ${kpi.code}.`, error.remedy);
  }
}

function quotient({ numerator, denominator }: WrittenFigure, { kpi, inUse }: ManualRule) {
  if (numerator == null) throw invalid(["numerator"], "There is a denominator but no numerator.", EITHER);
  if (denominator == null) throw invalid(["denominator"], "There is a numerator but no denominator.", EITHER);
  if (formulaOf(inUse).denominator === null)
    throw invalid(["denominator"], `${kpi.code} is no quotient.`, "Give `value` alone.");
  const [above, below] = [new Decimal(numerator), new Decimal(denominator)];
  if (below.lte(0)) throw invalid(["denominator"], `The denominator is ${denominator}.`, "Give a number above 0.");
  if (kpi.unit === "share" && (above.lt(0) || above.gt(below)))
    throw invalid(
      ["numerator"],
      `${numerator} of ${denominator} is no share.`,
      "A share is from 0 to 1: correct a side.",
    );
  return { value: above.div(below).toString(), numerator: above.toFixed(), denominator: below.toFixed() };
}

const MOST = 2_147_483_647;

function sampleOf({ sample }: WrittenFigure, { kpi }: ManualRule, denominator: string | null): number {
  if (sample == null) return kpi.unit === "share" && denominator !== null ? wholeOf(denominator) : 0;
  if (sample < 0) throw invalid(["sample"], `The sample is ${sample}.`, "Give how many facts the value rests on.");
  return sample;
}

const wholeOf = (denominator: string): number => Math.min(MOST, new Decimal(denominator).trunc().toNumber());

const invalid = (path: readonly string[], message: string, remedy = "Correct it."): InvalidManualValue =>
  new InvalidManualValue(message, { path, remedy });

/** The figure that stands on a scorecard for it. */
export const figureOfManual = ({ value, numerator, denominator, sample }: ManualFigure): MeasuredFigure => ({
  ...{ numerator, denominator, sample, value },
  status: "OK",
});
