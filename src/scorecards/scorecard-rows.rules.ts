import { requireKpi } from "../kpis/kpi-in-use.rules";
import { Decimal } from "../shared/decimal";
import type { Period } from "../shared/period";
import { computedItem, isThin, type ItemFigure } from "./figure-item.rules";
import { judgement } from "./objective-outcome.rules";
import { ranks, type Rankable } from "./rank.rules";
import type { ObjectiveResultRow, ScorecardRow } from "./result-rows.queries";
import type { PlannedCard, PlannedItem, PlannedObjective } from "./scorecard-plan.rules";
import type { Composition, DataQuality, ScorecardItem } from "./scorecard.entity";
import { compositeScore } from "./scoring.rules";
import type { Subject } from "./subject.rules";

/** What the rows of a period are made of. */
export interface PeriodMaterial {
  readonly period: Period;
  readonly figureOf: (subject: Subject, item: PlannedItem) => ItemFigure;
  readonly qualityOf: (subject: Subject) => DataQuality;
  readonly isOver: boolean;
  readonly now: Date;
}

type UnrankedRow = ScorecardRow & { readonly isThin: boolean };

/** The scorecards of a period. Subjects for whom not a single fact counts have none. */
export function scorecardRows(cards: readonly PlannedCard[], material: PeriodMaterial): ScorecardRow[] {
  const unranked = cards.flatMap((card) => unrankedRow(card, material) ?? []);
  const places = ranks(unranked.flatMap((row) => rankable(row) ?? []));
  return unranked.map(({ isThin: _, ...row }) => {
    const place = places.get(row.subjectId);
    return { ...row, rank: place?.rank ?? null, rankedOf: place?.of ?? null };
  });
}

function unrankedRow({ subject, items }: PlannedCard, material: PeriodMaterial): UnrankedRow | null {
  const { kind, id, serviceId, teamId, personId, roleCode } = subject;
  const { period, now } = material;
  const results = items.map((item) => computedItem(item, material.figureOf(subject, item)));
  if (results.every((one) => one.sample === 0)) return null;
  return {
    ...{ subjectKind: kind, subjectId: id, serviceId, teamId, personId, roleCode },
    ...{ periodKind: period.kind, periodFrom: period.from, periodUntil: period.until },
    ...{ score: compositeScore(results), rank: null, rankedOf: null },
    items: results,
    level: null,
    composition: compositionOf(results),
    positions: subject.positions,
    dataQuality: material.qualityOf(subject),
    computedAt: now,
    isThin: items.some((item, index) => isThin(item, results[index]!)),
  };
}

const compositionOf = (items: readonly ScorecardItem[]): Composition => ({
  ...{ kpiSet: null, weights: "rescaled", unscored: null, closedGates: [], beforeGates: null, anonymousUnder: 5 },
  totalWeight: Decimal.sum(0, ...items.map(({ weight }) => weight)).toString(),
});

/**
 * Positions compete with the same role in their team, or on their service when they are in none; teams compete with
 * the other teams. Contracts and services are not ranked.
 */
function rankable({ subjectKind, subjectId, score, isThin, ...row }: UnrankedRow): Rankable | null {
  if (subjectKind !== "position" && subjectKind !== "team") return null;
  const group = subjectKind === "team" ? "teams" : `${row.roleCode}/${row.teamId ?? row.serviceId ?? "all"}`;
  return { id: subjectId, group, score, isThin };
}

/** The objective results of a period. */
export const objectiveResultRows = (
  objectives: readonly PlannedObjective[],
  material: PeriodMaterial,
): ObjectiveResultRow[] => objectives.map((one) => objectiveResultRow(one, material));

function objectiveResultRow(
  { inForce, subject, item }: PlannedObjective,
  material: PeriodMaterial,
): ObjectiveResultRow {
  const { period, now, isOver } = material;
  const result = computedItem(item, material.figureOf(subject, item));
  const { target, minimum } = inForce.version;
  return {
    objectiveId: inForce.objective.id,
    objectiveVersion: inForce.version.version,
    ...{ periodKind: period.kind, periodFrom: period.from, periodUntil: period.until },
    ...judgement(result, { kpi: requireKpi(item.kpi.kpiCode), target, minimum }, { isOver }),
    item: result,
    computedAt: now,
  };
}
