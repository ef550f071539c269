import { contentHash, type Json } from "../../shared/canonical-hash";
import type { CardChange, ObjectiveChange, ResultChanges } from "../drift/result-changes";
import { ReasonTooShort, RestatementDecided } from "./restatement.errors";
import type { ChangedResult } from "./restatement-changes";
import type { RestatementState } from "./restatement.entity";

const NEXT: Readonly<Record<RestatementState, readonly RestatementState[]>> = {
  proposed: ["applied", "declined", "withdrawn"],
  applied: [],
  declined: [],
  withdrawn: [],
};

/** The state it enters; refused where nothing is left to decide. */
export function entering(from: RestatementState, to: RestatementState): RestatementState {
  if (!NEXT[from].includes(to)) throw new RestatementDecided(from);
  return to;
}

const SHORTEST_REASON = 20;

/** A reason without spaces at its ends; refused when it is no sentence. */
export function soundReason(text: string, path = "reason"): string {
  const reason = text.trim();
  if (reason.length < SHORTEST_REASON) throw new ReasonTooShort(reason, SHORTEST_REASON, path);
  return reason;
}

const PLACE: readonly ChangedResult["subjectKind"][] = [
  ...(["objective", "contract", "service", "team", "person", "position"] as const),
];

/** What changes, in an order that does not depend on how it was found: objectives first, then from the whole down. */
export function changedResults({ cards, objectives }: ResultChanges): ChangedResult[] {
  const all = [...cards.map(ofCard), ...objectives.map(ofObjective)];
  return all.sort((a, b) => {
    const byKind = PLACE.indexOf(a.subjectKind) - PLACE.indexOf(b.subjectKind);
    return byKind !== 0 ? byKind : a.subjectId < b.subjectId ? -1 : 1;
  });
}

function ofCard({ former, next, difference }: CardChange): ChangedResult {
  const { subjectKind, subjectId, personId, roleCode, teamId, serviceId } = (former ?? next)!;
  const formerVersion = former?.version ?? null;
  return { subjectKind, subjectId, personId, roleCode, teamId, serviceId, formerVersion, ...difference };
}

function ofObjective({ former, next, difference }: ObjectiveChange): ChangedResult {
  const subjectId = (former ?? next)!.objectiveId;
  const place = { subjectId, personId: null, roleCode: null, teamId: null, serviceId: null };
  return { subjectKind: "objective", ...place, formerVersion: former?.version ?? null, ...difference };
}

/** Equal when, and only when, the same results change from and to the same figures. */
export const hashOfChanges = (changes: readonly ChangedResult[]): string =>
  contentHash(JSON.parse(JSON.stringify(changes)) as Json);

/** How many results and figures it is about. */
export function countsOf(changes: readonly ChangedResult[]) {
  const objectiveResults = changes.filter(({ subjectKind }) => subjectKind === "objective").length;
  const figures = changes.reduce((sum, one) => sum + one.figures.length, 0);
  return { scorecards: changes.length - objectiveResults, objectiveResults, figures };
}

/** How many objectives come out otherwise, and how many places in rankings change. */
export const followingChanges = (changes: readonly ChangedResult[]) => ({
  outcomesChanged: changes.filter(({ from, to }) => (from?.outcome ?? null) !== (to?.outcome ?? null)).length,
  ranksChanged: changes.filter(
    ({ from, to }) =>
      (from?.rank ?? null) !== (to?.rank ?? null) || (from?.rankedOf ?? null) !== (to?.rankedOf ?? null),
  ).length,
});
