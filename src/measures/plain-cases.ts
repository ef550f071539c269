import type { BusinessCalendar } from "../contracts/business-calendar.rules";
import { businessIn, elapsedIn, withoutPauses, type Pause, type Span } from "../contracts/business-pauses.rules";
import { dayEnd } from "../contracts/business-time.rules";
import type { CaseTold } from "../facts/streams/case-record";
import type { CaseMomentFacts } from "../kpis/catalogue/case-facts";
import { amountOfFact, countsFact } from "../kpis/measure-fact.rules";
import type { MeasureInUse } from "../kpis/measure-definition";
import { NIL_ID } from "../shared/ids";
import { localDay, type PlainRows } from "./plain-measures";
import { slotKey } from "./slots.rules";

/** A case as the test sent it, in plain code's own words. */
export interface PlainCase extends CaseTold {
  readonly externalId: string;
  readonly serviceId: string;
  readonly zone: string;
  readonly channel: string;
  readonly personId: string | null;
}

interface PlainMoment extends CaseMomentFacts {
  readonly moment: string;
  readonly personId: string | null;
}

const DAY = 86_400_000;
const dayNumber = (instant: number, zone: string): number => Date.parse(`${localDay(instant, zone)}T00:00:00Z`) / DAY;
const dayText = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** Daily measures of cases in plain code, one moment after the other; for the double-entry test, slow on purpose. */
export function plainCaseRows(
  cases: readonly PlainCase[],
  calendar: BusinessCalendar,
  measures: readonly MeasureInUse[],
): PlainRows {
  const rows: PlainRows = new Map();
  for (const one of cases)
    for (const moment of momentsOf(one, cases, calendar))
      for (const use of measures) {
        const day = use.measure.stream === "case" ? countingDay(use, moment) : null;
        if (day === null || !countsFact(use, moment)) continue;
        const key = ["case", one.serviceId, dayText(day), one.channel, moment.personId ?? NIL_ID].join("/");
        const row = rows.get(key) ?? new Map<string, number>();
        rows.set(key, row.set(slotKey(use), (row.get(slotKey(use)) ?? 0) + amountOfFact(use, moment)));
      }
  return rows;
}

/** The day on which a measure looks at a moment; null: never. */
function countingDay({ measure: { attribution }, parameters }: MeasureInUse, moment: PlainMoment): number | null {
  const { repeatDays = 0, ageDays, untilAgeDays } = parameters;
  const grown = Math.max(moment.day, moment.openedDay + (ageDays ?? untilAgeDays ?? 0));
  if (attribution === "closed_later") return moment.moment === "closed" ? moment.day + repeatDays : null;
  if (attribution === "resolved_later")
    return moment.moment === "resolved" && moment.isFirst ? moment.day + repeatDays : null;
  if (attribution === "aged") return ["opened", "reopened"].includes(moment.moment) ? grown : null;
  if (attribution === "unanswered_aged") return moment.moment === "opened" ? grown : null;
  return moment.moment === attribution ? moment.day : null;
}

type Seconds = Pick<
  CaseMomentFacts,
  | "calendarSeconds"
  | "businessSeconds"
  | "calendarWorkedSeconds"
  | "businessWorkedSeconds"
  | "calendarWholeSeconds"
  | "businessWholeSeconds"
>;

function secondsOf({ pauses }: PlainCase, since: number, until: number, calendar: BusinessCalendar): Seconds {
  const whole: Span = { from: new Date(since), until: new Date(until) };
  const without = (some: PlainCase["pauses"]): Span[] => withoutPauses(whole, some.map(asPause));
  const customer = without(pauses.filter((one) => one.reason === "customer"));
  const all = without(pauses);
  return {
    ...{ calendarSeconds: elapsedIn(customer), businessSeconds: businessIn(customer, calendar) },
    ...{ calendarWorkedSeconds: elapsedIn(all), businessWorkedSeconds: businessIn(all, calendar) },
    ...{ calendarWholeSeconds: elapsedIn([whole]), businessWholeSeconds: businessIn([whole], calendar) },
  };
}

const asPause = ({ from, until }: PlainCase["pauses"][number]): Pause => ({
  from: new Date(from),
  until: until === null ? null : new Date(until),
});

const NO_SECONDS: Seconds = {
  ...{ calendarSeconds: null, businessSeconds: null, calendarWorkedSeconds: null },
  ...{ businessWorkedSeconds: null, calendarWholeSeconds: null, businessWholeSeconds: null },
};

const momentsOf = (one: PlainCase, all: readonly PlainCase[], calendar: BusinessCalendar): PlainMoment[] => [
  ...stretches(one, calendar),
  ...steps(one, calendar),
  ...closings(one, all),
  ...deadlines(one, calendar),
];

/** A moment, if it happened. */
const happened = (one: PlainCase, moment: string, at: number | null, more: Partial<PlainMoment> = {}): PlainMoment[] =>
  at === null ? [] : [{ ...plainMoment(one), moment, occurredAt: at, day: dayNumber(at, one.zone), ...more }];

