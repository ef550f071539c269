import type { Contract } from "../../contracts/contract.entity";
import type { Tx } from "../../platform/database";
import type { DefinitionContext } from "../../platform/definitions/definition-context";
import { recordChange } from "../../platform/definitions/record-change";
import type { Viewer } from "../../platform/viewer";
import { newId } from "../../shared/ids";
import { periodContaining, type Period } from "../../shared/period";
import { followDrift } from "../drift/drift-following";
import { basesOf } from "../drift/period-basis.queries";
import { resultChanges, type ResultChanges } from "../drift/result-changes";
import { lockPeriods } from "../touched-period.queries";
import { restatedCard, restatedObjective } from "./restated-results.rules";
import type { ChangedResult } from "./restatement-changes";
import { Restatement, type RestatementBasis } from "./restatement.entity";
import {
  ConsentIsTheClients,
  NothingToRestate,
  NotTheProposer,
  PeriodNotClosed,
  RestatementAwaitsConsent,
  RestatementOutdated,
} from "./restatement.errors";
import {
  addVersions,
  isAwaitingConsent,
  lockedRestatement,
  stillDrifting,
  type PeriodPlace,
} from "./restatement.queries";
import { changedResults, countsOf, entering, followingChanges, hashOfChanges, soundReason } from "./restatement.rules";

/** Ids of review packages that show figures of a period; answered by a folder further down. */
export type PackagesOfPeriod = (tx: Tx, place: PeriodPlace) => Promise<readonly string[]>;

/** What is to be restated. */
export interface RestatementWish {
  readonly contract: Pick<Contract, "clientId" | "id" | "restatementNeedsConsent">;
  readonly period: Period;
  readonly basis: RestatementBasis;
}

export interface WrittenReason {
  readonly reason: string;
  readonly evidence?: string | null;
}

/** Who does something, and when. */
export interface Acting {
  readonly viewer: Viewer;
  readonly now: Date;
  readonly requestId: string | null;
}

/** What would change, found while nobody else computes the period. */
interface Found extends PeriodPlace {
  readonly changes: ResultChanges;
  readonly listed: readonly ChangedResult[];
  /** Definitions as they were believed then made it. */
  readonly believedAt: Date;
}

/** Corrects final figures: of one period of a contract at a time, all that would change, with a reason, for all to see. */
export class RestatementService {
  constructor(private readonly packagesOf: PackagesOfPeriod) {}

  /** What a restatement would change; nothing is done. */
  async preview(tx: Tx, wish: RestatementWish, now: Date): Promise<readonly ChangedResult[]> {
    return (await this.find(tx, wish, now)).listed;
  }

  /** Restates the period; where the client must consent, only proposes it. */
  async restate(tx: Tx, by: Acting, { written, ...wish }: RestatementWish & { readonly written: WrittenReason }) {
    const reason = soundReason(written.reason);
    const { contract, period, basis } = wish;
    const place = { clientId: contract.clientId, contractId: contract.id, period };
    await lockPeriods(tx, { contractId: contract.id, periods: [period] });
    if (await isAwaitingConsent(tx, place)) throw new RestatementAwaitsConsent(period);
    const found = await this.find(tx, wish, by.now);
    if (found.listed.length === 0) throw new NothingToRestate(period);
    const proposed = Object.assign(new Restatement(), {
      ...{ clientId: contract.clientId, contractId: contract.id, id: newId() },
      ...{ periodKind: period.kind, periodFrom: period.from, periodUntil: period.until, state: "proposed", basis },
      ...{ reason, evidence: written.evidence ?? null, needsConsent: contract.restatementNeedsConsent },
      ...{ proposedBy: by.viewer.name, proposerId: by.viewer.id, proposedAt: by.now },
      ...{
        believedAt: null,
        decidedBy: null,
        decidedAt: null,
        decisionNote: null,
        appliedAt: null,
        consequences: null,
      },
      ...{ ...countsOf(found.listed), changes: found.listed, changesHash: hashOfChanges(found.listed) },
    });
    await tx.insert(Restatement, proposed as never);
    await this.record(tx, by, null, proposed);
    return contract.restatementNeedsConsent ? proposed : this.apply(tx, by, proposed, found);
  }

