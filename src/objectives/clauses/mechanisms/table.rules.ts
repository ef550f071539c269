import { compare, minus, over, plus, rational, times, ZERO, type Rational } from "../../../shared/rational";
import type { Mechanism } from "../clause";
import type { ClausePay, ClauseReading } from "./clause-reading";
import { comparedValue, worseBy } from "./compared-value.rules";
import { shownLevel, shownPay, shownValue } from "./readable.rules";
import { unmeasuredPay } from "./unmeasured.rules";

type Table = Extract<Mechanism, { kind: "table" }>;
type Kpi = ClauseReading["kpi"];
interface Knot {
  readonly at: Rational;
  readonly pays: Rational;
}

/**
 * Knots of value and amount (C23: 98 % → 10 %, 97 → 20, …, 90 → 90, below 90 → 100). A knot is the worst value of its
 * step; with a straight line, what lies between two knots is in proportion. Better than the best knot is as the best knot,
 * so a table that costs nothing at the target has a knot there.
 * | value  | step  | linear |
 * | 98.5 % |  10 % |   10 % |
 * | 98 %   |  10 % |   10 % |
 * | 97.5 % |  20 % |   15 % |
 * | 90 %   |  90 % |   90 % |
 * | 89.9 % | 100 % |  100 % |
 * Without a value: nothing.
 */
export function tablePay({ pays, between, knots, beyond }: Table, reading: ClauseReading): ClausePay {
  const value = comparedValue(reading);
  if (value === null) return unmeasuredPay(pays);
  const sorted = fromBest(knots, reading.kpi);
  const { amount, place } = lookedUp({ sorted, value, beyond, isLinear: between === "linear" }, reading.kpi);
  const name = shownValue(
    value,
    reading.kpi,
    sorted.map(({ at }) => at),
  );
  return {
    pays,
    amount,
    inputs: [{ name: "value", value: name }],
    rule: `In the table, ${[name, place, "brings", shownPay(pays, amount)].filter(Boolean).join(" ")}.`,
  };
}

function fromBest(knots: Table["knots"], kpi: Kpi): Knot[] {
  const exact = knots.map(({ at, pays }) => ({ at: rational(at), pays: rational(pays) }));
  return exact.sort((a, b) => compare(worseBy(a.at, b.at, kpi), ZERO));
}

interface LookUp {
  readonly sorted: readonly Knot[];
  readonly value: Rational;
  readonly beyond: string | null;
  readonly isLinear: boolean;
}

function lookedUp({ sorted, value, beyond, isLinear }: LookUp, kpi: Kpi): { amount: Rational; place: string } {
  const index = sorted.findIndex(({ at }) => compare(worseBy(value, at, kpi), ZERO) <= 0);
  if (index < 0) {
    const amount = beyond === null ? sorted.at(-1)!.pays : rational(beyond);
    return { amount, place: "is worse than all its values and" };
  }
  const [better, worse] = [sorted[index - 1], sorted[index]!];
  if (!better) return { amount: worse.pays, place: "is at its best value or better and" };
  const isOnKnot = compare(value, worse.at) === 0;
  if (isOnKnot || !isLinear)
    return { amount: worse.pays, place: isOnKnot ? "" : `belongs to ${shownLevel(worse.at, kpi)} and` };
  const place = `lies between ${shownLevel(better.at, kpi)} and ${shownLevel(worse.at, kpi)} and in proportion`;
  return { amount: between(better, worse, value), place };
}

function between(from: Knot, until: Knot, value: Rational): Rational {
  const walked = over(minus(value, from.at), minus(until.at, from.at));
  return plus(from.pays, times(minus(until.pays, from.pays), walked));
}
