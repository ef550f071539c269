/** Kinds of fact that can be taken in. */
export const STREAMS = [
  "contact",
  "survey",
  "case",
  "case_event",
  "evaluation",
  "calibration",
  "work_time",
  "forecast",
  "volume",
  "headcount",
  "cost",
  "complaint",
  "employee_survey",
] as const;
export type Stream = (typeof STREAMS)[number];

/** The table that holds the facts of a stream; `case` is a word of SQL. */
export const tableOf = (stream: Stream): string => (stream === "case" ? "case_record" : stream);
