import { noon, type Day } from "../../../src/shared/day";
import { Chance } from "../chance";
import type { DemoContact } from "../facts";
import type { Agent, Desk } from "../house";
import { fact, localTime, type DemoFact, type DeskWork } from "./demo-row";

const HOUR = 3600;

/** The hours of everybody on duty, and of whoever was planned and did not come. */
export function* workTimeOf(work: DeskWork): Generator<DemoFact> {
  const { desk, day, staff } = work;
  for (const [place, agent] of staff.entries()) yield* shiftOf(work, agent, place);
  const chance = new Chance(`absence ${desk.service} ${day}`);
  const absent = desk.agents.find(({ code }) => !staff.includes(code));
  if (absent && chance.happens(0.12)) yield* absenceOf(desk, day, absent);
}

/** Lunch and pauses fall at other hours for each, so that somebody is always there. */
function* shiftOf({ desk, day, contacts }: DeskWork, agent: string, place: number): Generator<DemoFact> {
  const chance = new Chance(`shift ${agent} ${day}`);
  const own = contacts.filter((one) => one.agent === agent);
  const closes = noon(day).weekday === 6 ? 13 * HOUR : desk.closes;
  const lunchAt = desk.opens + (3 + (place % 3)) * HOUR;
  const coachingAt = noon(day).weekday === 3 && place === noon(day).day % 5 ? desk.opens + 6 * HOUR : -1;
  for (let at = desk.opens; at < closes; at += HOUR) {
    const isLunch = at === lunchAt;
    const paid = isLunch ? HOUR / 2 : HOUR;
    const late = chance.happens(0.12) ? Math.round(chance.exponential(180)) : 0;
    const pause = (at - desk.opens) % (3 * HOUR) === HOUR ? 600 + Math.round(chance.unit() * 120) : 0;
    const coaching = at === coachingAt ? 1500 : 0;
    const away = Math.min(paid, pause + coaching + late);
    const { handling, perContact } = handlingIn(own, at, at + HOUR);
    const busy = Math.min(handling, paid - away);
    yield fact("work_time", {
      external_id: `${agent}-${day}-${at / HOUR}`,
      service: desk.service,
      person: agent,
      started_at: localTime(day, at),
      ended_at: localTime(day, at + HOUR),
      scheduled_seconds: paid,
      paid_seconds: paid,
      logged_seconds: paid - Math.min(late, paid),
      available_seconds: Math.max(0, paid - away - busy),
      handling_seconds: busy,
      contact_seconds: Math.max(busy, Math.min(perContact, 4 * HOUR)),
      adherent_seconds: Math.max(0, paid - late - Math.max(0, pause - 600)),
      productive_seconds: Math.max(0, paid - away),
      attended_seconds: paid - Math.min(late, paid),
      unavailable_seconds: away,
    });
  }
}

function* absenceOf(desk: Desk, day: Day, { code }: Agent): Generator<DemoFact> {
  yield fact("work_time", {
    external_id: `${code}-${day}-absent`,
    service: desk.service,
    person: code,
    started_at: localTime(day, desk.opens),
    ended_at: localTime(day, desk.closes),
    scheduled_seconds: desk.closes - desk.opens,
    paid_seconds: 0,
    logged_seconds: 0,
    available_seconds: 0,
    handling_seconds: 0,
    contact_seconds: 0,
    adherent_seconds: 0,
    productive_seconds: 0,
    attended_seconds: 0,
    unavailable_seconds: 0,
  });
}

/** Seconds with customers between two times: each second once, and once for each contact. */
function handlingIn(contacts: readonly DemoContact[], from: number, until: number) {
  const spans = contacts
    .map((one) => [one.offeredAt + one.waitSeconds, one.talkSeconds + one.holdSeconds + one.wrapSeconds] as const)
    .map(([start, length]) => [Math.max(start, from), Math.min(start + length, until)] as const)
    .filter(([start, end]) => start < end)
    .sort(([a], [b]) => a - b);
  let reached = from;
  let handling = 0;
  for (const [start, end] of spans) {
    handling += Math.max(0, end - Math.max(start, reached));
    reached = Math.max(reached, end);
  }
  return { handling, perContact: spans.reduce((sum, [start, end]) => sum + end - start, 0) };
}
