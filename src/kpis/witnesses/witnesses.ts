import type { Stream } from "../../shared/stream";
import { caseWitnesses } from "./case";
import { contactWitnesses } from "./contact";
import { calibrationWitnesses, complaintWitnesses, employeeSurveyWitnesses, evaluationWitnesses } from "./quality";
import { surveyWitnesses } from "./survey";
import { forecastWitnesses } from "./forecast";
import { workTimeWitnesses } from "./work-time";

/**
 * Facts of every kind that a stream can have, at and around each limit: what proves that a share's numerator is part of
 * its denominator. `limits` are the values of parameters, one less and one more. A stream whose measures stand in shares
 * needs an entry here; facts have the shape that the stream's measures look at.
 */
export const WITNESSES: Partial<Record<Stream, (limits: readonly number[]) => readonly object[]>> = {
  contact: contactWitnesses,
  survey: surveyWitnesses,
  evaluation: evaluationWitnesses,
  calibration: calibrationWitnesses,
  complaint: complaintWitnesses,
  employee_survey: employeeSurveyWitnesses,
  case: caseWitnesses,
  work_time: workTimeWitnesses,
  forecast: forecastWitnesses,
};