/** Opened and resolved, each time, and the end of waiting for an answer. */
function stretches(one: PlainCase, calendar: BusinessCalendar): PlainMoment[] {
  const begins = [one.openedAt, ...one.reopenings.map(({ reopenedAt }) => reopenedAt)];
  const ends = [...one.reopenings.map((again) => again.resolvedAt as number | null), one.resolvedAt];
  const answers = [one.firstResponseAt, ends[0] ?? null].filter((at) => at !== null);
  const answeredAt = answers.length > 0 ? Math.min(...answers) : null;
  const day = (at: number | null): number | null => (at === null ? null : dayNumber(at, one.zone));
  const beginnings = begins.flatMap((at, i) =>
    i === 0
      ? happened(one, "opened", at, { untilDay: day(ends[i] ?? null), answeredDay: day(answeredAt) })
      : happened(one, "reopened", at, { untilDay: day(ends[i] ?? null) }),
  );
  const endings = ends.flatMap((at, i) => {
    const isLast = i === ends.length - 1;
    const had = holder(one, at ?? 0);
    return happened(one, "resolved", at, {
      ...{ isFirst: i === 0, isLast, sinceDay: day(begins[i]!), personId: isLast ? (one.personId ?? had) : had },
      ...(isLast && at !== null ? secondsOf(one, one.openedAt, at, calendar) : {}),
    });
  });
  return [...beginnings, ...endings, ...happened(one, "unanswered_ended", answeredAt)];
}

/** Replies, solutions and answered assignments, with the time they took. */
function steps(one: PlainCase, calendar: BusinessCalendar): PlainMoment[] {
  const { openedAt, firstResponseAt, firstSolutionAt } = one;
  const first = (moment: string, at: number | null): PlainMoment[] =>
    at === null
      ? []
      : happened(one, moment, at, { personId: holder(one, at), ...secondsOf(one, openedAt, at, calendar) });
  const turnarounds = one.assignments.flatMap(({ personId, assignedAt, respondedAt: at }) =>
    at === null ? [] : happened(one, "turnaround", at, { personId, ...secondsOf(one, assignedAt, at, calendar) }),
  );
  return [...first("responded", firstResponseAt), ...first("solution", firstSolutionAt), ...turnarounds];
}

function closings(one: PlainCase, all: readonly PlainCase[]): PlainMoment[] {
  const closedAt = one.closedAt ?? one.resolvedAt;
  const personId = one.personId ?? holder(one, closedAt ?? 0);
  return happened(one, "closed", closedAt, { personId, nextOpenedAt: nextOpened(one, all) });
}

function deadlines(one: PlainCase, calendar: BusinessCalendar): PlainMoment[] {
  const { openedAt, firstResponseAt, resolvedAt, dueAt } = one;
  const reply = (moment: string, at: number): PlainMoment[] =>
    happened(one, moment, at, {
      isMet: firstResponseAt !== null && firstResponseAt <= at,
      personId: holder(one, firstResponseAt ?? Infinity),
    });
  const tellsReplies = firstResponseAt !== null || (resolvedAt === null && one.reopenings.length === 0);
  return [
    ...happened(one, "due", dueAt, { isMet: resolvedAt !== null && dueAt !== null && resolvedAt <= dueAt }),
    ...(tellsReplies ? reply("due_business_day", dayEnd(new Date(openedAt), calendar).getTime()) : []),
    ...(tellsReplies ? reply("due_24h", openedAt + DAY) : []),
  ];
}

const plainMoment = (one: PlainCase): Omit<PlainMoment, "moment" | "occurredAt" | "day"> => ({
  ...NO_SECONDS,
  ...{ openedDay: dayNumber(one.openedAt, one.zone), untilDay: null, sinceDay: null, answeredDay: null },
  ...{ isFirst: false, isLast: false, isMet: false, customerRef: one.customerRef, nextOpenedAt: null, personId: null },
  ...{ firstReopenedAt: one.reopenings[0]?.reopenedAt ?? null, resolvedAt: one.resolvedAt, dueAt: one.dueAt },
  ...{ reopenings: one.reopenings.length, escalations: one.escalations, contacts: one.contacts },
  ...{ agentInteractions: one.agentInteractions, withinTarget: one.withinTarget },
  resolvableFirstContact: one.resolvableFirstContact,
});

/** Who had the case at an instant. */
function holder({ assignments, personId }: PlainCase, at: number): string | null {
  let found: PlainCase["assignments"][number] | null = null;
  for (const one of assignments)
    if (one.assignedAt <= at && (!found || one.assignedAt >= found.assignedAt)) found = one;
  return found?.personId ?? personId;
}

/** When the same customer opened the next case for the same reason; of one instant, ids give the order. */
function nextOpened(one: PlainCase, all: readonly PlainCase[]): number | null {
  if (one.customerRef === null) return null;
  const later = all.filter(
    (other) =>
      other.customerRef === one.customerRef &&
      other.reason === one.reason &&
      (other.openedAt > one.openedAt || (other.openedAt === one.openedAt && other.externalId > one.externalId)),
  );
  return later.length > 0 ? Math.min(...later.map(({ openedAt }) => openedAt)) : null;
}
