import { Decimal } from "../../shared/decimal";
import { InvalidClause } from "./clause.errors";
import type { PromisedObjective } from "./promised-objective";
import type { Path } from "./read-amount.rules";

type Kpi = PromisedObjective["kpi"];

/** The ends of a band as written, in exact numbers. */
export interface BandEnds {
  readonly from: string | null;
  readonly until: string | null;
  readonly to: string | null;
  /** Where the band was written. */
  readonly path: Path;
}

/** A value with its KPI's sign: the greater the better. */
export const goodness = (value: string, { direction }: Kpi): Decimal =>
  direction === "minimise" ? new Decimal(value).negated() : new Decimal(value);

export const shownBound = (exact: string, { unit }: Kpi): string =>
  unit === "share" || unit === "percent" ? `${new Decimal(exact).times(100).toString()} %` : exact;

/**
 * A band that ends twice, or before it begins.
 * | maximise                   |         | minimise            |         |
 * | from 98 %, to 98.9 %       | fine    | from 10 %, to 5 %   | fine    |
 * | from 99 %, to 98 %         | refused | from 5 %, to 10 %   | refused |
 * | from 98 %, until 98 %      | refused | from 5 %, until 5 % | refused |
 */
export function refuseEnds({ from, until, to, path }: BandEnds, kpi: Kpi): void {
  if (until !== null && to !== null)
    throw new InvalidClause("The band ends twice.", {
      path: [...path, "to"],
      remedy: "Write until, where the better band begins, or to, the best value still of the band.",
    });
  const end = until ?? to;
  if (from === null || end === null) return;
  const length = goodness(end, kpi).comparedTo(goodness(from, kpi));
  if (length > 0 || (length === 0 && until === null)) return;
  const [first, last] = [shownBound(from, kpi), shownBound(end, kpi)];
  throw new InvalidClause(
    length === 0
      ? `No value lies between ${first} and ${last}.`
      : `The band goes from ${first} to ${last}, which is worse.`,
    { path: [...path, until === null ? "to" : "until"], remedy: remedyOf(length, { first, last }, kpi) },
  );
}

function remedyOf(length: number, { first, last }: { first: string; last: string }, { code, direction }: Kpi): string {
  if (length === 0) return "Leave the band out, or give it room.";
  return `${code} is to be ${direction}d, and a band goes from its worst value to its best: write from: ${last} and change the end to ${first}.`;
}
