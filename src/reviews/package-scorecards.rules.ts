import { groupBy } from "../shared/group-by";
import type { Period } from "../shared/period";
import type { ScorecardItem } from "../scorecards/scorecard.entity";
import type { PackageItem, PackageRank, PackageRanking, PackageScorecard, PackageSubject } from "./package-document";
import { kpiKey, packageFigure, packageKpi, shown } from "./package-figures.rules";
import type { CardMaterial } from "./package-material.queries";

const ORDER = { contract: 0, service: 1, team: 2, position: 3 };
const LISTED = 5;

/** Scorecards of the contract, its services and teams that have data in the reviewed period, through the periods. */
export function packageScorecards(cards: readonly CardMaterial[], periods: readonly Period[]): PackageScorecard[] {
  const subjects = [...groupBy(cards, (card) => card.subjectId).values()];
  return subjects
    .flatMap((ofSubject) => {
      const reviewed = cardOf(ofSubject, periods.at(-1) as Period);
      return reviewed && reviewed.subjectKind !== "position" ? [{ reviewed, ofSubject }] : [];
    })
    .sort(({ reviewed: a }, { reviewed: b }) => ORDER[a.subjectKind] - ORDER[b.subjectKind] || byName(a, b))
    .map(({ reviewed, ofSubject }) => ({
      subject: subjectOf(reviewed),
      score: reviewed.score,
      items: reviewed.items.map((item) => packageItem(item, ofSubject, periods)),
    }));
}

function packageItem(item: ScorecardItem, cards: readonly CardMaterial[], periods: readonly Period[]): PackageItem {
  const figures = periods.map((period) => {
    const same = cardOf(cards, period)?.items.find((one) => kpiKey(one) === kpiKey(item));
    return same ? packageFigure(same) : null;
  });
  const { target, isMet } = item;
  return { kpi: packageKpi(item), target, targetDisplay: target && shown(item, target), isMet, figures };
}

/**
 * Highest and lowest scores of teams, and of people role by role. Whoever rests on fewer facts than `minSample` in any
 * weighted figure is counted as not ranked. Lists do not overlap: with few ranked, the upper half stands in `best`.
 */
export function packageRankings(cards: readonly CardMaterial[], period: Period, minSample: number): PackageRanking[] {
  const reviewed = cards.filter((card) => card.periodFrom === period.from && card.score !== null);
  const teams = reviewed.filter((card) => card.subjectKind === "team");
  const people = groupBy(
    reviewed.filter((card) => card.subjectKind === "position"),
    (card) => card.roleCode ?? "",
  );
  const all = [
    rankingOf(teams, { of: "teams", role: null, minSample }),
    ...[...people].map(([role, those]) => rankingOf(those, { of: "people", role, minSample })),
  ];
  return all.filter((one) => one.ranked > 1);
}

function rankingOf(
  cards: readonly CardMaterial[],
  kind: Pick<PackageRanking, "of" | "role" | "minSample">,
): PackageRanking {
  const enough = cards
    .filter((card) => scored(card).every((item) => item.sample >= kind.minSample))
    .sort((a, b) => Number(b.score) - Number(a.score) || byName(a, b));
  const places = enough.map((card): PackageRank => {
    const rank = enough.findIndex((one) => Number(one.score) === Number(card.score)) + 1;
    return {
      rank,
      subject: subjectOf(card),
      team: card.teamName,
      score: card.score ?? "0",
      highlights: highlights(card),
    };
  });
  const best = Math.min(LISTED, Math.ceil(places.length / 2));
  const worst = Math.min(LISTED, places.length - best);
  return {
    ...kind,
    ranked: places.length,
    unranked: cards.length - places.length,
    best: places.slice(0, best),
    worst: places.slice(places.length - worst).reverse(),
  };
}

const highlights = (card: CardMaterial): PackageRank["highlights"] =>
  scored(card).map((item) => ({ kpi: packageKpi(item).name, display: packageFigure(item).display }));

/** The items that made the score. */
const scored = (card: CardMaterial): ScorecardItem[] =>
  card.items.filter((item) => Number(item.weight) > 0 && item.score !== null);

const cardOf = (cards: readonly CardMaterial[], period: Period): CardMaterial | undefined =>
  cards.find((card) => card.periodFrom === period.from);

const subjectOf = (card: CardMaterial): PackageSubject => ({
  kind: card.subjectKind,
  id: card.subjectId,
  name: card.subjectName,
});

const byName = (a: CardMaterial, b: CardMaterial): number => (a.subjectName < b.subjectName ? -1 : 1);
