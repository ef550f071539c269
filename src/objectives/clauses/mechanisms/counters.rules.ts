import { compare, minus, most, plus, rational, times, ZERO, type Rational } from "../../../shared/rational";
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
 * With `perPoint`, each point beyond the highest rung adds as much: 100 → 0 and 250.00 a point make 7,500.00 of 130.
 */
export function ladderPay(
  { pays, rungs, overPeriods, perPoint }: Ladder,
  { pointsInWindow }: Pick<ClauseReading, "pointsInWindow">,
): ClausePay {
  const points = rational(pointsInWindow);
  const reached = highestRung(rungs, points);
  const further = reached && perPoint ? beyondAll(rungs, points) : ZERO;
  const amount = plus(reached ? rational(reached.pays) : ZERO, times(further, rational(perPoint ?? "0")));
  const window = overPeriods === 1 ? "the period" : `the last ${overPeriods} periods`;
  const rule = reached
    ? `${shownPay("points", rational(reached.points))} or more in ${window} bring ${shownPay(pays, rational(reached.pays))}${eachWords(pays, perPoint)}.`
    : `The points of ${window} are too few to bring anything.`;
  return { pays, amount, inputs: [{ name: `points of ${window}`, value: shown(points) }], rule };
}

const eachWords = (pays: Ladder["pays"], perPoint: string | null | undefined): string =>
  perPoint == null ? "" : `, and ${shownPay(pays, rational(perPoint))} for each point beyond the highest number`;

/** Points beyond the highest rung of all. */
function beyondAll(rungs: Ladder["rungs"], points: Rational): Rational {
  const highest = rungs.map((rung) => rational(rung.points)).reduce(most);
  return most(ZERO, minus(points, highest));
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
    rule: `${failures} failures within ${within} periods are ${name}${pays ? `, which costs ${shownPay(pays.pays, rational(pays.amount))} when it arises` : ""}.`,
  };
}
