import { RRule } from "rrule";
import { z } from "zod";

const FREQUENCIES = ["YEARLY", "MONTHLY", "WEEKLY", "DAILY"];

/** Why a text is not a rule of recurring days, or null. */
export function complaintAboutRule(rule: string): string | null {
  const parts = rule.split(";").map((part) => part.split("=")[0]!.toUpperCase());
  const frequency = /(?:^|;)FREQ=(\w+)/i.exec(rule)?.[1]?.toUpperCase();
  if (rule.includes(":") || !frequency) return "is not a recurrence rule";
  if (!FREQUENCIES.includes(frequency)) return "does not recur by days, weeks, months or years";
  if (parts.some((part) => ["BYHOUR", "BYMINUTE", "BYSECOND"].includes(part))) return "names a time of day";
  return isReadable(rule) ? null : "is not a recurrence rule";
}

function isReadable(rule: string): boolean {
  try {
    new RRule(RRule.parseString(rule));
    return true;
  } catch {
    return false;
  }
}

/** An RFC 5545 rule of recurring days, without a beginning and without a time of day. */
export const recurrenceField = (remedy: string) =>
  z.string().superRefine((rule, context) => {
    const complaint = complaintAboutRule(rule);
    if (complaint) context.addIssue({ code: "custom", message: `"${rule}" ${complaint}.`, params: { remedy } });
  });
