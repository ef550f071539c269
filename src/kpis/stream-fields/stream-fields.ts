import type { Stream } from "../../shared/stream";
import { CASE_FIELDS } from "./case";
import { CONTACT_FIELDS } from "./contact";
import {
  CALIBRATION_FIELDS,
  COMPLAINT_FIELDS,
  COST_FIELDS,
  EMPLOYEE_SURVEY_FIELDS,
  EVALUATION_FIELDS,
} from "./quality";
import type { StreamFields } from "./stream-field";
import { SURVEY_FIELDS } from "./survey";
import { FORECAST_FIELDS, HEADCOUNT_FIELDS, VOLUME_FIELDS, WORK_TIME_FIELDS } from "./workforce";

/**
 * What measures of one's own may look at. To open a stream: write `<stream>.ts` like `survey.ts`, with the instants of
 * attribution that `measures/streams` knows (the usual one first) and the columns that conditions may name. Each field
 * says its column (`name`, over the fact `f`) and the property of the plain fact that the stream's built-in measures
 * look at (the column in camel case unless it says otherwise); whole numbers that may be summed say their unit.
 */
export const STREAM_FIELDS: Partial<Record<Stream, StreamFields>> = {
  contact: CONTACT_FIELDS,
  survey: SURVEY_FIELDS,
  case: CASE_FIELDS,
  work_time: WORK_TIME_FIELDS,
  forecast: FORECAST_FIELDS,
  volume: VOLUME_FIELDS,
  headcount: HEADCOUNT_FIELDS,
  evaluation: EVALUATION_FIELDS,
  calibration: CALIBRATION_FIELDS,
  cost: COST_FIELDS,
  complaint: COMPLAINT_FIELDS,
  employee_survey: EMPLOYEE_SURVEY_FIELDS,
};
