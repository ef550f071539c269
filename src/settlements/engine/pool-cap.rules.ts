import type { MoneyRounding } from "../../objectives/clauses/clause";
import { floorOf, least, negated, rational, roundedTo, sumOf, type Rational } from "../../shared/rational";
import { told, type ClauseCase, type Setting } from "./clause-case.rules";
import { bonusBounds, creditBounds, type Bound } from "./credit-caps.rules";
import { moneyText } from "./money-text.rules";
import { inProportion } from "./proportion.rules";
import type { Step } from "./settled-period";

/** The cases after a stage that is about the whole period, and what it says of the period. */
export interface PeriodStage {
  readonly cases: readonly ClauseCase[];
  readonly steps: readonly Step[];
}

/** Cuts credits, then bonuses, to what they may reach together; `counts` leaves out credits that use no pool. */
export function withPoolCap(
  cases: readonly ClauseCase[],
  setting: Setting,
  counts: (one: ClauseCase) => boolean,
): PeriodStage {
  const credits = cut(cases, setting, { bounds: creditBounds(setting), side: 1n, counts });
  const bonuses = cut(credits.cases, setting, { bounds: bonusBounds(setting), side: -1n, counts: () => true });
  return { cases: bonuses.cases, steps: [...credits.steps, ...bonuses.steps] };
}

interface Cut {
  readonly bounds: readonly Bound[];
  /** 1: what is in the client's favour; -1: what is in ours. */
  readonly side: 1n | -1n;
  readonly counts: (one: ClauseCase) => boolean;
}

/** Nothing is cut unless the lines, rounded, would pass the bound; then they add up to it exactly. */
function cut(cases: readonly ClauseCase[], { terms, input }: Setting, { bounds, side, counts }: Cut): PeriodStage {
  const concerned = cases.filter((one) => one.amount.top * side > 0n && counts(one));
  if (bounds.length === 0 || concerned.length === 0) return { cases, steps: [] };
  const sizes = concerned.map(({ amount }) => sized(amount, side));
  const bound = floorOf(bounds.map((one) => one.most).reduce(least));
  const isBound = roundedSum(sizes, terms.rounding) > bound;
  const step = stepOf({ bounds, sum: sumOf(sizes), bound, isBound }, input.currency);
  if (!isBound) return { cases, steps: [step] };
  const parts = concerned.map((one, index) => ({ key: keyText(one), amount: sizes[index]! }));
  const whole = inProportion(parts, bound);
  const amounts = new Map(concerned.map((one, index) => [one, sized(rational(whole[index]!), side)]));
  return { cases: cases.map((one) => cutTo(one, amounts.get(one), step)), steps: [step] };
}

function cutTo(one: ClauseCase, amount: Rational | undefined, { rule, inputs, output }: Step): ClauseCase {
  return amount ? told(one, "pool_cap", () => ({ rule, inputs, output }), { amount }) : one;
}

function stepOf(
  { bounds, sum, bound, isBound }: { bounds: readonly Bound[]; sum: Rational; bound: bigint; isBound: boolean },
  currency: string,
): Step {
  return {
    stage: "pool_cap",
    rule: bounds.map(({ rule }) => rule).join(" "),
    inputs: [
      { name: "together", value: moneyText(sum, currency) },
      ...bounds.map(({ most }, index) => ({
        name: index === 0 ? "at most" : "left of the yearly limit",
        value: moneyText(most, currency),
      })),
    ],
    output: isBound
      ? `all are reduced in proportion, to ${moneyText(rational(bound), currency)} together`
      : "within the limit",
    cites: null,
  };
}

const roundedSum = (sizes: readonly Rational[], rounding: MoneyRounding): bigint =>
  sizes.reduce((sum, size) => sum + roundedTo(size, rounding), 0n);

const sized = (amount: Rational, side: 1n | -1n): Rational => (side === 1n ? amount : negated(amount));
const keyText = ({ clause, objective }: ClauseCase): string => `${clause.code}\n${objective?.code ?? ""}`;
