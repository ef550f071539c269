import { copyInstant } from "../fact-row";
import type { Column, ColumnValue } from "./declared-stream";

export const PAUSE_REASONS = ["customer", "other"] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];
export const RESPONSES = ["solution", "information"] as const;
export type Response = (typeof RESPONSES)[number];

/** The case waited; `until` null: it still does. Instants are milliseconds since 1970. */
export interface CasePause {
  readonly from: number;
  readonly until: number | null;
  readonly reason: PauseReason;
}

/** A resolution that did not last. */
export interface Reopening {
  readonly resolvedAt: number;
  readonly reopenedAt: number;
}

/** The case was given to a person, who answered with a solution or asked for information, or has not yet. */
export interface CaseAssignment {
  readonly personId: string | null;
  readonly assignedAt: number;
  readonly respondedAt: number | null;
  readonly response: Response | null;
}

/** An assignment as it is stored, instants as text. */
export interface StoredAssignment {
  readonly person: string | null;
  readonly assigned: string;
  readonly responded: string | null;
  readonly response: Response | null;
}

/** What is known of a case, however it was told: by a row of its own, or by events. */
export interface CaseTold {
  readonly customerRef: string | null;
  readonly reason: string | null;
  readonly priority: string | null;
  readonly openedAt: number;
  readonly firstResponseAt: number | null;
  readonly firstSolutionAt: number | null;
  /** The last time; null while it is not resolved. */
  readonly resolvedAt: number | null;
  readonly closedAt: number | null;
  readonly dueAt: number | null;
  readonly reopenings: readonly Reopening[];
  readonly pauses: readonly CasePause[];
  readonly assignments: readonly CaseAssignment[];
  readonly escalations: number | null;
  readonly contacts: number | null;
  readonly agentInteractions: number | null;
  readonly withinTarget: boolean | null;
  readonly resolvableFirstContact: boolean | null;
}

export const CASE_COLUMNS = [
  ["customer_ref", "text"],
  ["reason", "text"],
  ["priority", "text"],
  ["opened_at", "timestamptz"],
  ["first_response_at", "timestamptz"],
  ["first_solution_at", "timestamptz"],
  ["resolved_at", "timestamptz"],
  ["closed_at", "timestamptz"],
  ["due_at", "timestamptz"],
  ["earlier_resolved_at", "timestamptz[]"],
  ["reopened_at", "timestamptz[]"],
  ["customer_pauses", "tstzmultirange"],
  ["other_pauses", "tstzmultirange"],
  ["assignments", "jsonb"],
  ["escalations", "integer"],
  ["contacts", "integer"],
  ["agent_interactions", "integer"],
  ["within_target", "boolean"],
  ["resolvable_first_contact", "boolean"],
] as const satisfies readonly Column[];

/** The stored columns of a case, as COPY wants them; the same case gives the same text, in whatever order it was told. */
export const caseColumns = (told: CaseTold): Record<(typeof CASE_COLUMNS)[number][0], ColumnValue> => ({
  customer_ref: told.customerRef,
  reason: told.reason,
  priority: told.priority,
  opened_at: copyInstant(told.openedAt),
  first_response_at: copyInstant(told.firstResponseAt),
  first_solution_at: copyInstant(told.firstSolutionAt),
  resolved_at: copyInstant(told.resolvedAt),
  closed_at: copyInstant(told.closedAt),
  due_at: copyInstant(told.dueAt),
  earlier_resolved_at: instants(told.reopenings.map(({ resolvedAt }) => resolvedAt)),
  reopened_at: instants(told.reopenings.map(({ reopenedAt }) => reopenedAt)),
  customer_pauses: ranges(told.pauses, "customer"),
  other_pauses: ranges(told.pauses, "other"),
  assignments: JSON.stringify(told.assignments.map(stored)),
  escalations: told.escalations,
  contacts: told.contacts,
  agent_interactions: told.agentInteractions,
  within_target: told.withinTarget,
  resolvable_first_contact: told.resolvableFirstContact,
});

const quoted = (instant: number | null): string => (instant === null ? "" : `"${copyInstant(instant)}"`);
const instants = (all: readonly number[]): string => `{${all.map(quoted).join(",")}}`;

/** Pauses without length are nothing. */
const ranges = (pauses: readonly CasePause[], reason: PauseReason): string => {
  const some = pauses.filter((one) => one.reason === reason && one.from !== one.until);
  const inOrder = [...some].sort((a, b) => a.from - b.from || (a.until ?? Infinity) - (b.until ?? Infinity));
  return `{${inOrder.map(({ from, until }) => `[${quoted(from)},${quoted(until)})`).join(",")}}`;
};

const stored = ({ personId, assignedAt, respondedAt, response }: CaseAssignment): StoredAssignment => ({
  person: personId,
  assigned: copyInstant(assignedAt) as string,
  responded: copyInstant(respondedAt),
  response,
});
