import { shiftPeriod, type Period } from "../../shared/period";
import type { ClauseOutcome, SettledPeriod } from "./settled-period";

/** A clause and the objective (or contract) it looks at. */
export interface CaseKey {
  readonly clause: string;
  readonly objective: string | null;
}

export const isOf = (one: CaseKey, key: CaseKey): boolean =>
  one.clause === key.clause && one.objective === key.objective;

/** What came of a clause in a period; of several stretches the last. */
export const outcomeIn = ({ outcomes }: SettledPeriod, key: CaseKey): ClauseOutcome | undefined =>
  outcomes.findLast((one) => isOf(one, key));

/** Those of the `count` periods right before a period that were settled; later ones are left out. */
export function periodsWithin(past: readonly SettledPeriod[], period: Period, count: number): SettledPeriod[] {
  if (count === 0) return [];
  const before = past.filter((one) => one.period.from < period.from).slice(-count);
  if (isUnbroken(before, period)) return before;
  const earliest = shiftPeriod(period, -count).from;
  return before.filter((one) => one.period.from >= earliest);
}

/** Whether each begins where the one before it ends, up to a period: then none of them is too early. */
const isUnbroken = (before: readonly SettledPeriod[], period: Period): boolean =>
  before.every((one, index) => one.period.until === (before[index + 1]?.period ?? period).from);

/** How often a clause failed in the periods right before this one. */
export const failuresWithin = (
  past: readonly SettledPeriod[],
  period: Period,
  { count, of }: { count: number; of: CaseKey },
): number => periodsWithin(past, period, count).filter((one) => outcomeIn(one, of)?.isFailure).length;

/** Failures in a row up to the period before; periods without the clause are passed over. */
export function failuresInRowBefore(past: readonly SettledPeriod[], key: CaseKey): number {
  const last = past.findLast((one) => outcomeIn(one, key));
  return (last && outcomeIn(last, key)?.failuresInRow) ?? 0;
}
