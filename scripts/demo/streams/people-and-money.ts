import { addDays, daysBetween, noon, type Day } from "../../../src/shared/day";
import { Chance } from "../chance";
import type { Desk } from "../house";
import { fact, localTime, type DemoFact, type DeskWork } from "./demo-row";

/** Every Monday: how many people the desk has, needs, won and lost. */
export function* headcountOf(desk: Desk, day: Day): Generator<DemoFact> {
  if (noon(day).weekday === 1) yield staffOn(desk, day);
  if (noon(day).day === 1 && desk.contract !== "aurora-moves" && desk.channel === "phone") yield customersOn(desk, day);
}

function staffOn(desk: Desk, day: Day): DemoFact {
  const chance = new Chance(`headcount ${desk.service} ${day}`);
  const [left, came] = [chance.happens(0.12) ? 1 : 0, chance.happens(0.1) ? 1 : 0];
  return fact("headcount", {
    external_id: `staff-${desk.service}-${day}`,
    service: desk.service,
    population: "staff",
    day,
    headcount: desk.agents.length + 6 + (noon(day).weekNumber % 3) - left + came,
    required: desk.agents.length + 7,
    joiners: came,
    leavers: left,
  });
}

function customersOn(desk: Desk, day: Day): DemoFact {
  const month = noon(day).month;
  const chance = new Chance(`customers ${desk.client} ${day}`);
  const lost = Math.round(900 + 200 * chance.unit());
  return fact("headcount", {
    external_id: `customers-${desk.client}-${day}`,
    service: desk.service,
    population: "customers",
    day,
    headcount: 84_000 + 260 * month,
    joiners: lost + 260,
    leavers: lost,
  });
}

/** Labour every Friday, the telephone and licences on the first of the month; licences are bought in dollars. */
export function* costsOf({ desk, day, staff }: DeskWork): Generator<DemoFact> {
  const chance = new Chance(`cost ${desk.service} ${day}`);
  const item = (category: string, amount: number, rest: object = {}): DemoFact =>
    fact("cost", {
      external_id: `${category}-${desk.service}-${day}`,
      service: desk.service,
      incurred_on: day,
      category,
      unit_kind: "all",
      amount: amount.toFixed(2),
      currency: "EUR",
      ...rest,
    });
  if (noon(day).weekday === 5) yield item("labour", staff.length * 5.5 * 9 * (17.2 + chance.unit()));
  if (noon(day).day !== 1) return;
  yield item("telephony", 240 + desk.contacts * 2.1);
  const dollars = { currency: "USD", exchange_rate: "0.9214", rate_date: addDays(day, -1) };
  yield item("licences", desk.agents.length * 79, dollars);
}

/** Few complain, and more of those who waited long. */
export function* complaintsOf({ desk, contacts }: DeskWork): Generator<DemoFact> {
  for (const contact of contacts) {
    const chance = new Chance(`complaint ${contact.id}`);
    const anger = desk.channel === "mail" ? 0 : Math.min(0.02, contact.waitSeconds / 30_000);
    if (!chance.happens(0.002 + anger)) continue;
    const after = contact.offeredAt + Math.round(chance.exponential(2 * 3600));
    yield fact("complaint", {
      external_id: `K-${contact.id}`,
      service: desk.service,
      channel: desk.channel,
      ...(contact.agent ? { person: contact.agent } : {}),
      received_at: localTime(contact.day, Math.min(after, 86_000)),
      customer_ref: contact.customer,
      reason: chance.oneOf(["waiting time", "wrong information", "not called back", "tone"]),
      severity: chance.oneOf(["low", "low", "medium", "high"]),
      justified: chance.happens(0.6),
      contact_external_id: contact.id,
    });
  }
}

/** On the 10th of the month everybody is asked how work is. */
export function* employeeSurveysOf(desk: Desk, day: Day): Generator<DemoFact> {
  if (noon(day).day !== 10) return;
  for (const { code, charm } of desk.agents) {
    const chance = new Chance(`pulse ${code} ${day}`);
    if (!chance.happens(0.8)) continue;
    const mood = 3.8 + charm * 8 + 0.8 * chance.normal();
    yield fact("employee_survey", {
      external_id: `P-${code}-${day}`,
      service: desk.service,
      answered_at: localTime(day, 11 * 3600 + (daysBetween("2020-01-01" as Day, day) % 3600)),
      rating: Math.max(1, Math.min(5, Math.round(mood))),
      recommend: Math.max(0, Math.min(10, Math.round(mood * 2 + 0.5 * chance.normal()))),
    });
  }
}
