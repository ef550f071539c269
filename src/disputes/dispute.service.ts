import { decideEvaluation } from "../facts/evaluation-decision.queries";
import { requireKpi } from "../kpis/kpi-in-use.rules";
import type { Tx } from "../platform/database";
import { recordAct } from "../platform/record-act";
import type { Viewer } from "../platform/viewer";
import { figureOfManual } from "../scorecards/manual/manual-figure.rules";
import type { FoundFigure } from "../scorecards/manual/figure-named";
import {
  actorOf,
  ManualValueService,
  targetOfFound,
  type ManualTarget,
} from "../scorecards/manual/manual-value.service";
import { newId } from "../shared/ids";
import { decidedFigure, decidedPoints, isChange, type WrittenDecision } from "./decision.rules";
import { follows, refuseJudgeInOwnCase, refuseUnlessOpener, refuseUnlessParty } from "./dispute-state.rules";
import type { Dispute, DisputedFigure, DisputedPoints, DisputedValue, DisputeState } from "./dispute.entity";
import { AlreadyDisputed } from "./dispute.errors";
import type { DisputeStep } from "./dispute-event.entity";
import { appendEvent, insertDispute, lockDispute, saveState, undecidedAbout } from "./dispute.queries";
import type { DisputedEvaluation } from "./disputed-evaluation.queries";

/** Who acts, when, and in which request. */
export interface Acting {
  readonly viewer: Viewer;
  readonly now: Date;
  readonly requestId: string | null;
}

/** What somebody says at a step. */
export interface Saying {
  readonly note: string | null;
  readonly evidence: string | null;
}

export interface Opening {
  readonly reason: string;
  readonly evidence: string | null;
}

export interface Decision extends WrittenDecision {
  readonly reason: string;
}

/** The evaluation that is disputed. */
export interface EvaluationKey {
  readonly clientId: string;
  readonly source: string;
  readonly externalId: string;
}

/** The life of a dispute: opened, evidence, reviewed, decided, closed. Every step is kept. */
export class DisputeService {
  constructor(private readonly manualValues: ManualValueService) {}

  openItem(
    tx: Tx,
    found: FoundFigure,
    opening: Opening & { figure: DisputedFigure },
    acting: Acting,
  ): Promise<Dispute> {
    const of = { ...targetOfFound(found), source: null, externalId: null, evaluatorId: null };
    return this.open(tx, { ...of, about: "item", original: opening.figure }, opening, acting);
  }

  openEvaluation(
    tx: Tx,
    key: EvaluationKey,
    { evaluation, ...opening }: Opening & { evaluation: DisputedEvaluation },
    acting: Acting,
  ): Promise<Dispute> {
    const { contractId, serviceId, teamId, personId, evaluatorId, earned, applicable, autoFailed } = evaluation;
    const subjectKind = personId === null ? "service" : "person";
    const of = { ...key, contractId, subjectKind, subjectId: personId ?? serviceId, serviceId, teamId } as const;
    const original: DisputedPoints = { kind: "points", earned, applicable, autoFailed };
    return this.open(tx, { ...of, personId, evaluatorId, ...NO_ITEM, about: "evaluation", original }, opening, acting);
  }

  private async open(tx: Tx, of: Disputed, { reason, evidence }: Opening, acting: Acting): Promise<Dispute> {
    const { viewer, now } = acting;
    const dispute: Dispute = {
      ...of,
      ...{ id: newId(), state: "open", reason, outcome: null, decided: null },
      ...{ openedBy: viewer.id, openedByName: viewer.name, openedByPersonId: viewer.personId, openedAt: now },
      ...UNDECIDED,
    };
    const other = await undecidedAbout(tx, dispute);
    if (other) throw new AlreadyDisputed(of.kpiCode ?? "This evaluation", other.openedByName);
    await insertDispute(tx, dispute);
    await this.keep(tx, { before: null, after: dispute }, { step: "opened", note: reason, evidence }, acting);
    return dispute;
  }

  addEvidence(tx: Tx, dispute: Dispute, saying: Saying, acting: Acting): Promise<Dispute> {
    return this.move(tx, dispute, { step: "evidence_added", state: "evidence", ...saying }, acting);
  }

  review(tx: Tx, dispute: Dispute, saying: Saying, acting: Acting): Promise<Dispute> {
    refuseJudgeInOwnCase(acting.viewer, dispute);
    return this.move(tx, dispute, { step: "review_begun", state: "review", ...saying }, acting);
  }

  close(tx: Tx, dispute: Dispute, saying: Saying, acting: Acting): Promise<Dispute> {
    refuseUnlessParty(acting.viewer, dispute);
    return this.move(tx, dispute, { step: "closed", state: "closed", ...saying }, acting);
  }

  withdraw(tx: Tx, dispute: Dispute, saying: Saying, acting: Acting): Promise<Dispute> {
    refuseUnlessOpener(acting.viewer, dispute);
    return this.move(tx, dispute, { step: "withdrawn", state: "withdrawn", ...saying }, acting);
  }

