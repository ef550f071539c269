import type { Measure } from "../measure-definition";
import type { CaseMomentFacts } from "./case-facts";
import { counted, summed } from "./case-measure";

/** Openings, reopenings and resolutions: what comes into the backlog, and what leaves it. */
const FLOWS: readonly Measure[] = [
  counted("opened", { code: "cases_opened", description: "Cases opened." }),
  counted("reopened", { code: "cases_reopened", description: "Times that a case was opened again." }),
  counted("resolved", {
    code: "case_resolutions",
    description: "Times that a case was resolved, also those that did not last.",
  }),
  counted("resolved", {
    code: "case_resolutions_undone",
    description: "Resolutions after which the case was opened again.",
    condition: "not f.is_last",
    counts: (f) => !f.isLast,
  }),
  counted("resolved", {
    code: "cases_resolved",
    description: "Cases resolved for good, as far as is known; each once, by its last resolution.",
    condition: "f.is_last",
    counts: (f) => f.isLast,
  }),
  counted("closed", {
    code: "cases_closed",
    description: "Cases closed; one that is resolved and not closed counts as closed when it was resolved.",
  }),
  counted("unanswered_ended", {
    code: "cases_answered",
    description: "Cases that a human answered for the first time, or resolved without.",
  }),
];

type Age = "ageDays" | "untilAgeDays";

/** Of cases as old as `age` days at the end of a day: those that come to be so, and those that no longer wait. */
const aged = (age: Age, suffix: string): readonly Measure[] => [
  counted("aged", {
    code: `cases_grown_old${suffix}`,
    description: `Unresolved cases that come to be ${age} days old at the end of a day, or are opened again when older.`,
    parameters: [age],
    condition: `(f.until_day > greatest(f.day, f.opened_day + :${age})) is not false`,
    counts: (f, p) => f.untilDay === null || f.untilDay > oldFrom(f.day, f, p[age]),
  }),
  counted("resolved", {
    code: `old${suffix}_case_resolutions`,
    description: `Resolutions of cases that were ${age} days old at the end of the day before, or older.`,
    parameters: [age],
    condition: `f.day > greatest(f.since_day, f.opened_day + :${age})`,
    counts: (f, p) => f.day > oldFrom(f.sinceDay ?? Infinity, f, p[age]),
  }),
];

const UNANSWERED_AGED: readonly Measure[] = [
  counted("unanswered_aged", {
    code: "cases_grown_old_unanswered",
    description: "Unanswered cases that come to be ageDays days old at the end of a day.",
    parameters: ["ageDays"],
    condition: "(f.answered_day > f.opened_day + :ageDays) is not false",
    counts: (f, p) => f.answeredDay === null || f.answeredDay > oldFrom(f.openedDay, f, p.ageDays),
  }),
  counted("unanswered_ended", {
    code: "old_cases_answered",
    description:
      "Cases answered, or resolved without, that were ageDays days old at the end of the day before, or older.",
    parameters: ["ageDays"],
    condition: "f.day > f.opened_day + :ageDays",
    counts: (f, p) => f.day > oldFrom(f.openedDay, f, p.ageDays),
  }),
];

const oldFrom = (since: number, { openedDay }: CaseMomentFacts, days = 0): number => Math.max(since, openedDay + days);

const resolved = (code: string, what: string, condition: string, counts: (f: CaseMomentFacts) => boolean): Measure =>
  counted("resolved", {
    code,
    description: `Cases resolved for good ${what}.`,
    condition: `f.is_last and ${condition}`,
    counts: (f) => f.isLast && counts(f),
  });

const RESOLVED: readonly Measure[] = [
  resolved(
    "cases_resolved_judged",
    "whose target the source judges",
    "f.within_target is not null",
    (f) => f.withinTarget !== null,
  ),
  resolved(
    "cases_resolved_within_target",
    "within their target, as the source judges",
    "f.within_target",
    (f) => f.withinTarget === true,
  ),
  resolved(
    "cases_resolved_judged_due",
    "that had a time by which to be resolved, and whose target the source judges",
    "f.due_at is not null and f.within_target is not null",
    (f) => f.dueAt !== null && f.withinTarget !== null,
  ),
  resolved(
    "cases_resolved_within_target_due",
    "that had a time by which to be resolved, within their target, as the source judges",
    "f.due_at is not null and f.within_target",
    (f) => f.dueAt !== null && f.withinTarget === true,
  ),
  resolved(
    "cases_resolved_with_due",
    "that had a time by which to be resolved",
    "f.due_at is not null",
    (f) => f.dueAt !== null,
  ),
  resolved(
    "cases_resolved_by_due",
    "by the time they were due",
    "f.occurred_at <= f.due_at",
    (f) => f.dueAt !== null && f.occurredAt <= f.dueAt,
  ),
  resolved(
    "cases_resolved_escalation_known",
    "of which it is known whether they were escalated",
    "f.escalations is not null",
    (f) => f.escalations !== null,
  ),
  resolved(
    "cases_resolved_escalated",
    "that were escalated at least once",
    "f.escalations > 0",
    (f) => (f.escalations ?? 0) > 0,
  ),
  summed("resolved", {
    code: "case_escalations",
    description: "Escalations of cases resolved for good.",
    unit: "count",
    condition: "f.is_last and f.escalations is not null",
    counts: (f) => f.isLast && f.escalations !== null,
    sumOf: "f.escalations",
    amount: (f) => f.escalations ?? 0,
  }),
];

const OPENED_JUDGED: readonly Measure[] = [
  counted("opened", {
    code: "cases_opened_judged",
    description: "Cases opened whose target the source judges so far.",
    condition: "f.within_target is not null",
    counts: (f) => f.withinTarget !== null,
  }),
  counted("opened", {
    code: "cases_opened_within_target",
    description: "Cases opened that keep their target so far, as the source judges.",
    condition: "f.within_target",
    counts: (f) => f.withinTarget === true,
  }),
];

/** Counted on the day by which something was due, whether it was done or not. */
const due = (
  attribution: string,
  [all, met]: readonly [string, string],
  what: string,
  how: string,
): readonly Measure[] => [
  counted(attribution, { code: all, description: `Cases ${what}.` }),
  counted(attribution, {
    code: met,
    description: `Cases ${what}, and ${how}.`,
    condition: "f.is_met",
    counts: (f) => f.isMet,
  }),
];

const DUE: readonly Measure[] = [
  ...due("due", ["cases_due", "cases_due_resolved"], "due to be resolved", "resolved for good by then"),
  ...due(
    "due_business_day",
    ["replies_due_business_day", "replies_same_business_day"],
    "whose first reply is due by the end of the business day",
    "replied to by then",
  ),
  ...due(
    "due_24h",
    ["replies_due_24h", "replies_within_24h"],
    "whose first reply is due 24 hours after they were opened",
    "replied to by then",
  ),
];

export const CASE_MEASURES: readonly Measure[] = [
  ...FLOWS,
  ...aged("ageDays", ""),
  ...aged("untilAgeDays", "er"),
  ...UNANSWERED_AGED,
  ...RESOLVED,
  ...OPENED_JUDGED,
  ...DUE,
];
