import { follows } from "../../disputes/dispute-state.rules";
import { NotImpartial, NotYourDispute } from "../../disputes/dispute.errors";
import type { DisputeState } from "../../disputes/dispute.entity";
import type { DisputeStep } from "../../disputes/dispute-event.entity";
import type { Tx } from "../../platform/database";
import { contentHash } from "../../shared/canonical-hash";
import { newId } from "../../shared/ids";
import { actorOf, record, type Acting } from "../act";
import type { SettledLine } from "../engine/settled-period";
import { linesOf, moveLines } from "../settlement-act.queries";
import type { SettlementActsService } from "../settlement-acts.service";
import type { SettlementLine } from "../settlement-line.entity";
import { totalsOf } from "../settlement-rows.rules";
import { refuseUnlessAllowed } from "../settlement-state.rules";
import { LineNotDisputable, UnknownLine } from "../settlement.errors";
import { insertSettlement, lockSettlement, settledOf, type SettlementRow } from "../settlement.queries";
import { decidedDifferences, type LineDecision } from "./line-decision.rules";
import type { SettlementDispute } from "./settlement-dispute.entity";
import {
  appendDisputeEvent,
  hasIssued,
  insertDispute,
  latestVersion,
  lockDispute,
  saveDispute,
} from "./settlement-dispute.queries";

export interface Saying {
  readonly note: string | null;
  readonly evidence: string | null;
}

export interface LineDispute {
  readonly lines: readonly number[];
  readonly reason: string;
  readonly evidence: string | null;
}

export interface Decision extends LineDecision {
  readonly reason: string;
}

/** Disputes about lines of settlements: the lines are held, the others flow; what is decided comes as a correction. */
export class SettlementDisputeService {
  constructor(private readonly acts: SettlementActsService) {}

  async open(tx: Tx, of: SettlementRow, { lines, reason, evidence }: LineDispute, acting: Acting) {
    const before = await this.acts.locked(tx, of);
    refuseUnlessAllowed("dispute", before.state);
    refuseUndisputable(await linesOf(tx, before), lines);
    const { viewer, now } = acting;
    const { clientId, contractId, id: settlementId } = before;
    const dispute: SettlementDispute = {
      ...{ clientId, id: newId(), contractId, settlementId, state: "open", reason },
      ...{ openedBy: viewer.id, openedByName: viewer.name, openedAt: now, outcome: null, decided: null },
      ...{ decidedByName: null, decidedAt: null, decisionReason: null, correctionId: null },
    };
    await insertDispute(tx, dispute);
    await moveLines(tx, before, { nos: lines, state: "disputed", disputeId: dispute.id });
    await this.keep(tx, { before: null, after: dispute }, { step: "opened", note: reason, evidence }, acting);
    await this.acts.moveByLines(tx, before, { step: "disputed", whenEmpty: before.state, note: reason }, acting);
    return dispute;
  }

  addEvidence(tx: Tx, dispute: SettlementDispute, saying: Saying, acting: Acting): Promise<SettlementDispute> {
    return this.move(tx, dispute, { step: "evidence_added", state: "evidence", ...saying }, acting);
  }

  async review(tx: Tx, dispute: SettlementDispute, saying: Saying, acting: Acting): Promise<SettlementDispute> {
    await refusePartial(tx, dispute, acting);
    return this.move(tx, dispute, { step: "review_begun", state: "review", ...saying }, acting);
  }

  close(tx: Tx, dispute: SettlementDispute, saying: Saying, acting: Acting): Promise<SettlementDispute> {
    return this.move(tx, dispute, { step: "closed", state: "closed", ...saying }, acting);
  }

  /** Its lines are as if nobody had disputed them. */
  async withdraw(tx: Tx, dispute: SettlementDispute, saying: Saying, acting: Acting): Promise<SettlementDispute> {
    if (dispute.openedBy !== acting.viewer.id) throw new NotYourDispute("withdraw", dispute.openedByName);
    const settlement = await this.settlementOf(tx, dispute);
    const after = await this.move(tx, dispute, { step: "withdrawn", state: "withdrawn", ...saying }, acting);
    await this.release(tx, settlement, { dispute, to: "open" }, acting);
    return after;
  }

  /** Its lines flow as they are; what is decided to be another amount flows as a correction that is agreed at once. */
  async decide(tx: Tx, of: SettlementDispute, decision: Decision, acting: Acting): Promise<SettlementDispute> {
    const settlement = await this.settlementOf(tx, of);
    const before = await lockDispute(tx, of);
    await refusePartial(tx, before, acting);
    const state = follows(before.state, "decided");
    const disputed = (await linesOf(tx, settlement)).filter(({ disputeId }) => disputeId === before.id);
    const differences = decidedDifferences(decision, disputed, settlement.currency);
    const correctionId = differences.size === 0 ? null : await this.correct(tx, settlement, differences, acting);
    const { outcome, reason } = decision;
    const after: SettlementDispute = {
      ...{ ...before, state, outcome, decisionReason: reason, correctionId, decidedAt: acting.now },
      ...{ decidedByName: acting.viewer.name, decided: decidedOf(differences) },
    };
    await saveDispute(tx, after);
    await this.keep(tx, { before, after }, { step: "decided", note: reason, evidence: null }, acting);
    await this.release(tx, settlement, { dispute: after, to: "agreed" }, acting);
    return after;
  }

