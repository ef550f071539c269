import { requireKpi } from "../../kpis/kpi-in-use.rules";
import type { Tx } from "../../platform/database";
import { recordAct } from "../../platform/record-act";
import type { Viewer } from "../../platform/viewer";
import { newId } from "../../shared/ids";
import type { FoundFigure } from "./figure-named";
import { manualFigure, type ManualFigure, type WrittenFigure } from "./manual-figure.rules";
import { placeOf } from "./manual-book.rules";
import type { ManualValue } from "./manual-value.entity";
import { ManualValueNotInForce, OwnFigure } from "./manual-value.errors";
import {
  insertManualValue,
  lockManualPlace,
  manualValueInForce,
  supersede,
  touchPeriodOf,
} from "./manual-value.queries";

/** Who acts, when, and in which request. */
export interface Acting {
  readonly viewer: Pick<Viewer, "kind" | "id" | "name" | "personId">;
  readonly now: Date;
  readonly requestId: string | null;
}

export const actorOf = ({ kind, id }: Acting["viewer"]): string => `${kind} ${id}`;

/** What is entered, and why. */
export interface Entry {
  readonly written: WrittenFigure;
  readonly reason: string;
  readonly attachment: string | null;
}

/** Where a value belongs; a `FoundFigure`, or what a dispute kept of one. */
export type ManualTarget = Pick<
  ManualValue,
  | "clientId"
  | "contractId"
  | "subjectKind"
  | "subjectId"
  | "serviceId"
  | "teamId"
  | "personId"
  | "kpiCode"
  | "dialect"
  | "parameters"
  | "periodKind"
  | "periodFrom"
  | "periodUntil"
>;

export function targetOfFound({ clientId, definitions, subject, period, kpi }: FoundFigure): ManualTarget {
  return {
    ...{ clientId, contractId: definitions.contract.id, subjectKind: subject.kind, subjectId: subject.id },
    ...{ serviceId: subject.serviceId, teamId: subject.teamId, personId: subject.personId },
    ...{ kpiCode: kpi.kpiCode, dialect: kpi.dialect, parameters: kpi.parameters },
    ...{ periodKind: period.kind, periodFrom: period.from, periodUntil: period.until },
  };
}

/** Values that people enter in the place of measured ones (semantics R19). Nothing is overwritten. */
export class ManualValueService {
  /** Puts a value in force; one that was in force before is superseded. */
  async enter(tx: Tx, found: FoundFigure, entry: Entry, acting: Acting): Promise<ManualValue> {
    const target = targetOfFound(found);
    refuseOwn("enter", target, acting);
    const { currency } = found.definitions.contract;
    const figure = manualFigure(entry.written, { kpi: requireKpi(found.kpi.kpiCode), inUse: found.kpi, currency });
    const { reason, attachment } = entry;
    return this.put(tx, target, { figure, reason, attachment, disputeId: null, acting });
  }

  /** The same with a figure that was read already, as by a dispute that was decided. */
  async put(
    tx: Tx,
    target: ManualTarget,
    { figure, reason, attachment, disputeId, acting }: Put,
  ): Promise<ManualValue> {
    const { viewer, now, requestId } = acting;
    const value: ManualValue = {
      ...{ ...target, ...figure, id: newId(), author: actorOf(viewer), authorName: viewer.name, reason, attachment },
      ...{ disputeId, recordedAt: now, supersededAt: null, withdrawnBy: null, withdrawalReason: null },
    };
    const { clientId } = value;
    const place = placeOf(value);
    await lockManualPlace(tx, clientId, place);
    const former = await manualValueInForce(tx, clientId, place);
    if (former) await supersede(tx, former, { at: now, withdrawnBy: null, reason: null });
    await insertManualValue(tx, value);
    await touchPeriodOf(tx, value);
    await recordAct(tx, {
      ...{ clientId, at: now, actor: value.author, act: "manual-value.entered", subject: subjectOf(value), requestId },
      ...{ before: former && recordOf(former), after: recordOf(value) },
    });
    return value;
  }

  /** What was measured counts again. */
  async withdraw(tx: Tx, value: ManualValue, reason: string, acting: Acting): Promise<ManualValue> {
    refuseOwn("withdraw", value, acting);
    const { viewer, now, requestId } = acting;
    const place = placeOf(value);
    await lockManualPlace(tx, value.clientId, place);
    const inForce = await manualValueInForce(tx, value.clientId, place);
    if (inForce?.id !== value.id) throw new ManualValueNotInForce(value.supersededAt ?? now, value.withdrawnBy);
    await supersede(tx, value, { at: now, withdrawnBy: viewer.name, reason });
    await touchPeriodOf(tx, value);
    await recordAct(tx, {
      ...{ clientId: value.clientId, at: now, actor: actorOf(viewer), act: "manual-value.withdrawn", requestId },
      ...{ subject: subjectOf(value), before: recordOf(value), after: { reason } },
    });
    return { ...value, supersededAt: now, withdrawnBy: viewer.name, withdrawalReason: reason };
  }
}

interface Put {
  readonly figure: ManualFigure;
  readonly reason: string;
  readonly attachment: string | null;
  readonly disputeId: string | null;
  readonly acting: Acting;
}

/** Of the person's own work, or of a role that the person holds; a team's figure is not its leader's alone. */
function refuseOwn(act: "enter" | "withdraw", { personId, kpiCode, ...of }: ManualTarget, { viewer }: Acting): void {
  const period = { kind: of.periodKind, from: of.periodFrom, until: of.periodUntil };
  if (viewer.personId !== null && viewer.personId === personId) throw new OwnFigure(act, kpiCode, period);
}

const subjectOf = ({ subjectKind, subjectId, kpiCode, periodKind, periodFrom }: ManualValue): string =>
  `ManualValue ${kpiCode} of ${subjectKind} ${subjectId}, ${periodKind} ${periodFrom}`;

const recordOf = ({ id, value, numerator, denominator, sample, reason, attachment, disputeId }: ManualValue) => ({
  ...{ id, value, numerator, denominator, sample, reason, attachment, disputeId },
});
