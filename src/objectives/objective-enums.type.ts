import { registerEnumType } from "type-graphql";
import type {
  ComparisonRounding,
  CompositeRule,
  ObjectiveKind,
  QualitativeQuestion,
  VolumeRelief,
} from "./objective-terms";

export const ObjectiveKindEnum = {
  MEASURED: "measured",
  COMPOSITE: "composite",
  QUALITATIVE: "qualitative",
} as const satisfies Record<string, ObjectiveKind>;

registerEnumType(ObjectiveKindEnum, {
  name: "ObjectiveKind",
  description: "Where the figure of an objective comes from.",
  valuesConfig: {
    MEASURED: { description: "Measured by a KPI." },
    COMPOSITE: { description: "Put together from other objectives of the contract." },
    QUALITATIVE: { description: "Assessed by people who answer a question in points." },
  },
});

export const ComparisonRoundingEnum = {
  HALF_UP: "half_up",
  TRUNCATE: "truncate",
} as const satisfies Record<string, ComparisonRounding["mode"]>;

registerEnumType(ComparisonRoundingEnum, {
  name: "ComparisonRoundingMode",
  description: "How a value is rounded before it is compared, where a contract says so.",
  valuesConfig: {
    HALF_UP: { description: "To the nearest; halves away from 0." },
    TRUNCATE: { description: "Further digits are cut off." },
  },
});

export const CompositeRuleEnum = {
  WEIGHTED_ATTAINMENT: "weighted_attainment",
  SHARE_MET: "share_met",
  ALL_MET: "all_met",
} as const satisfies Record<string, CompositeRule>;

registerEnumType(CompositeRuleEnum, {
  name: "CompositeRule",
  description: "How the parts of a composite objective become one share.",
  valuesConfig: {
    WEIGHTED_ATTAINMENT: { description: "Mean by weight of how much of each target was reached, at most all of it." },
    SHARE_MET: { description: "Weight of the parts that are met ÷ weight of those that were judged." },
    ALL_MET: { description: "1 when every part that was judged is met, otherwise 0." },
  },
});

export const AssessorsEnum = {
  OURS: "ours",
  CLIENTS: "clients",
  BOTH: "both",
} as const satisfies Record<string, QualitativeQuestion["assessors"]>;

registerEnumType(AssessorsEnum, {
  name: "Assessors",
  description: "Who answers the question of a qualitative objective.",
  valuesConfig: {
    OURS: { description: "Our people." },
    CLIENTS: { description: "The client's people." },
    BOTH: { description: "Both; each answer counts the same." },
  },
});

export const ReliefEffectEnum = {
  EXCLUDE: "exclude",
  ADJUST_TARGET: "adjust_target",
} as const satisfies Record<string, VolumeRelief["effect"]>;

registerEnumType(ReliefEffectEnum, {
  name: "ReliefEffect",
  description: "What becomes of volume far above the locked forecast.",
  valuesConfig: {
    EXCLUDE: { description: "What came in those days or intervals does not count." },
    ADJUST_TARGET: { description: "The period is held against another target." },
  },
});
