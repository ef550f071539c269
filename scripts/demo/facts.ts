import { addDays, daysBetween, noon, type Day } from "../../src/shared/day";
import { Chance } from "./chance";
import type { Agent, Desk } from "./house";
import { queueDay, type DeskDay, type QueuedContact } from "./queue-day";

/** The days the demo covers, and the fortnight on which one desk went wrong. */
export interface DemoDays {
  readonly from: Day;
  readonly until: Day;
  readonly lastMonth: Day;
  readonly badFrom: Day;
  readonly badUntil: Day;
}

export const BAD_SERVICE = "aurora-voice";

export interface DemoContact {
  readonly id: string;
  readonly desk: Desk;
  readonly day: Day;
  readonly offeredAt: number;
  readonly waitSeconds: number;
  readonly agent: string | null;
  readonly talkSeconds: number;
  readonly holdSeconds: number;
  readonly wrapSeconds: number;
  /** Whether it was passed on to somebody else. */
  readonly transferred: boolean;
  readonly customer: string;
  readonly reason: string;
}

export interface DemoSurvey {
  readonly contact: DemoContact;
  readonly answeredAt: number;
  readonly rating: number;
  readonly resolved: boolean;
  readonly firstContact: boolean;
}

/** From the first of the month three months back until yesterday; the bad fortnight ends with last month's third week. */
export function demoDays(today: Day): DemoDays {
  const month = noon(today).startOf("month");
  const first = month.minus({ months: 3 }).toISODate() as Day;
  const lastMonth = month.minus({ months: 1 }).toISODate() as Day;
  return { from: first, until: today, lastMonth, badFrom: addDays(lastMonth, 7), badUntil: addDays(lastMonth, 21) };
}

/** A customer who calls again about the same thing. */
interface Caller {
  readonly customer: string;
  readonly reason: string;
}

/** Every contact of one desk, day by day; each day depends on its own seed only, so a later run adds days and changes none. */
export function* contactsOf(desk: Desk, days: DemoDays): Generator<DemoContact> {
  const callers: Caller[] = [];
  for (let i = 0; i < daysBetween(days.from, days.until); i++) {
    const day = addDays(days.from, i);
    const chance = new Chance(`${desk.service} ${day}`);
    const plan = planOf(desk, day, days, chance);
    if (!plan) continue;
    let number = 0;
    for (const contact of queueDay(plan, chance)) {
      number += 1;
      yield asContact({ desk, day, number, contact, chance, callers });
    }
  }
}

/** About a quarter of those answered reply to the survey. */
export function surveyOf(contact: DemoContact, chance: Chance): DemoSurvey | null {
  if (contact.agent === null || !chance.happens(0.24)) return null;
  const agent = contact.desk.agents.find((one) => one.code === contact.agent);
  const annoyance = contact.desk.channel === "mail" ? 0 : Math.min(0.35, contact.waitSeconds / 500);
  const goodwill = contact.desk.goodwill + (agent?.charm ?? 0) - annoyance;
  const resolved = chance.happens(Math.min(0.97, goodwill + 0.02));
  const pleased = chance.happens(resolved ? Math.min(0.98, goodwill + 0.05) : goodwill - 0.5);
  const rating = pleased ? (chance.happens(0.6) ? 5 : 4) : chance.oneOf([3, 3, 2, 2, 1]);
  const after = Math.round(300 + chance.exponential(1800));
  return {
    contact,
    answeredAt: contact.offeredAt + contact.waitSeconds + contact.talkSeconds + after,
    rating,
    resolved,
    firstContact: resolved && chance.happens(0.88),
  };
}

/** How busy a day of the week is against the mean of Monday to Friday; nobody works on Sunday. */
export const weekdayWeight = (day: Day): number => [1.18, 1.04, 0.98, 0.95, 1, 0.4, 0][noon(day).weekday - 1] as number;

/** Who works on a desk on a day; nobody on Sunday. */
export function staffOn(desk: Desk, day: Day, days: DemoDays): Agent[] {
  const weekday = noon(day).weekday;
  const isBad = desk.service === BAD_SERVICE && day >= days.badFrom && day < days.badUntil;
  return weekday === 7 ? [] : staffOf(desk, day, weekday === 6 ? 3 : isBad ? 4 : 5);
}

function planOf(desk: Desk, day: Day, days: DemoDays, chance: Chance): DeskDay | null {
  const weekday = noon(day).weekday;
  if (weekday === 7) return null;
  const isBad = desk.service === BAD_SERVICE && day >= days.badFrom && day < days.badUntil;
  const weight = weekdayWeight(day);
  const onDuty = staffOn(desk, day, days);
  return {
    opensAt: desk.opens,
    closesAt: weekday === 6 ? 13 * 3600 : desk.closes,
    contacts: Math.round(desk.contacts * weight * (0.92 + 0.16 * chance.unit())),
    patience: desk.patience,
    concurrency: desk.concurrency,
    pickUpSeconds: desk.pickUpSeconds,
    agents: onDuty.map((agent) => ({
      code: agent.code,
      handleSeconds: desk.handleSeconds * agent.pace * (isBad ? 1.25 : 1),
    })),
  };
}

/** One or more are off each day, in turn. */
function staffOf(desk: Desk, day: Day, count: number): Agent[] {
  const turn = daysBetween("2020-01-06" as Day, day);
  return Array.from({ length: count }, (_, i) => desk.agents[(turn + i) % desk.agents.length] as Agent);
}

interface Happening {
  readonly desk: Desk;
  readonly day: Day;
  readonly number: number;
  readonly contact: QueuedContact;
  readonly chance: Chance;
  readonly callers: Caller[];
}

function asContact({ desk, day, number, contact, chance, callers }: Happening): DemoContact {
  const caller = callerOf({ desk, day, number, chance, callers });
  const hold = chance.happens(0.18) ? Math.round(contact.handleSeconds * 0.15) : 0;
  const wrap = Math.round(contact.handleSeconds * (0.1 + 0.1 * chance.unit()));
  return {
    id: `${desk.service}-${day}-${String(number).padStart(4, "0")}`,
    desk,
    day,
    offeredAt: contact.offeredAt,
    waitSeconds: contact.waitSeconds,
    agent: contact.agent,
    talkSeconds: Math.max(0, contact.handleSeconds - hold - wrap),
    holdSeconds: contact.agent ? hold : 0,
    wrapSeconds: contact.agent ? wrap : 0,
    transferred: contact.agent !== null && new Chance(`transfer ${desk.service} ${day} ${number}`).happens(0.06),
    ...caller,
  };
}

/** One in nine calls back about something of the last days; the rest are new. */
function callerOf({ desk, day, number, chance, callers }: Omit<Happening, "contact">): Caller {
  if (callers.length > 50 && chance.happens(0.11)) return chance.oneOf(callers);
  const caller = {
    customer: `C-${desk.client}-${day.replaceAll("-", "")}-${number}`,
    reason: chance.oneOf(desk.reasons),
  };
  callers.push(caller);
  if (callers.length > 700) callers.shift();
  return caller;
}
