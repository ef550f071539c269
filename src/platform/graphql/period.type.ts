import { Field, Float, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { dayOf, addDays, type Day } from "../../shared/day";
import { hoursOf, periodContaining, periodLabel, shiftPeriod, type Period, type PeriodKind } from "../../shared/period";
import { recentlyUsed } from "../recently-used";
import { BadUserInput } from "./bad-input.errors";
import { LocalDate, TimeZone } from "./scalars";

export const PeriodKindEnum = {
  DAY: "day",
  WEEK: "week",
  MONTH: "month",
  QUARTER: "quarter",
  YEAR: "year",
} as const satisfies Record<string, PeriodKind>;

registerEnumType(PeriodKindEnum, {
  name: "PeriodKind",
  description: "Lengths of period. All are whole local calendar units.",
  valuesConfig: {
    DAY: { description: "A local calendar day; 23 or 25 hours when clocks change." },
    WEEK: { description: "An ISO week, Monday to Sunday." },
    MONTH: { description: "A calendar month." },
    QUARTER: { description: "A calendar quarter, from January, April, July or October." },
    YEAR: { description: "A calendar year." },
  },
});

export const PeriodStateEnum = { UPCOMING: "upcoming", OPEN: "open", CLOSING: "closing", CLOSED: "closed" } as const;
export type PeriodState = (typeof PeriodStateEnum)[keyof typeof PeriodStateEnum];

registerEnumType(PeriodStateEnum, {
  name: "PeriodState",
  description: "Where a period stands, seen from now in its own time zone.",
  valuesConfig: {
    UPCOMING: { description: "Has not begun." },
    OPEN: { description: "Is running." },
    CLOSING: { description: "Is over, but within the contract's grace days late facts still change its figures." },
    CLOSED: { description: "Is over and its grace days have passed." },
  },
});

@ObjectType("Period", { simpleResolvers: true, description: "A stretch of whole local days." })
export class PeriodType {
  @Field(() => PeriodKindEnum, { description: "Length." })
  kind!: PeriodKind;

  @Field(() => LocalDate, { description: "First local day." })
  from!: Day;

  @Field(() => LocalDate, { description: "Last local day, included." })
  lastDay!: Day;

  @Field(() => LocalDate, { description: "The local day after the last." })
  until!: Day;

  @Field(() => String, { description: "Short name: `2026-03-29`, `2026-W13`, `2026-03`, `2026-Q1`, `2026`." })
  label!: string;

  @Field(() => TimeZone, { description: "IANA zone in which the days begin and end." })
  timeZone!: string;

  @Field(() => Float, { description: "Real hours, clock changes included: 167 in the week when clocks go forward." })
  hours!: number;

  @Field(() => PeriodStateEnum, { description: "Whether it is to come, running, or over." })
  state!: PeriodState;
}

/** How a contract counts time. */
export interface PeriodClock {
  readonly timeZone: string;
  readonly graceDays: number;
}

export const describePeriod = (period: Period, clock: PeriodClock, now: Date): PeriodType => ({
  ...lastingFacts(period, clock.timeZone),
  state: stateOf(period, clock, dayOf(now, clock.timeZone)),
});

const PERIODS_REMEMBERED = 2_000;
const remembered = recentlyUsed<string, Omit<PeriodType, "state">>(PERIODS_REMEMBERED);

/** What is true of a period at any time. Asked for thousands of times, and calendars are slow. */
const lastingFacts = ({ kind, from, until }: Period, timeZone: string): Omit<PeriodType, "state"> =>
  remembered(`${kind}/${from}/${timeZone}`, () => ({
    ...{ kind, from, until, timeZone },
    lastDay: addDays(until, -1),
    label: periodLabel({ kind, from, until }),
    hours: hoursOf({ kind, from, until }, timeZone),
  }));

function stateOf(period: Period, clock: PeriodClock, today: Day): PeriodState {
  if (today < period.from) return "upcoming";
  if (today < period.until) return "open";
  return today < addDays(period.until, clock.graceDays) ? "closing" : "closed";
}

@InputType("PeriodInput", {
  description:
    "Names one period. With `kind` alone it is the current one. Give at most one of `containing`, `from` and `offset`.",
})
export class PeriodInput {
  @Field(() => PeriodKindEnum, { description: "Length of the period." })
  kind!: PeriodKind;

  @Field(() => LocalDate, { nullable: true, description: "Any local day in the period." })
  containing?: Day | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: "The period's first local day; refused when it is another day.",
  })
  from?: Day | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Counted from the current period in the contract's time zone: 0 is the current one, -1 the one before.",
  })
  offset?: number | null;
}

const FURTHEST_OFFSET = 4_000;

/** The period an input names, seen from `now` in `timeZone`. */
export function periodNamed(input: PeriodInput, now: Date, timeZone: string): Period {
  const given = [input.containing, input.from, input.offset].filter((one) => one != null);
  if (given.length > 1) throw refused("Give at most one of `containing`, `from` and `offset`.");
  if (input.containing != null) return periodContaining(input.kind, input.containing);
  if (input.from != null) return beginningOn(input.kind, input.from);
  const offset = input.offset ?? 0;
  if (Math.abs(offset) > FURTHEST_OFFSET) throw refused(`\`offset\` is ${offset}; it reaches ±${FURTHEST_OFFSET}.`);
  return shiftPeriod(periodContaining(input.kind, dayOf(now, timeZone)), offset);
}

/** Whether the input names a day, so that it means the same wherever and whenever it is read. */
export const isFixed = ({ containing, from }: PeriodInput): boolean => containing != null || from != null;

function beginningOn(kind: PeriodKind, from: Day): Period {
  const period = periodContaining(kind, from);
  if (period.from !== from) throw refused(`No ${kind} begins on ${from}; that day is in the one from ${period.from}.`);
  return period;
}

const refused = (message: string): BadUserInput =>
  new BadUserInput(message, { path: ["period"], remedy: 'For example `{ kind: MONTH, containing: "2026-03-15" }`.' });
