import { Decimal } from "../../shared/decimal";
import { canonicalJson, type Json } from "../../shared/canonical-hash";
import type { ObjectiveResult } from "../objective-result.entity";
import type { Scorecard, ScorecardItem } from "../scorecard.entity";
import type { FigureDifference, FigureStanding, ResultDifference, ResultStanding } from "./result-difference";

/** What is compared of a scorecard. Medians of peers, data quality and instants are of no account. */
export type ComparedCard = Pick<Scorecard, "score" | "rank" | "rankedOf" | "level" | "items">;
export type ComparedObjective = Pick<ObjectiveResult, "outcome" | "shortfall" | "missesAllowed" | "item">;

/**
 * From what to what a scorecard changes; null: not at all. Numbers are the same when they are equal (`0.50` and `0.5`).
 * A restated scorecard without items says that no fact is left, as having none does.
 */
export function cardDifference(from: ComparedCard | null, to: ComparedCard | null): ResultDifference | null {
  return difference(
    { standing: from && cardStanding(from), items: from?.items ?? [] },
    { standing: to && cardStanding(to), items: to?.items ?? [] },
  );
}

/** From what to what an objective's result changes; null: not at all. */
export function objectiveDifference(
  from: ComparedObjective | null,
  to: ComparedObjective | null,
): ResultDifference | null {
  return difference(
    { standing: from && objectiveStanding(from), items: from ? [from.item] : [] },
    { standing: to && objectiveStanding(to), items: to ? [to.item] : [] },
  );
}

interface Side {
  readonly standing: ResultStanding | null;
  readonly items: readonly ScorecardItem[];
}

function difference(from: Side, to: Side): ResultDifference | null {
  if (isNothing(from) && isNothing(to)) return null;
  const figures = figuresThatDiffer(from.items, to.items);
  if (figures.length === 0 && isSame(from.standing, to.standing)) return null;
  return { from: from.standing, to: to.standing, figures };
}

const isNothing = ({ standing, items }: Side): boolean => standing === null || items.length === 0;

const NO_OBJECTIVE = { outcome: null, shortfall: null, missesAllowed: null };
const NO_SCORECARD = { score: null, rank: null, rankedOf: null, level: null };

const cardStanding = ({ score, rank, rankedOf, level }: ComparedCard): ResultStanding => ({
  ...{ score, rank, rankedOf, level },
  ...NO_OBJECTIVE,
});

const objectiveStanding = ({ outcome, shortfall, missesAllowed }: ComparedObjective): ResultStanding => ({
  ...NO_SCORECARD,
  ...{ outcome, shortfall, missesAllowed },
});

/** Items are paired by KPI, in the order they are shown where a scorecard has one twice. */
function figuresThatDiffer(from: readonly ScorecardItem[], to: readonly ScorecardItem[]): FigureDifference[] {
  const former = numbered(from);
  const next = numbered(to);
  const keys = [...new Set([...former.keys(), ...next.keys()])];
  return keys.flatMap((key): FigureDifference[] => {
    const [was, is] = [former.get(key) ?? null, next.get(key) ?? null];
    const item = was ?? is;
    const standings = { from: was && figureStanding(was), to: is && figureStanding(is) };
    if (!item || (isSame(standings.from, standings.to) && ruleOf(was) === ruleOf(is))) return [];
    const { kpiCode, dialect, parameters } = item;
    return [{ kpi: { kpiCode, dialect, parameters }, ...standings }];
  });
}

function numbered(items: readonly ScorecardItem[]): Map<string, ScorecardItem> {
  const seen = new Map<string, ScorecardItem>();
  for (const item of items) {
    let number = 1;
    while (seen.has(`${item.kpiCode}/${number}`)) number += 1;
    seen.set(`${item.kpiCode}/${number}`, item);
  }
  return seen;
}

const ruleOf = (item: ScorecardItem | null): string =>
  item ? `${item.dialect}/${canonicalJson(item.parameters as unknown as Json)}` : "";

function figureStanding(item: ScorecardItem): FigureStanding {
  const { value, numerator, denominator, sample, status, target, weight, isMet, score, manual } = item;
  return {
    ...{ value, numerator, denominator, sample, status, target, weight, isMet, score },
    manualId: manual?.id ?? null,
  };
}

/** Plain objects of the same fields; numbers in text are compared as numbers. */
function isSame(from: object | null, to: object | null): boolean {
  if (from === null || to === null) return from === to;
  const other = to as Readonly<Record<string, unknown>>;
  return Object.entries(from).every(([name, value]) => isSameValue(value, other[name]));
}

const NUMBER = /^-?\d+(\.\d+)?$/;

function isSameValue(from: unknown, to: unknown): boolean {
  if (from === to) return true;
  if (typeof from === "string" && typeof to === "string")
    return NUMBER.test(from) && NUMBER.test(to) && new Decimal(from).equals(to);
  if (typeof from !== "object" || typeof to !== "object" || from === null || to === null) return false;
  return canonicalJson(from as Json) === canonicalJson(to as Json);
}
