import type { Tx } from "../../platform/database";
import { recordAct } from "../../platform/record-act";
import type { Viewer } from "../../platform/viewer";
import { addDays, dayOf, type Day } from "../../shared/day";
import { newId } from "../../shared/ids";
import type { Contract } from "../contract.entity";
import type { ExclusionState, Side } from "./exclusion.rules";
import { ExclusionEvent, type ExclusionStep } from "./exclusion-event.entity";
import { stateAfter, type Saying } from "./exclusion-state.rules";
import { Exclusion } from "./exclusion.entity";
import { ExclusionCodeTaken } from "./exclusion.errors";
import { eventsOf, lockExclusion, sameCode, saveState } from "./exclusion.queries";

/** Who acts, when, and in which request. */
export interface Acting {
  readonly viewer: Pick<Viewer, "kind" | "id" | "name">;
  readonly now: Date;
  readonly requestId: string | null;
}

export const sideOf = ({ kind }: Pick<Viewer, "kind">): Side => (kind === "client" ? "client" : "ours");

/** What somebody asks for. */
export type Requested = Pick<
  Exclusion,
  "code" | "kind" | "reason" | "evidence" | "fromAt" | "untilAt" | "serviceIds" | "channels" | "objectiveIds"
>;

/** Told when what counts on days `[from, until)` has changed; answered by a folder further down. */
export type OnCountingChanged = (
  tx: Tx,
  changed: { readonly clientId: string; readonly contractId: string; readonly from: Day; readonly until: Day },
) => Promise<unknown>;

type ContractTerms = Pick<Contract, "clientId" | "id" | "timeZone" | "exclusionsApprovedBy">;

/** The life of an exclusion: requested, approved by whom the contract names, perhaps revoked. Every step is kept. */
export class ExclusionService {
  constructor(private readonly onChanged: OnCountingChanged) {}

  async request(tx: Tx, contract: ContractTerms, requested: Requested, acting: Acting): Promise<Exclusion> {
    const { viewer, now } = acting;
    const { clientId, id: contractId, exclusionsApprovedBy } = contract;
    const exclusion: Exclusion = Object.assign(new Exclusion(), {
      ...requested,
      ...{ clientId, id: newId(), contractId, approvalBy: exclusionsApprovedBy, state: "requested" as const },
      ...{ requestedBy: viewer.id, requestedByName: viewer.name, requestedSide: sideOf(viewer), requestedAt: now },
      ...{ approvedAt: null, revokedAt: null },
    });
    const other = await sameCode(tx, exclusion);
    if (other) throw new ExclusionCodeTaken(other.code, other.state);
    await tx.insert(Exclusion, exclusion);
    await keep(tx, { exclusion, before: null, step: "requested", ordinal: 1, note: requested.reason }, acting);
    return exclusion;
  }

  /** One party says something: what it leads to depends on whom the contract names. */
  async say(
    tx: Tx,
    { id }: Pick<Exclusion, "id">,
    { step, note, contract }: { readonly step: Saying["step"]; readonly note: string | null; contract: ContractTerms },
    acting: Acting,
  ): Promise<Exclusion> {
    const before = await lockExclusion(tx, { clientId: contract.clientId, id });
    const events = await eventsOf(tx, before);
    const state = stateAfter(before, events, { step, side: sideOf(acting.viewer) });
    const exclusion: Exclusion = { ...before, state, ...instantsOf(before, state, acting.now) };
    if (state !== before.state) {
      await saveState(tx, exclusion);
      if (state === "approved" || state === "revoked") await this.onChanged(tx, changedBy(exclusion, contract));
    }
    await keep(tx, { exclusion, before: before.state, step, ordinal: events.length + 1, note }, acting);
    return exclusion;
  }
}

function instantsOf(before: Exclusion, state: ExclusionState, now: Date): Pick<Exclusion, "approvedAt" | "revokedAt"> {
  const { approvedAt, revokedAt } = before;
  if (state === before.state) return { approvedAt, revokedAt };
  const later = approvedAt && approvedAt > now ? approvedAt : now;
  return { approvedAt: state === "approved" ? now : approvedAt, revokedAt: state === "revoked" ? later : revokedAt };
}

/** Zones of services may be a day behind that of the contract, or before it. */
const changedBy = ({ clientId, contractId, fromAt, untilAt }: Exclusion, { timeZone }: ContractTerms) => ({
  ...{ clientId, contractId },
  from: addDays(dayOf(fromAt, timeZone), -1),
  until: addDays(dayOf(untilAt, timeZone), 2),
});

interface Step {
  readonly exclusion: Exclusion;
  readonly before: ExclusionState | null;
  readonly step: ExclusionStep;
  readonly ordinal: number;
  readonly note: string | null;
}

/** The step among the exclusion's events, and a record of the act. */
async function keep(tx: Tx, of: Step, { viewer, now, requestId }: Acting): Promise<void> {
  const { exclusion, before, step, ordinal, note } = of;
  const { clientId, id: exclusionId, state } = exclusion;
  const actor = `${viewer.kind} ${viewer.id}`;
  const side = sideOf(viewer);
  await tx.insert(ExclusionEvent, {
    ...{ clientId, exclusionId, ordinal, at: now, actor, actorName: viewer.name, side, step, state, note },
  });
  await recordAct(tx, {
    ...{ clientId, at: now, actor, act: `exclusion.${step}`, subject: `Exclusion ${exclusion.code}`, requestId },
    before: before === null ? null : { state: before },
    after: { state, side, from: exclusion.fromAt, until: exclusion.untilAt, kind: exclusion.kind },
  });
}
