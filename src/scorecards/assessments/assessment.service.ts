import type { Objective } from "../../objectives/objective.entity";
import { currentObjectiveVersions } from "../../objectives/objective.service";
import type { Tx } from "../../platform/database";
import { recordAct } from "../../platform/record-act";
import { dayOf } from "../../shared/day";
import { refuse } from "../../shared/gathering";
import { newId } from "../../shared/ids";
import { periodLabel, type Period } from "../../shared/period";
import { PeriodToCome } from "../manual/manual-value.errors";
import { actorOf, type Acting } from "../manual/manual-value.service";
import { periodOf } from "../scorecard-view";
import { Assessment, type Side } from "./assessment.entity";
import { AssessmentNotInForce, NotAssessed } from "./assessment.errors";
import { assessmentInForce, lockAssessment, supersedeAssessment, touchAssessed } from "./assessment.queries";
import { periodsTouched, refusalsOfAssessment, termsOf } from "./assessment.rules";

/** What somebody answers, and about what. */
export interface Answer {
  readonly objective: Objective;
  readonly timeZone: string;
  readonly period: Period;
  readonly points: number;
  readonly note: string | null;
  readonly evidence: string | null;
}

export const sideOf = ({ kind }: { readonly kind: "internal" | "client" | "integration" }): Side =>
  kind === "client" ? "clients" : "ours";

/** Answers to the questions of qualitative objectives. Nothing is overwritten. */
export class AssessmentService {
  /** Puts an answer in force; the assessor's own that was in force before is superseded. */
  async assess(tx: Tx, answer: Answer, acting: Acting & { readonly side: Side }): Promise<Assessment> {
    const { objective, period, points, note, evidence } = answer;
    const { viewer, now, requestId, side } = acting;
    const terms = termsOf(await currentObjectiveVersions(tx, objective), period);
    if (!terms?.question) throw new NotAssessed(objective.code, period);
    if (period.from > dayOf(now, answer.timeZone)) throw new PeriodToCome(period);
    const { question, rolling } = terms;
    refuse(refusalsOfAssessment({ points, evidence, side, period }, question));
    const assessment: Assessment = {
      ...{ clientId: objective.clientId, id: newId(), contractId: objective.contractId, objectiveId: objective.id },
      ...{ periodKind: period.kind, periodFrom: period.from, periodUntil: period.until, points, note, evidence, side },
      ...{ scaleFrom: question.scale.from, scaleTo: question.scale.to, assessor: actorOf(viewer) },
      ...{ assessorName: viewer.name, assessorPersonId: viewer.personId, recordedAt: now, supersededAt: null },
      ...{ withdrawnBy: null, withdrawalReason: null },
    };
    await lockAssessment(tx, assessment);
    const former = await assessmentInForce(tx, assessment);
    if (former) await supersedeAssessment(tx, former, { at: now, withdrawnBy: null, reason: null });
    await tx.insert(Assessment, assessment);
    await touchAssessed(tx, assessment, periodsTouched(period, rolling));
    await recordAct(tx, {
      ...{ clientId: assessment.clientId, at: now, actor: assessment.assessor, act: "assessment.entered", requestId },
      ...{ subject: subjectOf(objective, period), before: former && recordOf(former), after: recordOf(assessment) },
    });
    return assessment;
  }

  /** It counts no longer. */
  async withdraw(tx: Tx, { assessment, objective, reason }: Withdrawn, acting: Acting): Promise<Assessment> {
    const { viewer, now, requestId } = acting;
    await lockAssessment(tx, assessment);
    const inForce = await assessmentInForce(tx, assessment);
    if (inForce?.id !== assessment.id)
      throw new AssessmentNotInForce(assessment.supersededAt ?? now, assessment.withdrawnBy);
    await supersedeAssessment(tx, assessment, { at: now, withdrawnBy: viewer.name, reason });
    const period = periodOf(assessment);
    const terms = termsOf(await currentObjectiveVersions(tx, objective), period);
    await touchAssessed(tx, assessment, periodsTouched(period, terms?.rolling ?? 1));
    await recordAct(tx, {
      ...{ clientId: assessment.clientId, at: now, actor: actorOf(viewer), act: "assessment.withdrawn", requestId },
      ...{ subject: subjectOf(objective, period), before: recordOf(assessment), after: { reason } },
    });
    return { ...assessment, supersededAt: now, withdrawnBy: viewer.name, withdrawalReason: reason };
  }
}

interface Withdrawn {
  readonly assessment: Assessment;
  readonly objective: Objective;
  readonly reason: string;
}

const subjectOf = ({ code }: Objective, period: Period): string => `Assessment of ${code}, ${periodLabel(period)}`;

const recordOf = ({ id, points, side, assessorName, note, evidence }: Assessment) => ({
  ...{ id, points, side, assessorName, note, evidence },
});
