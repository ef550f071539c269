import type { Ceiling, Floor } from "./letter.rules";

/** Where a verdict turns. `docs/crucial.md` has the same table with reasons. */
export const REPORTED_PERIODS: Floor = { pass: 0.95, warn: 0.75 };
export const PERIODS_WITH_DATA: Floor = { pass: 0.95, warn: 0.75 };
export const REJECTED_ROWS: Ceiling = { pass: 0.01, warn: 0.05 };
/** Late facts are warned of, and never fail a KPI by themselves: history that was loaded once is late, but not wrong. */
export const LATE_FACTS: Ceiling = { pass: 0.05, warn: 1 };
export const MANUAL_VALUES: Ceiling = { pass: 0.05, warn: 0.25 };
export const PERIODS_WITH_SAMPLE: Floor = { pass: 0.9, warn: 0.5 };
/** Width of the 95 % interval of a share, upper bound minus lower. */
export const INTERVAL_WIDTH: Ceiling = { pass: 0.1, warn: 0.3 };
