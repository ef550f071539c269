import { requireKpi } from "../../kpis/kpi-in-use.rules";
import type { MeasuredFigure } from "../../kpis/figure.rules";
import { compositeFigure, partOf, type CompositePart } from "../composite-objective.rules";
import { computedItem } from "../figure-item.rules";
import { judgement } from "../objective-outcome.rules";
import type { PlannedObjective } from "../planned-item";
import type { ObjectiveResultRow } from "../result-rows.queries";
import { combinedReading } from "./combined-reading.rules";
import type { ObjectiveMaterial, ObjectiveReading } from "./objective-material";
import { aimsOf, isMeasured } from "./planned-objective.rules";

/** The objective results of a period: those that are put together from others come after these. */
export function objectiveResultRows(
  objectives: readonly PlannedObjective[],
  material: ObjectiveMaterial,
): ObjectiveResultRow[] {
  const found = new Map<string, ObjectiveResultRow>();
  let waiting = objectives;
  while (waiting.length > 0) {
    const ready = waiting.filter((one) => partIdsOf(one).every((id) => found.has(id) || !isAmong(waiting, id)));
    // a circle is refused when it is defined; what could still wait for itself goes by what is known
    for (const one of ready.length > 0 ? ready : waiting) found.set(idOf(one), objectiveRow(one, material, found));
    waiting = waiting.filter((one) => !found.has(idOf(one)));
  }
  return objectives.map((one) => found.get(idOf(one))!);
}

const idOf = ({ inForce }: PlannedObjective): string => inForce.objective.id;
const isAmong = (objectives: readonly PlannedObjective[], id: string): boolean =>
  objectives.some((one) => idOf(one) === id);
const partIdsOf = ({ inForce }: PlannedObjective): string[] =>
  (inForce.version.composite?.parts ?? []).map(({ objectiveId }) => objectiveId);

type Results = ReadonlyMap<string, ObjectiveResultRow>;

function objectiveRow(objective: PlannedObjective, material: ObjectiveMaterial, results: Results): ObjectiveResultRow {
  const { period, now, isOver } = material;
  const { item } = objective;
  const reading = readingOf(objective, material, results);
  const entered = material.laidOver(objective, reading.figure);
  const isEntered = entered.manual != null;
  const { aims, segments } = reading;
  const result = computedItem(item.target === aims.target ? item : { ...item, target: aims.target }, entered);
  return {
    objectiveId: idOf(objective),
    objectiveVersion: objective.inForce.version.version,
    ...{ periodKind: period.kind, periodFrom: period.from, periodUntil: period.until },
    ...judgement(result, { kpi: requireKpi(item.kpi.kpiCode), aims }, { isOver }),
    item: result,
    aims,
    unadjusted: isEntered ? null : reading.unadjusted,
    exclusions: isEntered ? [] : reading.exclusions,
    segments,
    computedAt: now,
  };
}

function readingOf(objective: PlannedObjective, material: ObjectiveMaterial, results: Results): ObjectiveReading {
  const { inForce, stretches } = objective;
  if (isMeasured(objective) && stretches.length > 1) return combinedReading(objective, material);
  const plain = { aims: aimsOf(inForce.version), unadjusted: null, exclusions: [], segments: [] };
  if (inForce.objective.kind === "composite") return { ...plain, figure: putTogether(objective, results) };
  if (inForce.objective.kind === "qualitative") return { ...plain, figure: material.assessed(objective) };
  const { adjustedTarget, ...measured } = material.readingOf(objective, stretches[0]!);
  return { ...plain, ...measured, aims: aimsOf(inForce.version, adjustedTarget) };
}

function putTogether(objective: PlannedObjective, results: Results): MeasuredFigure {
  const { version } = objective.inForce;
  const parts = partIdsOf(objective).flatMap((id): CompositePart[] => {
    const result = results.get(id);
    return result ? [partOf(id, result.item, { kpi: requireKpi(result.item.kpiCode), aims: result.aims })] : [];
  });
  return compositeFigure(version.composite ?? { rule: "all_met", parts: [] }, parts, version.minSample);
}