  /** The client consents to the figures of the proposal, which come into force. */
  async consent(tx: Tx, by: Acting, { clientId, id, note }: Decision): Promise<Restatement> {
    if (by.viewer.kind !== "client") throw new ConsentIsTheClients();
    const proposed = await lockedRestatement(tx, clientId, id);
    entering(proposed.state, "applied");
    const { contractId, periodKind, periodFrom, basis } = proposed;
    const period = periodContaining(periodKind, periodFrom);
    await lockPeriods(tx, { contractId, periods: [period] });
    const contract = { clientId, id: contractId, restatementNeedsConsent: true };
    const found = await this.find(tx, { contract, period, basis }, by.now);
    if (hashOfChanges(found.listed) !== proposed.changesHash) throw new RestatementOutdated();
    return this.apply(tx, by, decided(proposed, by, note ?? null), found);
  }

  async decline(tx: Tx, by: Acting, { clientId, id, note }: Decision): Promise<Restatement> {
    if (by.viewer.kind !== "client") throw new ConsentIsTheClients();
    const reason = soundReason(note ?? "");
    return this.end(tx, by, { proposed: await lockedRestatement(tx, clientId, id), state: "declined", note: reason });
  }

  /** Takes a proposal back; only whoever made it may. */
  async withdraw(tx: Tx, by: Acting, { clientId, id, note }: Decision): Promise<Restatement> {
    const proposed = await lockedRestatement(tx, clientId, id);
    if (proposed.proposerId !== by.viewer.id) throw new NotTheProposer(proposed.proposedBy);
    return this.end(tx, by, { proposed, state: "withdrawn", note: note ?? null });
  }

  private async end(
    tx: Tx,
    by: Acting,
    { proposed, state, note }: { proposed: Restatement; state: "declined" | "withdrawn"; note: string | null },
  ): Promise<Restatement> {
    return this.save(tx, by, { ...decided(proposed, by, note), state: entering(proposed.state, state) }, proposed);
  }

  private async find(tx: Tx, { contract, period, basis }: RestatementWish, now: Date): Promise<Found> {
    const place = { clientId: contract.clientId, contractId: contract.id };
    const bases = await basesOf(tx, { ...place, periods: [period] });
    const [closed] = bases;
    if (!closed) throw new PeriodNotClosed(period);
    const asNow = basis === "as_now";
    const changes = await resultChanges(tx, { ...place, bases, now, asNow });
    const believedAt = asNow ? now : closed.believedAt;
    return { ...place, period, changes, listed: changedResults(changes), believedAt };
  }

  private async apply(tx: Tx, by: Acting, proposed: Restatement, found: Found): Promise<Restatement> {
    const { now } = by;
    const { clientId, contractId, period, changes, believedAt, listed } = found;
    const restating = { clientId, contractId, now };
    const applied = { ...proposed, state: entering(proposed.state, "applied"), believedAt, appliedAt: now };
    await tx.update(Restatement, { clientId, id: proposed.id }, { state: applied.state, believedAt, appliedAt: now });
    await addVersions(tx, {
      cards: changes.cards.map((one) => restatedCard(one, restating)),
      objectives: changes.objectives.map((one) => restatedObjective(one, restating)),
    });
    await followDrift(tx, { clientId, contractId, periods: [period], now });
    const consequences = {
      ...followingChanges(listed),
      packageIds: await this.packagesOf(tx, found),
      stillDrifting: await stillDrifting(tx, found),
    };
    return this.save(tx, by, { ...applied, consequences }, proposed);
  }

  private async save(tx: Tx, by: Acting, now: Restatement, before: Restatement): Promise<Restatement> {
    const { clientId, id, changes: _, ...columns } = now;
    await tx.update(Restatement, { clientId, id }, columns as never);
    await this.record(tx, by, before, now);
    return now;
  }

  private async record(tx: Tx, by: Acting, before: Restatement | null, after: Restatement): Promise<void> {
    const { clientId, id } = after;
    const key = `${after.periodKind}/${after.periodFrom}/${id}`;
    const record = { clientId, kind: "Restatement", key, before: before && said(before), after: said(after) };
    await recordChange(tx, contextOf(by, clientId), record);
  }
}

/** Which proposal, and what there is to say about it. */
export interface Decision {
  readonly clientId: string;
  readonly id: string;
  readonly note?: string | null;
}

const decided = (proposed: Restatement, { viewer, now }: Acting, note: string | null): Restatement => ({
  ...proposed,
  ...{ decidedBy: viewer.name, decidedAt: now, decisionNote: note },
});

/** Its figures are kept with it. */
const said = ({ state, basis, reason, evidence, decisionNote, changesHash, figures }: Restatement) => ({
  ...{ state, basis, reason, evidence, decisionNote, changesHash, figures },
});

const contextOf = ({ viewer, now, requestId }: Acting, clientId: string): DefinitionContext => ({
  actor: `${viewer.kind} ${viewer.id}`,
  ...{ now, requestId, clientIds: [clientId], internal: viewer.kind === "internal" },
});
