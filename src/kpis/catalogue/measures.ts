import type { Measure } from "../measure-definition";
import { CHAIN_MEASURES, OFFERED_MEASURES } from "./contact-measures";
import { ANSWER_MEASURES, HANDLING_MEASURES } from "./handling-measures";
import { SURVEY_MEASURES } from "./survey-measures";

/** Every measure there is, of every stream. */
export const MEASURES: readonly Measure[] = [
  ...OFFERED_MEASURES,
  ...ANSWER_MEASURES,
  ...HANDLING_MEASURES,
  ...CHAIN_MEASURES,
  ...SURVEY_MEASURES,
];

const byCode = new Map(MEASURES.map((measure) => [measure.code, measure]));

export const findMeasure = (code: string): Measure | undefined => byCode.get(code);
