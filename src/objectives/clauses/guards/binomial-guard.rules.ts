import { minus, ONE, rational, type Rational } from "../../../shared/rational";
import type { Guard } from "../clause";
import { shownValue } from "../mechanisms/readable.rules";
import { binomialTail } from "./binomial-tail.rules";
import type { GuardReading, GuardVerdict } from "./guard-reading";

type Binomial = Extract<Guard, { kind: "binomial" }>;

/**
 * Only if so many misses or more would come by chance, at the target, with a probability of at most alpha (C31); exact.
 * Target 90 %, alpha 5 %:
 * | events | missed | probability | passes |
 * |     30 |      5 |      0.1755 | no     |
 * |     30 |      6 |      0.0732 | no     |
 * |     30 |      7 |      0.0258 | yes    |
 * Without events nothing follows.
 */
export function binomialVerdict({ alpha }: Binomial, { kpi, aims, missed }: GuardReading): GuardVerdict {
  const rule = `Only a deficit counts that would come by chance with a probability of at most ${alpha}.`;
  const target = rational(aims.target);
  if (missed === null || missed.events === null || !isShare(target))
    return { passes: false, rule, inputs: [], output: "There are no events to count." };
  const { probability, isAtMost } = binomialTail(
    { events: Number(missed.events), misses: Number(missed.misses), missRate: missRate(target, kpi.direction) },
    rational(alpha),
  );
  return {
    passes: isAtMost,
    rule,
    inputs: [
      { name: "events", value: missed.events },
      { name: "misses", value: missed.misses },
      { name: "target", value: shownValue(target, kpi) },
      { name: "probability of so many misses or more", value: probability },
      { name: "alpha", value: alpha },
    ],
    output: isAtMost ? "The deficit is significant." : "The deficit may be chance.",
  };
}

const missRate = (target: Rational, direction: GuardReading["kpi"]["direction"]): Rational =>
  direction === "minimise" ? target : minus(ONE, target);

const isShare = ({ top, bottom }: Rational): boolean => top >= 0n && top <= bottom;
