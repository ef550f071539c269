import { exactText, rational } from "../../../shared/rational";
import type { ClauseReading } from "./clause-reading";
import { eventsMissed } from "./compared-value.rules";

/** A share to be maximised with a target of 99 %, of a fee of 100,000.00 with 10 % at risk; change what a test is about. */
export function aReading(changes: Partial<ClauseReading> = {}): ClauseReading {
  const plain: Omit<ClauseReading, "missed"> = {
    kpi: { unit: "share", direction: "maximise", precision: 1 },
    value: { numerator: "985", denominator: "1000" },
    aims: { target: "0.99", minimum: null, expected: null, rounding: null, weight: "1" },
    sample: 1000,
    fee: "10000000",
    pool: "1000000",
    atRisk: "0.1",
    failuresInRow: 1,
    failuresInWindow: 1,
    wasDefault: false,
    pointsInWindow: "0",
    errors: 0,
    ...changes,
  };
  return { missed: eventsMissed(plain.kpi, plain.value), ...plain };
}

/** A value in per cent, as a share. */
export const percent = (value: string): ClauseReading["value"] => {
  const { top, bottom } = rational(`${rational(value).top}/${rational(value).bottom * 100n}`);
  return { numerator: String(top), denominator: String(bottom) };
};

/** A value that is no share. */
export const plain = (value: string): ClauseReading["value"] => ({
  numerator: exactText(rational(value)),
  denominator: null,
});

export const SECONDS = { unit: "seconds", direction: "minimise", precision: 0 } as const;