  private async correct(
    tx: Tx,
    settlement: SettlementRow,
    differences: ReadonlyMap<SettlementLine, string>,
    acting: Acting,
  ): Promise<string> {
    const { clientId, contractId, periodKind: kind, periodFrom: from, periodUntil: until, currency } = settlement;
    const lines = [...differences].map(([line, amount]) => settledLine(line, amount));
    const said = { currency, termsVersion: settlement.termsVersion, amendmentId: settlement.amendmentId };
    const reason = `A dispute about version ${settlement.version} was decided.`;
    const rests = { ...(await settledOf(tx, settlement)), chain: settlement.chain, changes: [], reason };
    const content = {
      ...{ ...said, fee: settlement.fee, ...totalsOf(lines), ...rests },
      fingerprint: contentHash({
        dispute: settlement.id,
        lines: lines.map(({ amount, reason: why }) => [amount, why]),
      }),
      lines: [...differences].map(([line, amount], at) => ({
        ...{ no: at + 1, kind: line.kind, clause: line.clause, cites: line.cites, origin: line.origin, amount },
        ...{ objectiveId: line.objectiveId, objectiveCode: line.objectiveCode, reason: lines[at]!.reason },
        ...{ stretchFrom: line.stretchFrom, stretchUntil: line.stretchUntil },
      })),
    };
    const version = 1 + (await latestVersion(tx, settlement));
    const place = { clientId, contractId, period: { kind, from, until }, version, now: acting.now };
    const id = await insertSettlement(tx, { ...place, cause: "dispute", content });
    const key = { clientId, contractId, id };
    await this.acts.issue(tx, key, reason, acting);
    await this.acts.agree(tx, key, "As decided.", acting);
    return id;
  }

  private async settlementOf(tx: Tx, { clientId, contractId, settlementId }: SettlementDispute) {
    return this.acts.locked(tx, { clientId, contractId, id: settlementId });
  }

  private async release(
    tx: Tx,
    settlement: SettlementRow,
    { dispute, to }: { readonly dispute: SettlementDispute; readonly to: "open" | "agreed" },
    acting: Acting,
  ): Promise<void> {
    const lines = (await linesOf(tx, settlement)).filter(({ disputeId }) => disputeId === dispute.id);
    const nos = lines.filter(({ state }) => state === "disputed").map(({ no }) => no);
    await moveLines(tx, settlement, { nos, state: to });
    const before = await lockSettlement(tx, settlement);
    await this.acts.moveByLines(tx, before, { step: "dispute_ended", whenEmpty: before.state, note: null }, acting);
  }

  private async move(tx: Tx, of: SettlementDispute, step: Move, acting: Acting): Promise<SettlementDispute> {
    const before = await lockDispute(tx, of);
    const after: SettlementDispute = { ...before, state: follows(before.state, step.state) };
    await saveDispute(tx, after);
    await this.keep(tx, { before, after }, step, acting);
    return after;
  }

  /** The step among the dispute's events, and a record of the act. */
  private async keep(
    tx: Tx,
    { before, after }: { readonly before: SettlementDispute | null; readonly after: SettlementDispute },
    { step, note, evidence }: Saying & { readonly step: DisputeStep },
    acting: Acting,
  ): Promise<void> {
    const { viewer, now } = acting;
    const { clientId, id: disputeId, state } = after;
    const by = { actor: actorOf(viewer), actorName: viewer.name };
    await appendDisputeEvent(tx, { clientId, disputeId, at: now, ...by, step, state, note, evidence });
    const act = `settlement-dispute.${step.replace("_", "-")}`;
    const what = { clientId, act, subject: `SettlementDispute ${disputeId}` };
    await record(tx, acting, { ...what, before: before && recordOf(before), after: recordOf(after) });
  }
}

interface Move extends Saying {
  readonly step: DisputeStep;
  readonly state: DisputeState;
}

/** Nobody is judge in a case of their own: neither whoever opened it, nor whoever issued what is disputed. */
async function refusePartial(tx: Tx, dispute: SettlementDispute, { viewer }: Acting): Promise<void> {
  if (dispute.openedBy === viewer.id) throw new NotImpartial("you opened it");
  if (await hasIssued(tx, dispute, actorOf(viewer))) throw new NotImpartial("you issued the settlement");
}

function refuseUndisputable(known: readonly SettlementLine[], nos: readonly number[]): void {
  for (const [at, no] of nos.entries()) {
    const path = ["lines", String(at)];
    const line = known.find((one) => one.no === no);
    if (!line) throw new UnknownLine(no, path, known.length);
    if (line.state !== "open") throw new LineNotDisputable(no, line.state, path);
  }
}

const settledLine = (line: SettlementLine, amount: string): SettledLine => ({
  ...{ kind: line.kind, clause: line.clause, cites: line.cites, objective: line.objectiveCode, stretch: null, amount },
  ...{ reason: `As decided in a dispute, beside line ${line.no}: ${line.reason}`, origin: line.origin },
});

/** What the lines come to, by their number. */
function decidedOf(differences: ReadonlyMap<SettlementLine, string>): Record<string, string> | null {
  if (differences.size === 0) return null;
  const amounts = [...differences].map(([{ no, amount }, difference]) => [String(no), sum(amount, difference)]);
  return Object.fromEntries(amounts) as Record<string, string>;
}

const sum = (a: string, b: string): string => String(BigInt(a) + BigInt(b));

const recordOf = ({ state, outcome, decided, correctionId }: SettlementDispute) => ({
  ...{ state, outcome, decided, correctionId },
});
