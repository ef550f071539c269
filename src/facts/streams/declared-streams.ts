import type { Stream } from "../../shared/stream";
import { CALIBRATION } from "./calibration.stream";
import { CASE_EVENT_STREAM } from "./case-event.stream";
import { CASE_STREAM } from "./case.stream";
import { COMPLAINT } from "./complaint.stream";
import { COST } from "./cost.stream";
import type { DeclaredStream } from "./declared-stream";
import { EMPLOYEE_SURVEY } from "./employee-survey.stream";
import { EVALUATION } from "./evaluation.stream";
import { FORECAST } from "./forecast.stream";
import { HEADCOUNT } from "./headcount.stream";
import { VOLUME } from "./volume.stream";
import { WORK_TIME } from "./work-time.stream";

/** Every stream but contact and survey, which are written by hand for speed. */
export const DECLARED_STREAMS: readonly DeclaredStream[] = [
  CASE_STREAM,
  CASE_EVENT_STREAM,
  WORK_TIME,
  FORECAST,
  VOLUME,
  HEADCOUNT,
  EVALUATION,
  CALIBRATION,
  COST,
  COMPLAINT,
  EMPLOYEE_SURVEY,
];

const byStream = new Map(DECLARED_STREAMS.map((one) => [one.stream, one]));

export const declaredStream = (stream: Stream): DeclaredStream | undefined => byStream.get(stream);

/** Every stream that has a table of facts. */
export const STORED_STREAMS: readonly Stream[] = ["contact", "survey", ...DECLARED_STREAMS.map(({ stream }) => stream)];
