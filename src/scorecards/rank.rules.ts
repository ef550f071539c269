import { Decimal } from "../shared/decimal";
import { groupBy } from "../shared/group-by";

export interface Rankable {
  readonly id: string;
  /** Only subjects of one group are compared. */
  readonly group: string;
  readonly score: string | null;
  /** True when a weighted item rests on fewer facts than its minimum sample: no rank (semantics R12). */
  readonly isThin: boolean;
}

export interface Rank {
  readonly rank: number;
  readonly of: number;
}

/**
 * Places by score, best first; equal scores share the place, and the next place counts them all. Whoever has no score
 * or too small a sample has no place and is not counted.
 * | scores      | places  |
 * | 90, 80, 70  | 1, 2, 3 |
 * | 90, 90, 70  | 1, 1, 3 |
 */
export function ranks(all: readonly Rankable[]): Map<string, Rank> {
  const placed = all.filter((one) => one.score !== null && !one.isThin);
  return new Map([...groupBy(placed, (one) => one.group).values()].flatMap(placesOf));
}

function placesOf(group: readonly Rankable[]): [string, Rank][] {
  const scores = group.map((one) => new Decimal(one.score!)).sort((a, b) => b.cmp(a));
  const firstPlace = new Map<string, number>();
  scores.forEach((score, index) => firstPlace.has(score.toString()) || firstPlace.set(score.toString(), index + 1));
  const placeOf = (score: string): number => firstPlace.get(new Decimal(score).toString())!;
  return group.map((one) => [one.id, { rank: placeOf(one.score!), of: group.length }]);
}
