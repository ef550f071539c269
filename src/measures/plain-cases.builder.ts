import type { CaseAssignment, CasePause, Reopening } from "../facts/streams/case-record";
import { EVENT_KINDS, EVENT_STATES, type CaseUpdate } from "../facts/streams/case-fold.rules";
import type { Ground } from "./plain-facts.builder";
import type { PlainCase } from "./plain-cases";

type Random = () => number;

const pick = <T>(random: Random, all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
const maybe = <T>(random: Random, chance: number, value: () => T): T | null => (random() < chance ? value() : null);

const HOUR = 3_600_000;
/** From nothing to weeks. */
const STEPS = [
  0,
  0,
  1,
  999,
  1_000,
  60_000,
  HOUR,
  3 * HOUR,
  17 * HOUR,
  24 * HOUR,
  24 * HOUR + 1,
  49 * HOUR,
  168 * HOUR,
  700 * HOUR,
];

/** A case full of edges: ties, midnights, steps of no length, reopenings, pauses that overlap or last. */
export function aRandomCase(random: Random, { services, people, instants }: Ground, externalId: string): PlainCase {
  const service = pick(random, services);
  const openedAt = pick(random, instants) + pick(random, [0, 0, 0, 1, -1, 59_999]);
  let now = openedAt;
  const step = (): number => (now += pick(random, STEPS));
  const later = (): number => openedAt + pick(random, STEPS);
  const person = (): string | null => maybe(random, 0.8, () => pick(random, people));
  const reopenings = Array.from({ length: pick(random, [0, 0, 0, 1, 2]) }, (): Reopening => ({
    resolvedAt: step(),
    reopenedAt: step(),
  }));
  const resolvedAt = maybe(random, 0.7, step);
  return {
    ...{ externalId, serviceId: service.id, zone: service.zone, openedAt, resolvedAt, reopenings },
    channel: pick(random, ["", "email"]),
    personId: person(),
    closedAt: resolvedAt === null ? null : maybe(random, 0.6, step),
    firstResponseAt: maybe(random, 0.7, later),
    firstSolutionAt: maybe(random, 0.6, later),
    dueAt: maybe(random, 0.6, later),
    customerRef: maybe(random, 0.9, () => `customer-${Math.floor(random() * 5)}`),
    reason: maybe(random, 0.4, () => pick(random, ["bill", "move"])),
    priority: maybe(random, 0.5, () => pick(random, ["1", "2"])),
    pauses: Array.from({ length: pick(random, [0, 0, 1, 3]) }, () => aPause(random, later())),
    assignments: Array.from({ length: pick(random, [0, 1, 3]) }, () => anAssignment(random, later(), person())),
    escalations: maybe(random, 0.7, () => pick(random, [0, 1, 3])),
    contacts: maybe(random, 0.9, () => pick(random, [1, 1, 1, 1, 1, 0, 2])),
    agentInteractions: maybe(random, 0.8, () => pick(random, [0, 1, 1, 4])),
    withinTarget: maybe(random, 0.7, () => random() < 0.5),
    resolvableFirstContact: maybe(random, 0.7, () => random() < 0.6),
  };
}

const aPause = (random: Random, from: number): CasePause => ({
  ...{ from, reason: pick(random, ["customer", "other"] as const) },
  until: maybe(random, 0.85, () => from + pick(random, STEPS)),
});

function anAssignment(random: Random, assignedAt: number, personId: string | null): CaseAssignment {
  const respondedAt = maybe(random, 0.7, () => assignedAt + pick(random, STEPS));
  const response = respondedAt === null ? null : pick(random, ["solution", "information"] as const);
  return { personId, assignedAt, respondedAt, response };
}

const iso = (instant: number | null): string | null => (instant === null ? null : new Date(instant).toISOString());

/** Codes by id. */
export interface Codes {
  readonly services: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, string>;
}

const codeOf = (codes: ReadonlyMap<string, string>, id: string | null): string | null =>
  id === null ? null : codes.get(id)!;

/** The row of a case, as a program sends it. */
export const caseRow = (one: PlainCase, { services, people }: Codes): Record<string, unknown> => ({
  ...{ externalId: one.externalId, service: codeOf(services, one.serviceId), channel: one.channel || null },
  ...{ person: codeOf(people, one.personId), customerRef: one.customerRef, reason: one.reason, priority: one.priority },
  ...{ openedAt: iso(one.openedAt), firstResponseAt: iso(one.firstResponseAt), dueAt: iso(one.dueAt) },
  ...{ firstSolutionAt: iso(one.firstSolutionAt), resolvedAt: iso(one.resolvedAt), closedAt: iso(one.closedAt) },
  ...{ escalations: one.escalations, contacts: one.contacts, agentInteractions: one.agentInteractions },
  ...{ withinTarget: one.withinTarget, resolvableFirstContact: one.resolvableFirstContact },
  reopenings: one.reopenings.map((again) => ({ resolvedAt: iso(again.resolvedAt), reopenedAt: iso(again.reopenedAt) })),
  pauses: one.pauses.map(({ from, until, reason }) => ({ from: iso(from), until: iso(until), reason })),
  assignments: one.assignments.map(({ personId, assignedAt, respondedAt, response }) => ({
    ...{ person: codeOf(people, personId), assignedAt: iso(assignedAt), respondedAt: iso(respondedAt), response },
  })),
});

/** An update of one of some cases, with its place. */
export interface PlainUpdate extends CaseUpdate {
  readonly caseId: string;
  readonly serviceId: string;
  readonly channel: string;
}

export function aRandomUpdate(random: Random, { services, people, instants }: Ground, externalId: string): PlainUpdate {
  const hasKind = random() < 0.7;
  const at = pick(random, instants) + pick(random, STEPS);
  return {
    ...{ externalId, at, caseId: `case-${Math.floor(random() * 25)}`, serviceId: pick(random, services).id },
    channel: pick(random, ["", "email"]),
    sequence: maybe(random, 0.7, () => Math.floor(random() * 6)),
    kind: hasKind ? pick(random, EVENT_KINDS) : null,
    state: hasKind ? maybe(random, 0.2, () => pick(random, EVENT_STATES)) : pick(random, EVENT_STATES),
    pauseReason: maybe(random, 0.5, () => pick(random, ["customer", "other"] as const)),
    personId: maybe(random, 0.5, () => pick(random, people)),
    openedAt: maybe(random, 0.2, () => at - pick(random, STEPS)),
    resolvedAt: maybe(random, 0.2, () => at + pick(random, [-HOUR, 0, HOUR])),
    dueAt: maybe(random, 0.2, () => at + pick(random, STEPS)),
    customerRef: maybe(random, 0.3, () => `customer-${Math.floor(random() * 4)}`),
    reason: maybe(random, 0.2, () => pick(random, ["bill", "move"])),
    priority: maybe(random, 0.2, () => pick(random, ["1", "2"])),
    escalations: maybe(random, 0.1, () => pick(random, [0, 2])),
    contacts: maybe(random, 0.1, () => pick(random, [1, 2])),
    agentInteractions: maybe(random, 0.1, () => 1),
    withinTarget: maybe(random, 0.3, () => random() < 0.5),
    resolvableFirstContact: maybe(random, 0.2, () => random() < 0.5),
  };
}

/** The row of an update, as a program sends it. */
export function updateRow(one: PlainUpdate, { services, people }: Codes): Record<string, unknown> {
  const { serviceId, personId, at, openedAt, resolvedAt, dueAt, channel, ...rest } = one;
  return {
    ...rest,
    ...{ service: codeOf(services, serviceId), person: codeOf(people, personId), channel: channel || null },
    ...{ at: iso(at), openedAt: iso(openedAt), resolvedAt: iso(resolvedAt), dueAt: iso(dueAt) },
  };
}
