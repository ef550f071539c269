import type { CaseAssignment, CasePause, CaseTold, PauseReason, Reopening } from "./case-record";

export const EVENT_KINDS = [
  "opened",
  "assigned",
  "acknowledged",
  "responded",
  "solution_offered",
  "information_requested",
  "customer_replied",
  "paused",
  "resumed",
  "escalated",
  "resolved",
  "reopened",
  "closed",
  "updated",
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export const EVENT_STATES = ["new", "open", "waiting_customer", "waiting_other", "resolved", "closed"] as const;
export type EventState = (typeof EVENT_STATES)[number];

/** An update of a case. Null: as before. Instants are milliseconds since 1970. */
export interface CaseUpdate {
  readonly externalId: string;
  readonly sequence: number | null;
  readonly at: number;
  readonly kind: EventKind | null;
  readonly state: EventState | null;
  readonly pauseReason: PauseReason | null;
  readonly personId: string | null;
  readonly openedAt: number | null;
  readonly resolvedAt: number | null;
  readonly dueAt: number | null;
  readonly customerRef: string | null;
  readonly reason: string | null;
  readonly priority: string | null;
  readonly escalations: number | null;
  readonly contacts: number | null;
  readonly agentInteractions: number | null;
  readonly withinTarget: boolean | null;
  readonly resolvableFirstContact: boolean | null;
}

/** A case as its events tell it, with the person to whom it was assigned last. */
export interface FoldedCase extends CaseTold {
  readonly personId: string | null;
}

/** Updates in the order in which they hold: by number, time and id. Updates without a number come first. */
export const inOrder = <U extends Pick<CaseUpdate, "sequence" | "at" | "externalId">>(updates: readonly U[]): U[] =>
  [...updates].sort(
    (a, b) =>
      (a.sequence ?? -1) - (b.sequence ?? -1) ||
      a.at - b.at ||
      (a.externalId < b.externalId ? -1 : a.externalId > b.externalId ? 1 : 0),
  );

/**
 * The case that updates tell, at least one of them; whatever the order in which they came.
 * - State. Resolved is the first update that says so since it was open; closed without that resolves as well. Back from
 *   there to any other state is a reopening. Waiting states are pauses until the next update that says another state.
 * - Time goes on: an update dated before one that precedes it happens with that one. Updates dated before the opening
 *   that they name are out of place, and change no state.
 * - Replies. Responded, solution offered and information requested are human; an acknowledgement is none. A solution
 *   or a request for information also answers the assignment in force, once.
 * - An assignment begins when the case goes to another person, or again to the one who has answered.
 */
export function foldCase(updates: readonly CaseUpdate[]): FoldedCase {
  const ordered = inOrder(updates);
  const openedAt = ordered.find((one) => one.openedAt !== null)?.openedAt ?? Math.min(...ordered.map(({ at }) => at));
  const fold = new Fold(openedAt);
  for (const update of ordered) if (update.at >= openedAt) fold.take(update);
  return { ...fold.states(ordered), ...lastWords(ordered), ...counts(ordered) };
}

class Fold {
  private now: number;
  private state: EventState = "new";
  private resolvedAt: number | null = null;
  private closedAt: number | null = null;
  private firstResponseAt: number | null = null;
  private firstSolutionAt: number | null = null;
  private readonly reopenings: Reopening[] = [];
  private readonly pauses: CasePause[] = [];
  private readonly assignments: CaseAssignment[] = [];

  constructor(private readonly openedAt: number) {
    this.now = openedAt;
  }

  take(update: CaseUpdate): void {
    this.now = Math.max(this.now, update.at);
    this.assign(update);
    this.answer(update.kind);
    const next = update.state ?? this.stateAfter(update);
    if (next !== this.state) this.go(next);
  }

  states(ordered: readonly CaseUpdate[]): Omit<FoldedCase, keyof LastWords | keyof Counts> {
    const said = ordered.at(-1)?.resolvedAt ?? null;
    const { openedAt, firstResponseAt, firstSolutionAt, closedAt, reopenings, pauses, assignments } = this;
    const since = reopenings.at(-1)?.reopenedAt ?? openedAt;
    const isBelievable = this.resolvedAt !== null && said !== null && said >= since && said <= (closedAt ?? this.now);
    const resolvedAt = isBelievable ? said : this.resolvedAt;
    const personId = assignments.at(-1)?.personId ?? null;
    return {
      ...{ openedAt, firstResponseAt, firstSolutionAt, resolvedAt, closedAt, personId },
      reopenings,
      pauses,
      assignments,
    };
  }

  /** What a kind of event makes of the state; most leave it. Only an explicit reopening takes a resolution back. */
  private stateAfter({ kind, pauseReason }: CaseUpdate): EventState {
    const isDone = this.state === "resolved" || this.state === "closed";
    switch (kind) {
      case "resolved":
        return "resolved";
      case "closed":
        return "closed";
      case "reopened":
        return "open";
      case "paused":
        return isDone ? this.state : pauseReason === "customer" ? "waiting_customer" : "waiting_other";
      case "resumed":
        return isDone ? this.state : "open";
      case "customer_replied":
        return this.state === "waiting_customer" ? "open" : this.state;
      default:
        return this.state;
    }
  }

  private go(next: EventState): void {
    this.endPause();
    const isDone = next === "resolved" || next === "closed";
    if (isDone) this.resolvedAt ??= this.now;
    else if (this.resolvedAt !== null) {
      this.reopenings.push({ resolvedAt: this.resolvedAt, reopenedAt: this.now });
      this.resolvedAt = null;
    }
    this.closedAt = next === "closed" ? this.now : null;
    if (next === "waiting_customer") this.pauses.push({ from: this.now, until: null, reason: "customer" });
    if (next === "waiting_other") this.pauses.push({ from: this.now, until: null, reason: "other" });
    this.state = next;
  }

  private endPause(): void {
    const last = this.pauses.at(-1);
    if (last && last.until === null) this.pauses[this.pauses.length - 1] = { ...last, until: this.now };
  }

  private assign({ personId, kind }: CaseUpdate): void {
    if (personId === null) return;
    const last = this.assignments.at(-1);
    const isAnother = last?.personId !== personId;
    const isAgain = kind === "assigned" && last !== undefined && last.respondedAt !== null;
    if (!isAnother && !isAgain) return;
    this.assignments.push({ personId, assignedAt: this.now, respondedAt: null, response: null });
  }

  private answer(kind: EventKind | null): void {
    if (kind === null || !HUMAN_REPLIES.has(kind)) return;
    this.firstResponseAt ??= this.now;
    if (kind === "responded") return;
    if (kind === "solution_offered") this.firstSolutionAt ??= this.now;
    const last = this.assignments.at(-1);
    if (!last || last.respondedAt !== null) return;
    const response = kind === "solution_offered" ? "solution" : "information";
    this.assignments[this.assignments.length - 1] = { ...last, respondedAt: this.now, response };
  }
}

const HUMAN_REPLIES: ReadonlySet<EventKind> = new Set(["responded", "solution_offered", "information_requested"]);

type LastWords = Pick<
  CaseTold,
  "customerRef" | "reason" | "priority" | "dueAt" | "withinTarget" | "resolvableFirstContact"
>;

/** What the latest update that says it says. */
function lastWords(ordered: readonly CaseUpdate[]): LastWords {
  const last = <K extends keyof CaseUpdate>(name: K): CaseUpdate[K] | null =>
    ordered.findLast((one) => one[name] !== null)?.[name] ?? null;
  return {
    ...{ customerRef: last("customerRef"), reason: last("reason"), priority: last("priority"), dueAt: last("dueAt") },
    ...{ withinTarget: last("withinTarget"), resolvableFirstContact: last("resolvableFirstContact") },
  };
}

type Counts = Pick<CaseTold, "escalations" | "contacts" | "agentInteractions">;

/** Running counts where the log has them; else events are counted, in logs that tell kinds of event at all. */
function counts(ordered: readonly CaseUpdate[]): Counts {
  const said = (name: keyof Counts): number | null => ordered.findLast((one) => one[name] !== null)?.[name] ?? null;
  const hasKinds = ordered.some(({ kind }) => kind !== null);
  const number = (test: (kind: EventKind) => boolean): number | null =>
    hasKinds ? ordered.filter(({ kind }) => kind !== null && test(kind)).length : null;
  const replies = number((kind) => kind === "customer_replied");
  return {
    escalations: said("escalations") ?? number((kind) => kind === "escalated"),
    contacts: said("contacts") ?? (replies === null ? null : replies + 1),
    agentInteractions: said("agentInteractions") ?? (number((kind) => HUMAN_REPLIES.has(kind)) || null),
  };
}
