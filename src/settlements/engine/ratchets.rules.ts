import { exactValue } from "../../objectives/clauses/mechanisms/compared-value.rules";
import { ratchetTarget } from "../../objectives/clauses/mechanisms/ratchet.rules";
import { decimalText, exactText } from "../../shared/rational";
import { keyOf } from "./amount.rules";
import type { ClauseCase, Setting } from "./clause-case.rules";
import { exceedsTarget, isJudged } from "./judged.rules";
import { valueOf } from "./money-text.rules";
import { isOf, type CaseKey } from "./past.rules";
import type { ObjectiveReading, RatchetOutcome } from "./settled-period";

/** How many periods in a row every ratchet has seen above target, and the target that follows from them. */
export const ratchetsOf = (cases: readonly ClauseCase[], setting: Setting): RatchetOutcome[] =>
  cases.flatMap((one) => {
    const { mechanism } = one.clause;
    const { objective } = one;
    if (mechanism.kind !== "ratchet" || objective === null) return [];
    const row = rowAbove(objective, keyOf(one), setting);
    const values = row.flatMap((reading) => valueOf(reading).value ?? []).flatMap((value) => exactValue(value) ?? []);
    const target = ratchetTarget(mechanism, {
      ...{ kpi: objective.kpi, target: objective.aims.target },
      values: values.map(exactText),
    });
    return [
      {
        ...{ clause: one.clause.code, objective: objective.code, periodsInRow: row.length },
        oldTarget: objective.aims.target,
        newTarget: target && one.isTriggered && isJudged(objective) ? decimalText(target) : null,
      },
    ];
  });

/**
 * The latest judged periods in a row that were better than their target, oldest first; a target that rose begins a new
 * row, and periods that were not judged are passed over.
 */
function rowAbove(objective: ObjectiveReading, key: CaseKey, { past }: Setting): ObjectiveReading[] {
  const rise = past.findLastIndex(({ ratchets }) => ratchets.some((one) => isOf(one, key) && one.newTarget !== null));
  const before = past.slice(rise + 1).flatMap(({ readings }) => readings.filter(({ code }) => code === key.objective));
  const judged = [...before, objective].filter(isJudged);
  const lastFailing = judged.findLastIndex((one) => !exceedsTarget(one));
  return judged.slice(lastFailing + 1);
}
