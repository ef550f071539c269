import type { Measure } from "../measure-definition";
import { CALIBRATION_MEASURES } from "./calibration-measures";
import { CASE_MEASURES } from "./case-measures";
import { CASE_REPEAT_MEASURES } from "./case-repeat-measures";
import { CASE_TIME_MEASURES } from "./case-time-measures";
import { COST_MEASURES } from "./cost-measures";
import { CHAIN_MEASURES, OFFERED_MEASURES } from "./contact-measures";
import { ANSWER_MEASURES, HANDLING_MEASURES } from "./handling-measures";
import { findOwnMeasure, isForClient, ownDefinitions } from "./own";
import { EVALUATION_MEASURES, SURVEY_ERROR_MEASURES } from "./quality-measures";
import { SURVEY_MEASURES } from "./survey-measures";
import { FORECAST_MEASURES } from "./forecast-measures";
import { HEADCOUNT_MEASURES } from "./headcount-measures";
import { COMPLAINT_MEASURES, EMPLOYEE_SURVEY_MEASURES } from "./voice-measures";
import { VOLUME_MEASURES } from "./volume-measures";
import { WORK_TIME_MEASURES } from "./work-time-measures";

/** Every built-in measure, of every stream. */
export const MEASURES: readonly Measure[] = [
  ...OFFERED_MEASURES,
  ...ANSWER_MEASURES,
  ...HANDLING_MEASURES,
  ...CHAIN_MEASURES,
  ...SURVEY_MEASURES,
  ...CASE_MEASURES,
  ...CASE_TIME_MEASURES,
  ...CASE_REPEAT_MEASURES,
  ...WORK_TIME_MEASURES,
  ...FORECAST_MEASURES,
  ...VOLUME_MEASURES,
  ...HEADCOUNT_MEASURES,
  ...EVALUATION_MEASURES,
  ...SURVEY_ERROR_MEASURES,
  ...CALIBRATION_MEASURES,
  ...COST_MEASURES,
  ...COMPLAINT_MEASURES,
  ...EMPLOYEE_SURVEY_MEASURES,
];

const byCode = new Map(MEASURES.map((measure) => [measure.code, measure]));

/** Built in, or of one's own. */
export const findMeasure = (code: string): Measure | undefined => byCode.get(code) ?? findOwnMeasure(code);

/** The same, among what a client's formulas may name. */
export const findMeasureOf =
  (clientId: string) =>
  (name: string): Measure | undefined =>
    isForClient(name.split("@")[0] ?? name, clientId) ? findMeasure(name) : undefined;

/** All that can be named in a formula: built in, then those of one's own. */
export const allMeasures = (): Measure[] => [
  ...MEASURES,
  ...[...ownDefinitions().measures.values()].map(({ code, latest }) => ({ ...latest, code })),
];
