import { registerEnumType } from "type-graphql";
import type { CurveScheme, LevelRounding, OnMissing } from "./scoring-scheme";

export const OnMissingEnum = {
  RENORMALISE: "renormalise",
  ZERO: "zero",
  FAIL: "fail",
  CARRY: "carry",
} as const satisfies Record<string, OnMissing>;

registerEnumType(OnMissingEnum, {
  name: "OnMissing",
  description: "What a KPI without a figure does to the score.",
  valuesConfig: {
    RENORMALISE: { description: "Its weight goes to the others, in proportion." },
    ZERO: { description: "It counts as 0." },
    FAIL: { description: "It counts as 0 and as missed, and closes its gate." },
    CARRY: { description: "The figure of the period before counts; where that has none either, as RENORMALISE." },
  },
});

export const LevelRoundingEnum = {
  CONTINUOUS: "continuous",
  TRUNCATE: "truncate",
  HALF_UP: "half_up",
} as const satisfies Record<string, LevelRounding["kind"]>;

registerEnumType(LevelRoundingEnum, {
  name: "LevelRoundingKind",
  description: "What is done to a value before its level is looked up.",
  valuesConfig: {
    CONTINUOUS: { description: "Nothing: it is compared unrounded." },
    TRUNCATE: { description: "Decimals beyond those agreed are cut off." },
    HALF_UP: { description: "It is rounded to the decimals agreed, halves away from 0." },
  },
});

export const CurveAveragingEnum = {
  INPUT: "input",
  OUTPUT: "output",
} as const satisfies Record<string, CurveScheme["averaging"]>;

registerEnumType(CurveAveragingEnum, {
  name: "CurveAveraging",
  description: "What a payment curve is applied to.",
  valuesConfig: {
    INPUT: { description: "The figure of the period." },
    OUTPUT: { description: "The figure of each day; the score is the mean of the days' scores." },
  },
});
