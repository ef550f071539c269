import { compare, rational, ZERO, type Rational } from "../../../shared/rational";
import type { Mechanism } from "../clause";
import type { ClausePay, ClauseReading } from "./clause-reading";
import { shown, shownPay } from "./readable.rules";

type Ladder = Extract<Mechanism, { kind: "points_ladder" }>;
type Counter = Extract<Mechanism, { kind: "default_counter" }>;

/**
 * The amount of the highest rung that the points reach; below the lowest nothing (C5, X63: 5 → 0, 10 → 2, 15 → 4,
 * 20 → 6, 25 → 8, 30 and more → 10 % of the fee).
 * | points | 4 | 5 | 10  | 15  | 20  | 25  | 30   | 42   |
 * | pays   | 0 | 0 | 2 % | 4 % | 6 % | 8 % | 10 % | 10 % |
 */
export function ladderPay(
  { pays, rungs, overPeriods }: Ladder,
  { pointsInWindow }: Pick<ClauseReading, "pointsInWindow">,
): ClausePay {
  const points = rational(pointsInWindow);
  const reached = highestRung(rungs, points);
  const amount = reached ? rational(reached.pays) : ZERO;
  const window = overPeriods === 1 ? "the period" : `the last ${overPeriods} periods`;
  const rule = reached
    ? `From ${shown(rational(reached.points))} points of ${window} the ladder gives ${shownPay(pays, amount)}.`
    : `The points of ${window} do not reach the lowest rung of the ladder.`;
  return { pays, amount, inputs: [{ name: `points of ${window}`, value: shown(points) }], rule };
}

function highestRung(rungs: Ladder["rungs"], points: Rational): Ladder["rungs"][number] | undefined {
  return rungs
    .filter((rung) => compare(points, rational(rung.points)) >= 0)
    .sort((a, b) => compare(rational(b.points), rational(a.points)))[0];
}

/**
 * What a default costs, once when it arises (C11, C14: 4 of the last 12).
 * | failures in the window | limit | stood there before | pays         |
 * |                      3 |     4 | no                 | nothing      |
 * |                      4 |     4 | no                 | what it says |
 * |                      5 |     4 | yes                | nothing      |
 */
export function defaultPay(counter: Counter, { failuresInWindow, wasDefault }: ClauseReading): ClausePay {
  const { failures, within, consequence, pays } = counter;
  const arises = failuresInWindow >= failures && !wasDefault;
  const name = consequence === "default" ? "a default" : "a ground for termination";
  return {
    pays: pays?.pays ?? "money",
    amount: arises && pays ? rational(pays.amount) : ZERO,
    inputs: [{ name: `failures in the last ${within} periods`, value: String(failuresInWindow) }],
    rule: `${failures} failures in ${within} periods are ${name}${pays ? `, which costs ${shownPay(pays.pays, rational(pays.amount))} when it arises` : ""}.`,
  };
}
