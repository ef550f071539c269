import { noon, type Day } from "../../../src/shared/day";
import { Chance } from "../chance";
import type { DemoContact } from "../facts";
import { fact, localTime, type DemoFact, type DeskWork } from "./demo-row";

const HOUR = 3600;
const DAY = 24 * HOUR;
const OPENS = 8 * HOUR;
const CLOSES = 16 * HOUR;

/** Each mail is a case; its desk writes down every step as it happens. */
export function* caseEventsOf({ desk, day, contacts }: DeskWork): Generator<DemoFact> {
  for (const contact of contacts) {
    const steps = stepsOf(
      contact,
      desk.agents.map(({ code }) => code),
    );
    for (const [place, step] of steps.entries()) {
      yield fact("case_event", {
        external_id: `${contact.id}-${place + 1}`,
        case_id: contact.id,
        service: desk.service,
        channel: desk.channel,
        sequence: place + 1,
        at: localTime(day, step.at),
        kind: step.kind,
        person: step.person ?? null,
        customer_ref: contact.customer,
        reason: contact.reason,
        pause_reason: step.kind === "paused" ? "customer" : null,
        priority: priorityOf(contact),
        due_at: localTime(day, contact.offeredAt + 3 * DAY),
      });
    }
  }
}

interface Step {
  readonly at: number;
  readonly kind: string;
  readonly person?: string;
}

const priorityOf = ({ id }: DemoContact): string =>
  new Chance(`priority ${id}`).oneOf(["low", "normal", "normal", "normal", "high"]);

/** Opened, acknowledged by the machine, answered, sometimes asked back, handed on, solved, taken up again, closed. */
function stepsOf(contact: DemoContact, people: readonly string[]): Step[] {
  const chance = new Chance(`case ${contact.id}`);
  const owner = contact.agent ?? chance.oneOf(people);
  const steps: Step[] = [
    { at: contact.offeredAt, kind: "opened" },
    { at: contact.offeredAt + 5, kind: "acknowledged" },
    { at: contact.offeredAt + 20, kind: "assigned", person: owner },
  ];
  let at = work(contact.day, contact.offeredAt + Math.max(600, contact.waitSeconds));
  if (chance.happens(0.22)) {
    steps.push({ at, kind: "information_requested", person: owner }, { at: at + 1, kind: "paused" });
    at += chance.exponential(20 * HOUR);
    steps.push({ at, kind: "customer_replied" }, { at: at + 1, kind: "resumed" });
    at = work(contact.day, at + 600 + chance.exponential(3 * HOUR));
  }
  const helper = chance.happens(0.08) ? chance.oneOf(people) : owner;
  if (helper !== owner) {
    steps.push({ at: at - 300, kind: "escalated", person: owner }, { at: at - 299, kind: "assigned", person: helper });
    at = work(contact.day, at + chance.exponential(4 * HOUR));
  }
  steps.push({ at, kind: "solution_offered", person: helper }, { at: at + 1, kind: "resolved", person: helper });
  if (!chance.happens(0.05)) return [...steps, { at: at + 3 * DAY, kind: "closed" }];
  const again = at + DAY * (0.3 + chance.unit());
  const solved = work(contact.day, again + chance.exponential(8 * HOUR));
  return [
    ...steps,
    { at: again, kind: "reopened" },
    { at: solved, kind: "solution_offered", person: helper },
    { at: solved + 1, kind: "resolved", person: helper },
    { at: solved + 3 * DAY, kind: "closed" },
  ];
}

/** Into the desk's hours: what would be done at night or on Sunday is done when it opens next. */
function work(day: Day, at: number): number {
  const date = noon(day).plus({ days: Math.floor(at / DAY) });
  const inDay = at % DAY;
  const start = at - inDay;
  if (inDay < OPENS) return work(day, start + OPENS + 60 + (inDay % 1800));
  if (date.weekday === 7 || inDay > CLOSES) return work(day, start + DAY + OPENS + 60 + (inDay % 1800));
  return at;
}

/** A move is a case of the back office: opened by the call, done within days. Its system sends whole cases. */
export function* movesOf({ desk, day, contacts }: DeskWork): Generator<DemoFact> {
  for (const contact of contacts.filter((one) => one.agent !== null)) {
    const chance = new Chance(`move ${contact.id}`);
    if (!chance.happens(0.35)) continue;
    const opened = contact.offeredAt + contact.waitSeconds;
    const responded = work(day, opened + 120 + chance.exponential(2 * HOUR));
    const resolved = work(day, responded + chance.exponential(1.4 * DAY));
    const waits = chance.happens(0.3);
    yield fact("case", {
      external_id: `M-${contact.id}`,
      service: desk.service,
      channel: desk.channel,
      person: contact.agent,
      customer_ref: contact.customer,
      reason: contact.reason,
      priority: "normal",
      opened_at: localTime(day, opened),
      first_response_at: localTime(day, responded),
      first_solution_at: localTime(day, resolved - 60),
      resolved_at: localTime(day, resolved),
      closed_at: localTime(day, resolved + DAY),
      due_at: localTime(day, opened + 4 * DAY),
      assignments: [
        {
          person: contact.agent,
          assignedAt: localTime(day, opened + 60),
          respondedAt: localTime(day, responded),
          response: "information",
        },
      ],
      contacts: chance.happens(0.75) ? 1 : 2,
      agent_interactions: chance.happens(0.7) ? 1 : 2,
      escalations: chance.happens(0.06) ? 1 : 0,
      pauses: waits
        ? [{ from: localTime(day, responded), until: localTime(day, (responded + resolved) / 2), reason: "customer" }]
        : [],
    });
  }
}
