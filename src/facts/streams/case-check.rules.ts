import type { CaseTold } from "./case-record";
import type { Objection } from "./declared-stream";

/** Fields of a case that can contradict others. */
export type CheckedField =
  "firstResponseAt" | "firstSolutionAt" | "resolvedAt" | "closedAt" | "reopenings" | "pauses" | "assignments";

/**
 * `told` as it was said: a case that is closed, but not resolved, is not resolved yet.
 *
 * What contradicts what in a case; null: nothing.
 * | told                                                       | objection                                       |
 * | anything but a target or the end of a pause in the future  | that field IN_THE_FUTURE                        |
 * | resolved before it was opened                              | resolvedAt WRONG_ORDER                          |
 * | closed before it was resolved, or before a last reopening  | closedAt or resolvedAt WRONG_ORDER              |
 * | reopened before it was resolved                            | reopenings WRONG_ORDER                          |
 * | a pause, or an assignment, that ends before it begins      | pauses, assignments WRONG_ORDER                 |
 * | a response without its kind, or a kind without its time    | assignments CONTRADICTION                       |
 */
export function objectionTo(told: CaseTold, latest: number): Objection<CheckedField> | null {
  const { openedAt, firstResponseAt, firstSolutionAt, resolvedAt, closedAt } = told;
  return (
    ahead(told, latest) ??
    before("firstResponseAt", firstResponseAt, openedAt, "the case was opened") ??
    before("firstSolutionAt", firstSolutionAt, openedAt, "the case was opened") ??
    wrongReopening(told) ??
    before("resolvedAt", resolvedAt, told.reopenings.at(-1)?.reopenedAt ?? openedAt, "the case was opened") ??
    before(
      "closedAt",
      closedAt,
      resolvedAt ?? told.reopenings.at(-1)?.reopenedAt ?? openedAt,
      "the case was resolved or opened",
    ) ??
    wrongPause(told) ??
    wrongAssignment(told)
  );
}

const iso = (instant: number): string => new Date(instant).toISOString();

function before(about: CheckedField, at: number | null, first: number, what: string): Objection<CheckedField> | null {
  if (at === null || at >= first) return null;
  const reason = `${iso(at)} is before ${what}, ${iso(first)}. Are two columns swapped, or do they show other zones?`;
  return { about, code: "WRONG_ORDER", reason };
}

function ahead(told: CaseTold, latest: number): Objection<CheckedField> | null {
  const { firstResponseAt, firstSolutionAt, resolvedAt, closedAt, reopenings, pauses, assignments } = told;
  const done = { firstResponseAt, firstSolutionAt, resolvedAt, closedAt };
  const listed = {
    reopenings: reopenings.map(({ reopenedAt }) => reopenedAt),
    pauses: pauses.map(({ from }) => from),
    assignments: assignments.map(({ assignedAt, respondedAt }) => respondedAt ?? assignedAt),
  };
  for (const [about, some] of Object.entries({ ...done, ...listed })) {
    const at = Math.max(-Infinity, ...[some].flat().map((one) => one ?? -Infinity));
    const reason = `${at > latest ? iso(at) : ""} has not come yet. Are day and month swapped, or is the time zone another?`;
    if (at > latest) return { about: about as CheckedField, code: "IN_THE_FUTURE", reason };
  }
  return null;
}

function wrongReopening({ openedAt, reopenings }: CaseTold): Objection<CheckedField> | null {
  let last = openedAt;
  for (const { resolvedAt, reopenedAt } of reopenings) {
    const wrong =
      before("reopenings", resolvedAt, last, "the case was opened before that") ??
      before("reopenings", reopenedAt, resolvedAt, "the resolution that it takes back");
    if (wrong) return wrong;
    last = reopenedAt;
  }
  return null;
}

function wrongPause({ pauses }: CaseTold): Objection<CheckedField> | null {
  const wrong = pauses.find(({ from, until }) => until !== null && until < from);
  return wrong ? before("pauses", wrong.until, wrong.from, "the pause begins") : null;
}

function wrongAssignment({ assignments }: CaseTold): Objection<CheckedField> | null {
  for (const { assignedAt, respondedAt, response } of assignments) {
    const wrong = before("assignments", respondedAt, assignedAt, "the case was assigned");
    if (wrong) return wrong;
    if ((respondedAt === null) === (response === null)) continue;
    const reason = "A response has a time and a kind (solution or information), or neither. Give both.";
    return { about: "assignments", code: "CONTRADICTION", reason };
  }
  return null;
}
