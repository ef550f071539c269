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

function momentsOf(one: PlainCase, all: readonly PlainCase[], calendar: BusinessCalendar): PlainMoment[] {
  const { zone, openedAt, firstResponseAt, firstSolutionAt, resolvedAt, dueAt } = one;
  const begins = [openedAt, ...one.reopenings.map(({ reopenedAt }) => reopenedAt)];
  const ends = [...one.reopenings.map((again) => again.resolvedAt as number | null), resolvedAt];
  const answers = [firstResponseAt, ends[0] ?? null].filter((at) => at !== null);
  const answeredAt = answers.length > 0 ? Math.min(...answers) : null;
  const day = (at: number | null): number | null => (at === null ? null : dayNumber(at, zone));
  const moments: PlainMoment[] = [];
  const add = (moment: string, at: number | null, more: Partial<PlainMoment> = {}): void => {
    if (at === null) return;
    moments.push({ ...plainMoment(one), moment, occurredAt: at, day: dayNumber(at, zone), ...more });
  };
  begins.forEach((at, i) =>
    add(i === 0 ? "opened" : "reopened", at, {
      untilDay: day(ends[i] ?? null),
      answeredDay: i === 0 ? day(answeredAt) : null,
    }),
  );
  ends.forEach((at, i) => {
    const isLast = i === ends.length - 1;
    add("resolved", at, {
      ...{ isFirst: i === 0, isLast, sinceDay: day(begins[i]!) },
      ...(isLast && at !== null ? secondsOf(one, openedAt, at, calendar) : {}),
      personId: isLast ? (one.personId ?? holder(one, at ?? 0)) : holder(one, at ?? 0),
    });
  });
  add("unanswered_ended", answeredAt);
  for (const [moment, at] of [
    ["responded", firstResponseAt],
    ["solution", firstSolutionAt],
  ] as const)
    if (at !== null) add(moment, at, { personId: holder(one, at), ...secondsOf(one, openedAt, at, calendar) });
  for (const { personId, assignedAt, respondedAt } of one.assignments)
    if (respondedAt !== null)
      add("turnaround", respondedAt, { personId, ...secondsOf(one, assignedAt, respondedAt, calendar) });
  const closedAt = one.closedAt ?? resolvedAt;
  add("closed", closedAt, {
    personId: one.personId ?? holder(one, closedAt ?? 0),
    nextOpenedAt: nextOpened(one, all),
  });
  add("due", dueAt, { isMet: resolvedAt !== null && dueAt !== null && resolvedAt <= dueAt });
  const deadlines = { due_business_day: dayEnd(new Date(openedAt), calendar).getTime(), due_24h: openedAt + DAY };
  for (const [moment, at] of Object.entries(deadlines))
    add(moment, at, {
      isMet: firstResponseAt !== null && firstResponseAt <= at,
      personId: holder(one, firstResponseAt ?? Infinity),
    });
  return moments;
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
