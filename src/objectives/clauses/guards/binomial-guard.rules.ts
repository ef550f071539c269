import { minus, ONE, rational, times, type Rational } from "../../../shared/rational";
import type { Guard } from "../clause";
import { shown, shownLevel } from "../mechanisms/readable.rules";
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
  const rule = `A shortfall counts only if chance alone would bring it with a probability of at most ${percentText(alpha)}.`;
  const target = rational(aims.target);
  if (missed === null || missed.events === null || !isShare(target))
    return { passes: false, rule, inputs: [], output: "there are no events to count" };
  const { probability, isAtMost } = binomialTail(
    { events: Number(missed.events), misses: Number(missed.misses), missRate: missRate(target, kpi.direction) },
    rational(alpha),
  );
  return {
    passes: isAtMost,
    rule,
    inputs: [
      { name: "events", value: shown(rational(missed.events)) },
      { name: "missed", value: shown(rational(missed.misses)) },
      { name: "target", value: shownLevel(target, kpi) },
      { name: "probability of as many misses or more", value: percentText(probability) },
    ],
    output: isAtMost ? "the shortfall is more than chance" : "the shortfall may be chance",
  };
}

const missRate = (target: Rational, direction: GuardReading["kpi"]["direction"]): Rational =>
  direction === "minimise" ? target : minus(ONE, target);

const isShare = ({ top, bottom }: Rational): boolean => top >= 0n && top <= bottom;

/** `2.5827 %`; six digits of a probability are enough to tell it from a limit that people write. */
const percentText = (probability: string): string => `${shown(times(rational(probability), rational(100)))} %`;
