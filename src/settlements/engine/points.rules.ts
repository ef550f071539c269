import { plus, rational, sumOf, ZERO, most, type Rational } from "../../shared/rational";
import type { ClauseCase, Setting } from "./clause-case.rules";
import { periodsWithin } from "./past.rules";

/** Points of a period that a ladder counts: of its objectives, or of all where it names none. */
export function countedPoints(
  ladder: Pick<ClauseCase, "clause">,
  all: readonly { readonly objective: string | null; readonly points: Rational }[],
): Rational {
  const { objectives } = ladder.clause;
  const counts = (objective: string | null): boolean =>
    objectives.length === 0 || (objective !== null && objectives.includes(objective));
  return sumOf(all.filter(({ objective }) => counts(objective)).map(({ points }) => points));
}

/** Points of the periods a ladder looks at: those of this period and of the ones before it; never below 0. */
export function pointsOf(ladder: ClauseCase, { past, input }: Setting, ofThisPeriod: Rational): Rational {
  const { mechanism } = ladder.clause;
  const count = mechanism.kind === "points_ladder" ? mechanism.overPeriods - 1 : 0;
  const before = periodsWithin(past, input.period, count).flatMap(({ outcomes }) =>
    outcomes.map(({ objective, points }) => ({ objective, points: rational(points) })),
  );
  return most(ZERO, plus(ofThisPeriod, countedPoints(ladder, before)));
}
