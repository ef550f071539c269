import { oneDay, type StreamDays } from "./stream-days.rules";

const DAYS = oneDay("work_time");

/** Work time counts on the day it began. */
export const WORK_TIME_DAYS: StreamDays = {
  ...DAYS,
  counting: (...of) => ({ ...DAYS.counting(...of), columns: "c.started_at as occurred_at" }),
};
