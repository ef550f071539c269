import { isPersonal } from "../kpis/subject-kind.rules";
import { Decimal } from "../shared/decimal";
import { groupBy } from "../shared/group-by";
import type { Period } from "../shared/period";
import type { ScorecardItem } from "../scorecards/scorecard.entity";
import type { PackageItem, PackageRank, PackageRanking, PackageScorecard, PackageSubject } from "./package-document";
import { kpiKey, packageFigure, packageKpi, shownTarget } from "./package-figures.rules";
import type { CardMaterial } from "./package-material.queries";

const ORDER = { contract: 0, service: 1, team: 2, person: 3, position: 4 };
const LISTED = 5;

/** Scorecards of the contract, its services and teams that have data in the reviewed period, through the periods. */
export function packageScorecards(cards: readonly CardMaterial[], periods: readonly Period[]): PackageScorecard[] {
  const subjects = [...groupBy(cards, (card) => card.subjectId).values()];
  return subjects
    .flatMap((ofSubject) => {
      const reviewed = cardOf(ofSubject, periods.at(-1) as Period);
      return reviewed && !isPersonal(reviewed.subjectKind) ? [{ reviewed, ofSubject }] : [];
    })
    .sort(({ reviewed: a }, { reviewed: b }) => ORDER[a.subjectKind] - ORDER[b.subjectKind] || byName(a, b))
    .map(({ reviewed, ofSubject }) => {
      const items = reviewed.items.map((item) => packageItem(item, ofSubject, periods));
      return {
        subject: subjectOf(reviewed),
        score: reviewed.score,
        level: reviewed.level,
        items: items.filter(isMeasured),
        notMeasured: items.filter((item) => !isMeasured(item)).map(({ kpi }) => kpi.name),
      };
    });
}

const isMeasured = ({ figures }: PackageItem): boolean =>
  figures.some((figure) => figure !== null && figure.status !== "NO_DATA");

function packageItem(item: ScorecardItem, cards: readonly CardMaterial[], periods: readonly Period[]): PackageItem {
  const figures = periods.map((period) => {
    const same = cardOf(cards, period)?.items.find((one) => kpiKey(one) === kpiKey(item));
    return same ? packageFigure(same, missedTarget(same)) : null;
  });
  const { target, isMet } = item;
  return { kpi: packageKpi(item), target, targetDisplay: target && shownTarget(item, target), isMet, figures };
}

/**
 * Highest and lowest scores of teams, and of people role by role. Whoever rests on fewer facts than `minSample` in any
 * weighted figure is counted as not ranked. Equal scores share a rank. Nobody stands in both lists: with few ranked the
 * upper half is in `best`, and nobody is among the lowest who has the score of one among the highest.
 * | scores                 | best       | worst |
 * | 90, 80, 70             | 90, 80     | 70    |
 * | 90, 90                 | 90, 90     | none  |
 */
export function packageRankings(cards: readonly CardMaterial[], period: Period, minSample: number): PackageRanking[] {
  const reviewed = cards.filter((card) => card.periodFrom === period.from && card.score !== null);
  const teams = reviewed.filter((card) => card.subjectKind === "team");
  const people = groupBy(
    reviewed.filter((card) => card.subjectKind === "position"),
    (card) => card.roleCode ?? "",
  );
  const byRole = [...people.values()].sort(([a], [b]) => ((a?.roleCode ?? "") < (b?.roleCode ?? "") ? -1 : 1));
  return [teams, ...byRole].filter((those) => those.length > 1).map((those) => rankingOf(those, minSample));
}

function rankingOf(cards: readonly CardMaterial[], minSample: number): PackageRanking {
  const enough = cards.filter((card) => isComparable(card, minSample)).sort((a, b) => compare(b, a) || byName(a, b));
  const places = enough.map((card) => placeOf(card, enough));
  const half = places[Math.ceil(places.length / 2) - 1]?.rank ?? 0;
  const best = places.filter(({ rank }) => rank <= half).slice(0, LISTED);
  const worst = places.filter(({ rank }) => rank > (best.at(-1)?.rank ?? 0)).slice(-LISTED);
  const { subjectKind, roleCode, roleName } = cards[0] as CardMaterial;
  return {
    of: subjectKind === "team" ? "teams" : "people",
    role: roleCode,
    roleName,
    minSample,
    ranked: places.length,
    unranked: cards.length - places.length,
    best,
    worst: worst.reverse(),
  };
}

const placeOf = (card: CardMaterial, among: readonly CardMaterial[]): PackageRank => ({
  rank: among.findIndex((one) => compare(one, card) === 0) + 1,
  subject: subjectOf(card),
  team: card.teamName,
  score: card.score ?? "0",
  highlights: weighted(card).map((item) => {
    return { kpi: packageKpi(item).name, display: packageFigure(item, missedTarget(item)).display, isMet: item.isMet };
  }),
});

const isComparable = (card: CardMaterial, minSample: number): boolean =>
  weighted(card).every(({ sample, score }) => sample >= minSample && score !== null);

/** The items that make the score. */
const weighted = (card: CardMaterial): ScorecardItem[] =>
  card.items.filter((item) => Number(item.weight) > 0 && item.target !== null);

const compare = (a: CardMaterial, b: CardMaterial): number => new Decimal(a.score ?? 0).cmp(b.score ?? 0);

const missedTarget = ({ isMet, target }: ScorecardItem): string | null => (isMet === false ? target : null);

const cardOf = (cards: readonly CardMaterial[], period: Period): CardMaterial | undefined =>
  cards.find((card) => card.periodFrom === period.from);

const subjectOf = (card: CardMaterial): PackageSubject => ({
  kind: card.subjectKind,
  id: card.subjectId,
  name: card.subjectName,
});

const byName = (a: CardMaterial, b: CardMaterial): number => (a.subjectName < b.subjectName ? -1 : 1);
