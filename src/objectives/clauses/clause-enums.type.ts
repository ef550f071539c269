import { registerEnumType } from "type-graphql";
import type {
  AimLevel,
  BandReading,
  Clause,
  EarnBack,
  Mechanism,
  MoneyRounding,
  Pays,
  Stage,
  StepCounting,
  Trigger,
} from "./clause";

export const PaysEnum = {
  POINTS: "points",
  FEE_SHARE: "fee_share",
  POOL_SHARE: "pool_share",
  MONEY: "money",
} as const satisfies Record<string, Pays>;

registerEnumType(PaysEnum, {
  name: "Pays",
  description: "What an amount of a clause means.",
  valuesConfig: {
    POINTS: { description: "Points, worth what the terms or a ladder say." },
    FEE_SHARE: { description: "A share of the fee of the period." },
    POOL_SHARE: { description: "A share of the amount at risk in the period." },
    MONEY: { description: "Money in the contract's currency." },
  },
});

export const AimLevelEnum = {
  TARGET: "target",
  MINIMUM: "minimum",
  EXPECTED: "expected",
} as const satisfies Record<string, AimLevel>;

registerEnumType(AimLevelEnum, {
  name: "AimLevel",
  description: "A level of an objective.",
  valuesConfig: {
    TARGET: { description: "The target." },
    MINIMUM: { description: "The minimum; missing it is worse." },
    EXPECTED: { description: "The level that is expected over time." },
  },
});

export const StepCountingEnum = {
  EXACT: "exact",
  FULL: "full",
  BEGUN: "begun",
} as const satisfies Record<string, StepCounting>;

registerEnumType(StepCountingEnum, {
  name: "StepCounting",
  description: "How a part of a step counts.",
  valuesConfig: {
    EXACT: { description: "In proportion." },
    FULL: { description: "Not at all: only full steps count." },
    BEGUN: { description: "As a whole one: each step begun counts (“or portion thereof”)." },
  },
});

export const TriggerEnum = {
  MISSED: "missed",
  BELOW_MINIMUM: "below_minimum",
  BELOW_EXPECTED: "below_expected",
  MET: "met",
  EXPECTED_MET: "expected_met",
  ALWAYS: "always",
} as const satisfies Record<string, Trigger>;

registerEnumType(TriggerEnum, {
  name: "ClauseTrigger",
  description: "When a clause looks at an objective.",
  valuesConfig: {
    MISSED: { description: "When it misses its target." },
    BELOW_MINIMUM: { description: "When it misses its minimum." },
    BELOW_EXPECTED: { description: "When it is worse than expected." },
    MET: { description: "When it meets its target." },
    EXPECTED_MET: { description: "When it is at its expected level." },
    ALWAYS: { description: "Whatever it comes to: the mechanism tells whether anything follows." },
  },
});

export const ClauseSideEnum = { CREDIT: "credit", BONUS: "bonus" } as const satisfies Record<string, Clause["side"]>;

registerEnumType(ClauseSideEnum, {
  name: "ClauseSide",
  description: "In whose favour a clause is.",
  valuesConfig: {
    CREDIT: { description: "The client's." },
    BONUS: { description: "Ours." },
  },
});

export const BandReadingEnum = {
  CONTINUOUS: "continuous",
  TRUNCATE: "truncate",
  HALF_UP: "half_up",
} as const satisfies Record<string, BandReading["kind"]>;

registerEnumType(BandReadingEnum, {
  name: "BandReadingKind",
  description: "How a value is read before its band is looked up.",
  valuesConfig: {
    CONTINUOUS: { description: "As it is, unrounded." },
    TRUNCATE: { description: "Decimals beyond those agreed are cut off." },
    HALF_UP: { description: "Rounded to the decimals agreed, halves away from 0." },
  },
});

export const TableBetweenEnum = { STEP: "step", LINEAR: "linear" } as const satisfies Record<
  string,
  Extract<Mechanism, { kind: "table" }>["between"]
>;

registerEnumType(TableBetweenEnum, {
  name: "TableBetween",
  description: "What values between two knots pay.",
  valuesConfig: {
    STEP: { description: "As the worse of the two: a knot is the worst value of its step." },
    LINEAR: { description: "What lies on the straight line between them." },
  },
});

