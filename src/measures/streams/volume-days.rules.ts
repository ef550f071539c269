import { oneDay, type StreamDays } from "./stream-days.rules";

const DAYS = oneDay("volume");

/** Volumes count on the day their interval began. */
export const VOLUME_DAYS: StreamDays = {
  ...DAYS,
  counting: (...of) => ({ ...DAYS.counting(...of), columns: "c.interval_start as occurred_at" }),
};