  /** What is decided counts from now on; in a closed period it changes nothing that is final. */
  async decide(tx: Tx, { clientId, id }: Dispute, decision: Decision, of: Acting & Currency): Promise<Dispute> {
    const before = await lockDispute(tx, { clientId, id });
    refuseJudgeInOwnCase(of.viewer, before);
    const { outcome, reason } = decision;
    const decided = isChange(decision) ? await this.putInForce(tx, before, decision, of) : null;
    const dispute: Dispute = {
      ...before,
      ...{ state: follows(before.state, "decided"), outcome, decided, decisionReason: reason },
      ...{ decidedByName: of.viewer.name, decidedAt: of.now },
    };
    await saveState(tx, dispute);
    await this.keep(tx, { before, after: dispute }, { step: "decided", note: reason, evidence: null }, of);
    return dispute;
  }

  private async putInForce(
    tx: Tx,
    dispute: Dispute,
    decision: Decision,
    of: Acting & Currency,
  ): Promise<DisputedValue> {
    follows(dispute.state, "decided");
    const { original, clientId, id: disputeId } = dispute;
    if (original.kind === "points") {
      const points = decidedPoints(decision, original);
      const { earned: earnedMillionths, applicable: applicableMillionths, autoFailed } = points;
      const [source, externalId] = [dispute.source!, dispute.externalId!];
      const counted = { earnedMillionths, applicableMillionths, autoFailed, disputeId, decidedAt: of.now };
      await decideEvaluation(tx, { clientId, source, externalId, ...counted });
      return { kind: "points", ...points };
    }
    const inUse = { kpiCode: dispute.kpiCode!, dialect: dispute.dialect!, parameters: dispute.parameters! };
    const figure = decidedFigure(decision, original, { kpi: requireKpi(inUse.kpiCode), inUse, currency: of.currency });
    const reason = `Dispute opened by ${dispute.openedByName}, ${decision.outcome}: ${decision.reason}`;
    const entry = { figure, reason, attachment: null, disputeId, acting: of };
    await this.manualValues.put(tx, manualTargetOf(dispute), entry);
    return { kind: "figure", ...figureOfManual(figure) };
  }

  private async move(tx: Tx, { clientId, id }: Dispute, step: Move, acting: Acting): Promise<Dispute> {
    const before = await lockDispute(tx, { clientId, id });
    const dispute: Dispute = { ...before, state: follows(before.state, step.state) };
    await saveState(tx, dispute);
    await this.keep(tx, { before, after: dispute }, step, acting);
    return dispute;
  }

  /** The step among the dispute's events, and a record of the act. */
  private async keep(
    tx: Tx,
    { before, after }: { readonly before: Dispute | null; readonly after: Dispute },
    { step, note, evidence }: Saying & { readonly step: DisputeStep },
    { viewer, now, requestId }: Acting,
  ): Promise<void> {
    const { clientId, id: disputeId, state } = after;
    const actor = actorOf(viewer);
    await appendEvent(tx, { clientId, disputeId, at: now, actor, actorName: viewer.name, step, state, note, evidence });
    const act = `dispute.${step.replace("_", "-")}`;
    const record = { clientId, at: now, actor, act, subject: `Dispute ${disputeId}`, requestId };
    await recordAct(tx, { ...record, before: before && recordOf(before), after: recordOf(after) });
  }
}

interface Currency {
  /** Of the contract. */
  readonly currency: string;
}

interface Move extends Saying {
  readonly step: DisputeStep;
  readonly state: DisputeState;
}

const NO_ITEM = {
  ...{ kpiCode: null, dialect: null, parameters: null, periodKind: null, periodFrom: null, periodUntil: null },
};
const UNDECIDED = { decidedByName: null, decidedAt: null, decisionReason: null };

type Disputed = Pick<
  Dispute,
  | "clientId"
  | "contractId"
  | "about"
  | "subjectKind"
  | "subjectId"
  | "serviceId"
  | "teamId"
  | "personId"
  | keyof typeof NO_ITEM
  | "source"
  | "externalId"
  | "evaluatorId"
  | "original"
>;

/** An item's dispute says where its figure belongs; a check of the table keeps it so. */
const manualTargetOf = (dispute: Dispute): ManualTarget => {
  const { clientId, contractId, subjectKind, subjectId, serviceId, teamId, personId } = dispute;
  return {
    ...{ clientId, contractId, subjectKind, subjectId, serviceId, teamId, personId },
    ...{ kpiCode: dispute.kpiCode!, dialect: dispute.dialect!, parameters: dispute.parameters! },
    ...{ periodKind: dispute.periodKind!, periodFrom: dispute.periodFrom!, periodUntil: dispute.periodUntil! },
  };
};

const recordOf = ({ state, original, outcome, decided }: Dispute) => ({ state, original, outcome, decided });