export const ConsequenceEnum = { DEFAULT: "default", TERMINATION: "termination" } as const satisfies Record<
  string,
  Extract<Mechanism, { kind: "default_counter" }>["consequence"]
>;

registerEnumType(ConsequenceEnum, {
  name: "FailureConsequence",
  description: "What so many failures are.",
  valuesConfig: {
    DEFAULT: { description: "A default." },
    TERMINATION: { description: "A ground for termination." },
  },
});

export const EarnBackModeEnum = { EACH: "each", AVERAGE: "average" } as const satisfies Record<
  string,
  EarnBack["mode"]
>;

registerEnumType(EarnBackModeEnum, {
  name: "EarnBackMode",
  description: "What has to reach the level for a credit to be earned back.",
  valuesConfig: {
    EACH: { description: "Each of the periods." },
    AVERAGE: { description: "Their mean." },
  },
});

export const EarnBackOfEnum = { OBJECTIVE: "objective", ALL: "all" } as const satisfies Record<string, EarnBack["of"]>;

registerEnumType(EarnBackOfEnum, {
  name: "EarnBackOf",
  description: "Whose results earn a credit back.",
  valuesConfig: {
    OBJECTIVE: { description: "Those of the objective itself." },
    ALL: { description: "Those of all objectives of the contract." },
  },
});

export const EarnBackSettleEnum = { WITHHELD: "withheld", RETURNED: "returned" } as const satisfies Record<
  string,
  EarnBack["settle"]
>;

registerEnumType(EarnBackSettleEnum, {
  name: "EarnBackSettle",
  description: "Where the money is meanwhile.",
  valuesConfig: {
    WITHHELD: { description: "Not credited until it is clear." },
    RETURNED: { description: "Credited at once, and taken back when it is earned back." },
  },
});

export const StageEnum = {
  EXCLUSIONS: "exclusions",
  VALUE: "value",
  MINIMUM_SAMPLE: "minimum_sample",
  OUTCOME: "outcome",
  GUARDS: "guards",
  SINGLE_INCIDENT: "single_incident",
  AMOUNT: "amount",
  REPEAT: "repeat",
  FLOOR: "floor",
  OBJECTIVE_CAP: "objective_cap",
  POOL_CAP: "pool_cap",
  EARN_BACK: "earn_back",
  LINE: "line",
} as const satisfies Record<string, Stage>;

registerEnumType(StageEnum, {
  name: "SettlementStage",
  description: "Steps in which the money of a period is worked out.",
  valuesConfig: {
    EXCLUSIONS: { description: "What does not count is taken out." },
    VALUE: { description: "The value of the objective." },
    MINIMUM_SAMPLE: { description: "Whether there were facts enough." },
    OUTCOME: { description: "Which levels were reached." },
    GUARDS: { description: "Whether conditions let the clause apply." },
    SINGLE_INCIDENT: { description: "Of what one incident breached, one credit stands." },
    AMOUNT: { description: "What the mechanism pays." },
    REPEAT: { description: "Failing again multiplies." },
    FLOOR: { description: "Small amounts are dropped." },
    OBJECTIVE_CAP: { description: "The most that the clause pays for an objective." },
    POOL_CAP: { description: "The most that the period pays." },
    EARN_BACK: { description: "What is held until it is clear whether it is earned back." },
    LINE: { description: "Lines, each rounded once." },
  },
});

export const MoneyRoundingEnum = {
  HALF_UP: "half_up",
  HALF_EVEN: "half_even",
  DOWN: "down",
  UP: "up",
} as const satisfies Record<string, MoneyRounding>;

registerEnumType(MoneyRoundingEnum, {
  name: "MoneyRounding",
  description: "How a line is rounded to the minor unit of the currency.",
  valuesConfig: {
    HALF_UP: { description: "To the nearest; halves away from 0." },
    HALF_EVEN: { description: "To the nearest; halves to the even one." },
    DOWN: { description: "Towards 0." },
    UP: { description: "Away from 0." },
  },
});
