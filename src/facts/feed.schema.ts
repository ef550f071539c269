import { Duration } from "luxon";
import { z } from "zod";
import { complaintAboutRule } from "../shared/cadence";
import { dayField, timeZoneField } from "../shared/fields";
import { orElse, orNull } from "../shared/lenient";
import { STREAMS } from "../shared/stream";

const LONGEST_SOURCE_NAME = 100;
const EVERY_REMEDY = "Write a duration such as PT15M or P1D, or a rule such as FREQ=DAILY or FREQ=WEEKLY;BYDAY=MO.";

/** Whether data is expected to be never older than a duration, and not on certain days. */
export const isDuration = (every: string): boolean => every.startsWith("P");

function isPositiveDuration(text: string): boolean {
  const duration = Duration.fromISO(text);
  return duration.isValid && duration.toMillis() > 0;
}

const everyField = z.string().superRefine((every, context) => {
  const complaint = isDuration(every)
    ? isPositiveDuration(every)
      ? null
      : "is not a duration"
    : complaintAboutRule(every);
  if (complaint)
    context.addIssue({ code: "custom", message: `"${every}" ${complaint}.`, params: { remedy: EVERY_REMEDY } });
});

const timeOfDayField = z.string().superRefine((time, context) => {
  if (/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return;
  const params = { remedy: 'Write hours and minutes in quotes, such as "06:00".' };
  context.addIssue({ code: "custom", message: `"${time}" is not a time of day.`, params });
});

const graceField = z.string().superRefine((grace, context) => {
  const duration = Duration.fromISO(grace);
  if (duration.isValid && duration.toMillis() >= 0) return;
  const params = { remedy: "Write a duration such as PT30M." };
  context.addIssue({ code: "custom", message: `"${grace}" is not a duration.`, params });
});

export const feedTermsShape = z.strictObject({
  /** Left out: since ever. */
  validFrom: orNull(dayField),
  validUntil: orNull(dayField),
  every: everyField,
  by: orNull(timeOfDayField),
  timeZone: orNull(timeZoneField),
  grace: orElse(graceField, "PT0S"),
  declares: orElse(z.boolean(), false),
});

const feedTermsSchema = feedTermsShape.superRefine(({ every, by, timeZone }, context) => {
  const refuse = (field: string, message: string, remedy: string): void =>
    context.addIssue({ code: "custom", path: [field], message, params: { remedy } });
  if (isDuration(every)) {
    if (by !== null)
      refuse("by", "A duration has no time of day.", "Leave `by` out, or write a rule of days in `every`.");
    return;
  }
  if (by === null) refuse("by", "Nobody says by what time data is due.", 'Add the time of day, such as by: "06:00".');
  if (timeZone === null) refuse("timeZone", "Nobody says in which time zone.", "Add an IANA name such as Europe/Rome.");
});
export type FeedTerms = z.infer<typeof feedTermsSchema>;

export const feedSchema = z.strictObject({
  client: z.string(),
  stream: z.enum(STREAMS),
  source: z.string().min(1).max(LONGEST_SOURCE_NAME),
  versions: z.array(feedTermsSchema),
});
export type FeedInput = z.input<typeof feedSchema>;
