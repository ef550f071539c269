import type { Stage } from "../../objectives/clauses/clause";
import { rangeSpan } from "../../shared/day-words";
import { rational, times, type Rational } from "../../shared/rational";
import { withAmount } from "./amount.rules";
import { told, type ClauseCase, type Setting } from "./clause-case.rules";
import { isWithheld } from "./earn-back.rules";
import { withGuards } from "./guards.rules";
import { withIncidents } from "./incidents.rules";
import { dueText, partText } from "./money-text.rules";
import { withFloor, withObjectiveCap } from "./modifiers.rules";
import { countedPoints } from "./points.rules";
import { withPoolCap, type PeriodStage } from "./pool-cap.rules";
import { withRepeat } from "./repeat.rules";
import { withOutcome } from "./trigger.rules";
import { withExclusions, withSample, withValue } from "./value.rules";

type CaseStage = (one: ClauseCase, setting: Setting, points: Rational) => ClauseCase;

/** Stages that each case goes through by itself. The others are about all cases of the period. */
const CASE_STAGES: Readonly<Partial<Record<Stage, CaseStage>>> = {
  exclusions: withExclusions,
  value: withValue,
  minimum_sample: withSample,
  outcome: withOutcome,
  guards: withGuards,
  amount: withAmount,
  repeat: withRepeat,
  floor: withFloor,
  objective_cap: withObjectiveCap,
};

/**
 * All cases through the stages in the order of the terms, up to the lines. First every case by itself; then one credit
 * per incident, which needs the amounts; then ladders, which need all points; then caps over all of them.
 */
export function throughStages(cases: readonly ClauseCase[], setting: Setting): PeriodStage {
  const plain = withIncidents(
    cases.map((one) => (isLadder(one) ? one : throughOwn(one, setting))),
    setting,
  );
  const points = plain.map(({ objective, points: own }) => ({ objective: objective?.code ?? null, points: own }));
  const all = plain.map((one) => (isLadder(one) ? throughOwn(one, setting, countedPoints(one, points)) : one));
  const isHeldFirst = setting.terms.order.indexOf("earn_back") < setting.terms.order.indexOf("pool_cap");
  return withPoolCap(
    all.map((one) => ofStretch(one, setting)),
    setting,
    (one) => !isHeldFirst || !isWithheld(one),
  );
}

function throughOwn(one: ClauseCase, setting: Setting, points: Rational = rational(0)): ClauseCase {
  return setting.terms.order.reduce((so, stage) => CASE_STAGES[stage]?.(so, setting, points) ?? so, one);
}

const isLadder = ({ clause }: ClauseCase): boolean => clause.mechanism.kind === "points_ladder";

/** Points and amount by the share of the days under these terms. */
function ofStretch(one: ClauseCase, { stretch, input }: Setting): ClauseCase {
  if (!stretch) return one;
  const share = rational(stretch.share);
  const weighed = { points: times(one.points, share), amount: times(one.amount, share) };
  if (one.points.top === 0n && one.amount.top === 0n) return one;
  return told(
    one,
    "amount",
    () => ({
      rule: `These terms applied to a part of the ${input.period.kind}; what they bring for the whole of it counts for that part.`,
      inputs: [
        { name: "days", value: rangeSpan(stretch.days) },
        { name: `part of the ${input.period.kind}`, value: partText(stretch, input.period) },
      ],
      output: dueText(weighed.points, weighed.amount, input.currency),
    }),
    weighed,
  );
}
