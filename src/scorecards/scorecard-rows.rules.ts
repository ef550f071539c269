import type { Period } from "../shared/period";
import { computedItem, isThin, type ItemFigure } from "./figure-item.rules";
import { ranks, type Rankable } from "./rank.rules";
import type { ScorecardRow } from "./result-rows.queries";
import type { PlannedCard, PlannedItem } from "./planned-item";
import type { DataQuality } from "./scorecard.entity";
import { composed } from "./scoring/composite.rules";
import { groupOf, withPeers } from "./scoring/peers.rules";
import type { Subject } from "./subject.rules";

/** What the rows of a period are made of. */
export interface PeriodMaterial {
  readonly period: Period;
  readonly figureOf: (subject: Subject, item: PlannedItem) => ItemFigure;
  readonly qualityOf: (subject: Subject) => DataQuality;
  readonly now: Date;
}

type UnrankedRow = ScorecardRow & { readonly isThin: boolean };

/** The scorecards of a period. Subjects for whom not a single fact counts, and no value was entered, have none. */
export function scorecardRows(cards: readonly PlannedCard[], material: PeriodMaterial): ScorecardRow[] {
  const unranked = cards.flatMap((card) => unrankedRow(card, material) ?? []);
  const places = ranks(unranked.flatMap((row) => rankable(row) ?? []));
  return withPeers(unranked).map(({ isThin: _, ...row }) => {
    const place = places.get(row.subjectId);
    return { ...row, rank: place?.rank ?? null, rankedOf: place?.of ?? null };
  });
}

function unrankedRow({ subject, items, terms }: PlannedCard, material: PeriodMaterial): UnrankedRow | null {
  const { kind, id, serviceId, teamId, personId, roleCode } = subject;
  const { period, now } = material;
  const results = items.map((item) => computedItem(item, material.figureOf(subject, item)));
  if (results.every((one) => one.sample === 0 && one.manual === null)) return null;
  return {
    ...{ subjectKind: kind, subjectId: id, serviceId, teamId, personId, roleCode },
    ...{ periodKind: period.kind, periodFrom: period.from, periodUntil: period.until },
    ...{ ...composed(results, terms), rank: null, rankedOf: null },
    items: results,
    positions: subject.positions,
    dataQuality: material.qualityOf(subject),
    computedAt: now,
    isThin: items.some((item, index) => isThin(item, results[index]!)),
  };
}

function rankable({ subjectId: id, score, isThin, ...row }: UnrankedRow): Rankable | null {
  const group = groupOf(row);
  return group === null ? null : { id, group, score, isThin };
}
