import type { Clause, EarnBack, Mechanism } from "../../objectives/clauses/clause";
import { STEP_COUNTINGS } from "../../objectives/clauses/clause";
import type { SettlementTerms } from "../../objectives/clauses/settlement-terms";
import { aClause, came, inMonths, someTerms, undetermined } from "./money.builder";
import type { IncidentInPeriod, ObjectiveInPeriod, PeriodInput } from "./period-input";

type Random = () => number;

const upTo = (random: Random, below: number): number => Math.floor(random() * below);
const oneOf = <T>(random: Random, all: readonly T[]): T => all[upTo(random, all.length)]!;
const maybe = <T>(random: Random, chance: number, make: () => T): T | null => (random() < chance ? make() : null);

const OBJECTIVES = ["A", "B", "C", "D"];
const SIZE = 1000;

/** Terms with three to eight clauses, whose better results never cost more. */
export function randomTerms(random: Random): SettlementTerms {
  const clauses = Array.from({ length: 3 + upTo(random, 6) }, (_, index) => randomClause(random, `C${index}`));
  return someTerms(clauses, {
    fee: String(upTo(random, 1_000_000)),
    atRisk: oneOf(random, ["0.05", "0.1", "0.333", "1"]),
    pointValue: maybe(random, 0.7, () => String(random() * 500)),
    creditCap: maybe(random, 0.4, () => ({ pays: "fee_share", amount: String(random() / 5) })),
    yearlyCreditCap: maybe(random, 0.4, () => ({ pays: "money", amount: String(upTo(random, 200_000)) })),
    bonusCap: maybe(random, 0.4, () => ({ pays: "money", amount: String(upTo(random, 10_000)) })),
    singleIncident: random() < 0.5,
    rounding: oneOf(random, ["half_up", "half_even", "down", "up"]),
  });
}

function randomClause(random: Random, code: string): Clause {
  const isBonus = random() < 0.15;
  if (isBonus) return aClause({ code, side: "bonus", when: "met", objectives: [oneOf(random, OBJECTIVES)] });
  if (random() < 0.15) return ladder(random, code);
  return aClause({
    ...{ code, objectives: OBJECTIVES.filter(() => random() < 0.5) },
    ...{ when: oneOf(random, ["missed", "below_minimum"]), mechanism: randomMechanism(random) },
    guards: random() < 0.05 ? [{ kind: "binomial", alpha: "0.1" }] : [],
    repeat: maybe(random, 0.4, () => ({ multiplier: oneOf(random, ["1.5", "2"]), within: 1 + upTo(random, 3) })),
    ignoredUpTo: maybe(random, 0.3, () => String(upTo(random, 5_000))),
    cap: maybe(random, 0.3, () => ({ pays: "pool_share", amount: String(random()) })),
    earnBack: maybe(random, 0.4, () => randomEarnBack(random)),
  });
}

const ladder = (random: Random, code: string): Clause =>
  aClause({
    ...{ code, objectives: [], when: "always" },
    mechanism: {
      ...{ kind: "points_ladder", pays: "fee_share", overPeriods: 1 + upTo(random, 4) },
      rungs: [1, 3, 6].map((points) => ({ points: String(points), pays: String(points / 100) })),
    },
  });

function randomMechanism(random: Random): Mechanism {
  const pays = oneOf(random, ["points", "fee_share", "pool_share", "money"] as const);
  const most = { points: 5, fee_share: 0.1, pool_share: 0.6, money: 50_000 }[pays];
  const amount = (random() * most).toFixed(4);
  return oneOf<() => Mechanism>(random, [
    () => ({ kind: "fixed", pays, amount }),
    () => ({ kind: "allocation", allocation: random().toFixed(3), criticality: random().toFixed(3) }),
    () => ({ kind: "escalating", pays, amount, most: maybe(random, 0.5, () => 3) }),
    () => ({
      kind: "per_point",
      pays,
      below: "target",
      step: "0.01",
      rate: amount,
      steps: oneOf(random, STEP_COUNTINGS),
    }),
    () => ({
      ...{ kind: "default_counter", below: "target", failures: 2, within: 4, consequence: "default" },
      pays: { pays, amount },
    }),
    () => ({ kind: "per_event", pays, amount, toleratedShare: "0.05", toleratedCount: null }),
  ])();
}

const randomEarnBack = (random: Random): EarnBack => {
  const periods = 1 + upTo(random, 3);
  return {
    ...{ level: "target", periods, expiresAfter: periods + upTo(random, 3) },
    mode: oneOf(random, ["each", "average"]),
    of: oneOf(random, ["objective", "all"]),
    settle: oneOf(random, ["withheld", "returned"]),
  };
};

/** Months from January 2026 on, of four objectives around their target of 90 %; some were not judged. */
export const randomMonths = (random: Random, count: number): PeriodInput[] =>
  inMonths(Array.from({ length: count }, () => OBJECTIVES.map((code) => randomObjective(random, code)))).map(
    (input) => ({
      ...input,
      fee: String(upTo(random, 1_000_000)),
      incidents: random() < 0.3 ? [randomIncident(random)] : [],
    }),
  );

const AIMS = { target: "0.9", minimum: "0.85" };

const randomObjective = (random: Random, code: string): ObjectiveInPeriod =>
  random() < 0.1 ? undetermined({ code, aims: AIMS }) : shareOf(code, 800 + upTo(random, 201));

/** So many of a thousand; a target of 90 % and a minimum of 85 %. */
export const shareOf = (code: string, good: number): ObjectiveInPeriod => came(`${good}/${SIZE}`, { code, aims: AIMS });

const randomIncident = (random: Random): IncidentInPeriod => ({
  ...{ code: "INC", objectives: OBJECTIVES.filter(() => random() < 0.7) },
  chosen: maybe(random, 0.5, () => oneOf(random, OBJECTIVES)),
});
