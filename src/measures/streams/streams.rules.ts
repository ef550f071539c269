import type { Stream } from "../../shared/stream";
import { CASE_DAYS } from "./case-days.rules";
import { CONTACT_DAYS } from "./contact-days.rules";
import { EVALUATION_DAYS } from "./evaluation-days.rules";
import { oneDay, type StreamDays } from "./stream-days.rules";
import { SURVEY_DAYS } from "./survey-days.rules";
import { FORECAST_DAYS } from "./forecast-days.rules";
import { HEADCOUNT_DAYS } from "./headcount-days.rules";
import { VOLUME_DAYS } from "./volume-days.rules";
import { WORK_TIME_DAYS } from "./work-time-days.rules";

/** Streams whose facts are counted; events of cases are not, the cases they are folded into are. */
const DAYS: Partial<Record<Stream, StreamDays>> = {
  contact: CONTACT_DAYS,
  survey: SURVEY_DAYS,
  evaluation: EVALUATION_DAYS,
  calibration: oneDay("calibration"),
  cost: oneDay("cost"),
  complaint: oneDay("complaint"),
  employee_survey: oneDay("employee_survey"),
  work_time: WORK_TIME_DAYS,
  forecast: FORECAST_DAYS,
  volume: VOLUME_DAYS,
  headcount: HEADCOUNT_DAYS,
  case: CASE_DAYS,
};

export function streamDays(stream: Stream): StreamDays {
  const found = DAYS[stream];
  if (!found) throw new Error(`No measure counts facts of stream ${stream}.`);
  return found;
}

/** Every stream whose facts are counted. */
export const COUNTED_STREAMS = Object.entries(DAYS) as readonly (readonly [Stream, StreamDays])[];
