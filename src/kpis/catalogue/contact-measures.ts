import type { Parameters } from "../kpi-definition";
import type { ContactFacts, ContactMeasure } from "../measure-definition";

const atMost = (seconds: number | null, limit: number | undefined): boolean =>
  seconds !== null && limit !== undefined && seconds <= limit;

type Shape = Pick<ContactMeasure, "code" | "description" | "condition" | "counts"> & {
  readonly parameters?: readonly string[];
};

const counted = (attribution: ContactMeasure["attribution"], shape: Shape): ContactMeasure => ({
  ...shape,
  stream: "contact",
  unit: "count",
  attribution,
  parameters: shape.parameters ?? [],
  sumOf: null,
  amount: () => 1,
});

/** Counted on the day the contact was offered. A wait that is not known is within no limit: it never helps. */
export const OFFERED_MEASURES: readonly ContactMeasure[] = [
  counted("offered", {
    code: "offered",
    description: "Contacts that entered the queue, whatever became of them.",
    condition: "true",
    counts: () => true,
  }),
  counted("offered", {
    code: "answered",
    description: "Contacts offered that were answered.",
    condition: "f.outcome = 'answered'",
    counts: (f) => f.outcome === "answered",
  }),
  counted("offered", {
    code: "abandoned",
    description: "Contacts offered that the customer gave up before an answer.",
    condition: "f.outcome = 'abandoned'",
    counts: (f) => f.outcome === "abandoned",
  }),
  counted("offered", {
    code: "flow_outs",
    description: "Contacts offered that left the queue for another destination.",
    condition: "f.outcome = 'flow_out'",
    counts: (f) => f.outcome === "flow_out",
  }),
  counted("offered", {
    code: "breakouts",
    description: "Contacts offered that left the queue by pressing a key.",
    condition: "f.outcome = 'breakout'",
    counts: (f) => f.outcome === "breakout",
  }),
  counted("offered", {
    code: "answered_within",
    description: "Contacts answered after at most thresholdSeconds.",
    parameters: ["thresholdSeconds"],
    condition: "f.outcome = 'answered' and f.wait_seconds <= :thresholdSeconds",
    counts: (f, p) => f.outcome === "answered" && atMost(f.waitSeconds, p.thresholdSeconds),
  }),
  counted("offered", {
    code: "abandoned_within",
    description: "Contacts abandoned after at most thresholdSeconds.",
    parameters: ["thresholdSeconds"],
    condition: "f.outcome = 'abandoned' and f.wait_seconds <= :thresholdSeconds",
    counts: (f, p) => f.outcome === "abandoned" && atMost(f.waitSeconds, p.thresholdSeconds),
  }),
  counted("offered", {
    code: "callbacks_within",
    description: "Contacts that left the queue for a call back after at most thresholdSeconds.",
    parameters: ["thresholdSeconds"],
    condition: "f.outcome = 'callback' and f.wait_seconds <= :thresholdSeconds",
    counts: (f, p) => f.outcome === "callback" && atMost(f.waitSeconds, p.thresholdSeconds),
  }),
  counted("offered", {
    code: "short_abandoned",
    description: "Contacts abandoned after at most shortAbandonSeconds.",
    parameters: ["shortAbandonSeconds"],
    condition: "f.outcome = 'abandoned' and f.wait_seconds <= :shortAbandonSeconds",
    counts: (f, p) => f.outcome === "abandoned" && atMost(f.waitSeconds, p.shortAbandonSeconds),
  }),
  counted("offered", {
    code: "abandoned_within_not_short",
    description: "Contacts abandoned after more than shortAbandonSeconds, but at most thresholdSeconds.",
    parameters: ["shortAbandonSeconds", "thresholdSeconds"],
    condition:
      "f.outcome = 'abandoned' and f.wait_seconds > :shortAbandonSeconds and f.wait_seconds <= :thresholdSeconds",
    counts: (f, p) =>
      f.outcome === "abandoned" &&
      atMost(f.waitSeconds, p.thresholdSeconds) &&
      !atMost(f.waitSeconds, p.shortAbandonSeconds),
  }),
];

/** Counted on the day of the end of the contact + repeatDays, when it is known whether the customer came back. */
export const CHAIN_MEASURES: readonly ContactMeasure[] = [
  counted("chain", {
    code: "contact_chains",
    description: "Issues of a customer (contacts of one reason, each within repeatDays of the one before) that ended.",
    parameters: ["repeatDays"],
    condition: `f.outcome = 'answered' and f.customer_ref is not null and ${notWithin("f.next_offered_at", "f.last_at")}`,
    counts: isLastOfChain,
  }),
  counted("chain", {
    code: "single_contact_chains",
    description: "Issues of a customer that took one contact, with no other of that reason within repeatDays.",
    parameters: ["repeatDays"],
    condition:
      `f.outcome = 'answered' and f.customer_ref is not null and ${notWithin("f.next_offered_at", "f.last_at")}` +
      ` and ${notWithin("f.offered_at", "f.previous_last_at")}`,
    counts: (f, p) => isLastOfChain(f, p) && !isWithinDays(f.offeredAt, f.previousLastAt, p),
  }),
];

function notWithin(later: string, earlier: string): string {
  return `(${later} <= ${earlier} + :repeatDays * interval '24 hours') is not true`;
}

function isLastOfChain(f: ContactFacts, p: Parameters): boolean {
  return f.outcome === "answered" && f.customerRef !== null && !isWithinDays(f.nextOfferedAt, f.lastAt, p);
}

const DAY_MILLISECONDS = 86_400_000;

function isWithinDays(later: number | null, earlier: number | null, { repeatDays = 0 }: Parameters): boolean {
  return later !== null && earlier !== null && later - earlier <= repeatDays * DAY_MILLISECONDS;
}
