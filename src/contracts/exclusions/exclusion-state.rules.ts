import { sidesOf, type ExclusionState, type Side } from "./exclusion.rules";
import type { ExclusionEvent, ExclusionStep } from "./exclusion-event.entity";
import type { Exclusion } from "./exclusion.entity";
import { AlreadySaid, ExclusionStateForbids, NotYourExclusion } from "./exclusion.errors";

/** What may follow. */
export const NEXT: Readonly<Record<ExclusionState, readonly ExclusionState[]>> = {
  requested: ["approved", "refused", "withdrawn"],
  approved: ["revoked"],
  refused: [],
  withdrawn: [],
  revoked: [],
};

type Said = Pick<ExclusionEvent, "side" | "step" | "actorName">;

export interface Saying {
  readonly step: Exclude<ExclusionStep, "requested">;
  readonly side: Side;
}

/**
 * The state after one party has said something. Approval and its end take every party that is named: what was agreed by
 * both is not undone by one.
 * | approval by | said before   | now                | state     |
 * | both        |               | approved by client | requested |
 * | both        | ours approved | approved by client | approved  |
 * | both        | ours approved | refused by client  | refused   |
 * | ours        |               | approved by ours   | approved  |
 */
export function stateAfter(
  exclusion: Pick<Exclusion, "state" | "approvalBy" | "requestedSide">,
  before: readonly Said[],
  { step, side }: Saying,
): ExclusionState {
  const { state, approvalBy, requestedSide } = exclusion;
  const needed = step === "withdrawn" ? [requestedSide] : sidesOf(approvalBy);
  if (!needed.includes(side)) throw new NotYourExclusion(VERBS[step], side, needed);
  if (!NEXT[state].includes(step)) throw new ExclusionStateForbids(state, step);
  if (step === "refused" || step === "withdrawn") return step;
  const same = before.filter((one) => one.step === step);
  const own = same.find((one) => one.side === side);
  if (own) throw new AlreadySaid(side, step, own.actorName);
  const said = new Set([...same.map((one) => one.side), side]);
  return needed.every((one) => said.has(one)) ? step : state;
}

const VERBS = { approved: "approve", refused: "refuse", withdrawn: "withdraw", revoked: "revoke" } as const;
