import { shiftPeriod, type Period, type PeriodKind } from "../shared/period";

/** The kind of period that is judged together with so many before it. */
export interface RollingWindow {
  readonly kind: PeriodKind;
  readonly before: number;
}

/** How the figure of a plan reaches back; null: each period is judged alone. */
interface Reaching {
  readonly rolling: RollingWindow | null;
}

/**
 * The days that a figure of a period is made of: the period's own, and those before that count together with them.
 * | judged together   | period  | days from               |
 * | month, 2 before   | 2026-08 | 2026-06-01 to August's  |
 * | month, 2 before   | 2026-Q3 | the quarter's own       |
 * | each alone        | 2026-08 | the month's own         |
 */
export function windowOf({ rolling }: Reaching, { kind, from, until }: Period): Period {
  if (rolling?.kind !== kind) return { kind, from, until };
  return { kind, from: shiftPeriod({ kind, from, until }, -rolling.before).from, until };
}
