import type { SettlementBook } from "../settlement-book.queries";
import { SimulationTooLarge } from "./simulator.errors";

/** A clause that looks at an objective in a period is a case; so many are settled in about a second. */
const USUAL_CASES = 24_000;
/** So many take long enough. */
const MOST_CASES = 60_000;
const [LEAST_DRAWS, USUAL_DRAWS] = [50, 200];

/** How many cases one draw of a book has to settle. */
export function casesOf({ periods, terms }: SettlementBook): number {
  const clauses = terms.at(-1)?.terms.clauses ?? [];
  return periods.length * clauses.reduce((sum, { objectives }) => sum + Math.max(1, objectives.length), 0);
}

/**
 * How often a book is drawn: as asked, or as often as takes about a second.
 * | cases | asked | draws   |
 * |    12 |       | 200     |
 * |   240 |       | 100     |
 * |   480 |       | 50      |
 * |   480 |   100 | 100     |
 * |   480 |   200 | refused |
 */
export function drawsWithin(cases: number, asked: number | null): number {
  if (asked !== null && asked * cases > MOST_CASES) throw new SimulationTooLarge(asked, Math.floor(MOST_CASES / cases));
  return asked ?? Math.min(USUAL_DRAWS, Math.max(LEAST_DRAWS, Math.floor(USUAL_CASES / Math.max(1, cases))));
}
