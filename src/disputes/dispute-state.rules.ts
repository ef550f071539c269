import type { Viewer } from "../platform/viewer";
import type { Dispute, DisputeState } from "./dispute.entity";
import { DisputeStateForbids, NotImpartial, NotYourDispute } from "./dispute.errors";

/** What may follow. Evidence may be added until it is decided, and takes a review back to the evidence. */
export const NEXT: Readonly<Record<DisputeState, readonly DisputeState[]>> = {
  open: ["evidence", "review", "withdrawn"],
  evidence: ["evidence", "review", "withdrawn"],
  review: ["evidence", "decided", "withdrawn"],
  decided: ["closed"],
  closed: [],
  withdrawn: [],
};

/** The state wanted, when it may follow. */
export function follows(state: DisputeState, wanted: DisputeState): DisputeState {
  if (!NEXT[state].includes(wanted)) throw new DisputeStateForbids(state, wanted);
  return wanted;
}

/** Disputes that are still to be decided: the figure counts as disputed. */
export const isUndecided = ({ state }: Pick<Dispute, "state">): boolean => NEXT[state].includes("withdrawn");

type Party = Pick<Viewer, "id" | "personId">;
type Opened = Pick<Dispute, "openedBy" | "openedByName" | "openedByPersonId">;

const isPerson = ({ personId }: Party, other: string | null): boolean => personId !== null && personId === other;

const opened = (viewer: Party, { openedBy, openedByPersonId }: Opened): boolean =>
  viewer.id === openedBy || isPerson(viewer, openedByPersonId);

/** Whoever opened it, is concerned by it, or made the disputed evaluation does not review or decide it. */
export function refuseJudgeInOwnCase(viewer: Party, dispute: Opened & Pick<Dispute, "personId" | "evaluatorId">): void {
  if (opened(viewer, dispute)) throw new NotImpartial("you opened it");
  if (isPerson(viewer, dispute.personId)) throw new NotImpartial("it is about your own result");
  if (isPerson(viewer, dispute.evaluatorId)) throw new NotImpartial("you made the evaluation");
}

export function refuseUnlessOpener(viewer: Party, dispute: Opened): void {
  if (!opened(viewer, dispute)) throw new NotYourDispute("withdraw", dispute.openedByName);
}

export function refuseUnlessParty(viewer: Viewer, dispute: Opened): void {
  if (!opened(viewer, dispute) && !viewer.rights.has("disputes:decide"))
    throw new NotYourDispute("close", dispute.openedByName);
}
