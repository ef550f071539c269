import type { Repeat } from "../../objectives/clauses/clause";
import { rational, times } from "../../shared/rational";
import { keyOf } from "./amount.rules";
import { told, type ClauseCase, type Setting } from "./clause-case.rules";
import { dueText, periodsText, plainNumber } from "./money-text.rules";
import { failuresInRowBefore, failuresWithin } from "./past.rules";
import type { Step } from "./settled-period";

/**
 * Failing again multiplies: once, however often it failed within so many periods before (C3, X57), or by how many failures
 * in a row it is (C32).
 * | values                 | points of the bands | with × 2 | in a row × 1, 2, 3 |
 * | 96.5 %, 98.5 %, 96.5 % | 3, 1, 3             | 3, 2, 6  | 3, 2, 9            |
 */
export function withRepeat(one: ClauseCase, setting: Setting): ClauseCase {
  const { repeat } = one.clause;
  if (!repeat || !one.isOpen || !one.isFailure) return one;
  const { factor, rule, input, isFirst } = repeated(repeat, one, setting);
  const [points, amount] = [times(one.points, rational(factor)), times(one.amount, rational(factor))];
  return told(
    one,
    "repeat",
    () => ({
      rule,
      inputs: [input],
      output: isFirst
        ? "this is the first failure, so nothing is multiplied"
        : dueText(points, amount, setting.input.currency),
    }),
    { points, amount },
  );
}

interface Repeated {
  readonly factor: string;
  readonly rule: string;
  readonly input: Step["inputs"][number];
  /** Whether it stays as it is because it is the first. */
  readonly isFirst: boolean;
}

function repeated(repeat: Repeat, one: ClauseCase, { past, input: { period } }: Setting): Repeated {
  if ("inARow" in repeat) return inARow(repeat.inARow, failuresInRowBefore(past, keyOf(one)) + 1);
  const { multiplier, within } = repeat;
  const before = failuresWithin(past, period, { count: within, of: keyOf(one) });
  const window = within === 1 ? `${period.kind} before` : `${periodsText(within, period.kind)} before`;
  return {
    factor: before > 0 ? multiplier : "1",
    rule: `A further failure within ${periodsText(within, period.kind)} multiplies what is due by ${plainNumber(multiplier, 4)}.`,
    input: { name: `failures in the ${window}`, value: String(before) },
    isFirst: before === 0,
  };
}

function inARow(factors: readonly string[], failures: number): Repeated {
  const factor = factors[Math.min(failures, factors.length) - 1]!;
  const shown = factors.map((one) => plainNumber(one, 4)).join(", ");
  return {
    factor,
    rule: `Failures in a row multiply what is due by ${shown}${factors.length > 1 ? " in turn, the last from then on" : ""}.`,
    input: { name: "failures in a row, this one included", value: String(failures) },
    isFirst: failures === 1 && rational(factor).top === rational(factor).bottom,
  };
}
