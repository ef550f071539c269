import type { MeasuredFigure } from "../../kpis/figure.rules";
import { Decimal } from "../../shared/decimal";
import type { AppliedExclusion } from "../objective-result.entity";
import type { Taken } from "./taken";

/** What stays although an exclusion is in force, because it is not known when on a day it was. */
const STAYS_IN_PARTS =
  "Where it covers only a part of a day, what is known by whole days stays: work time, headcount, cost, and levels such as a backlog.";

/**
 * By how much each exclusion changed the value, taken out after those before it; `figures` begin with what was measured.
 * | values        | effects     |
 * | 0.8, 0.9, 0.9 | 0.1, 0      |
 * | 0.8, none     | null        |
 */
export function appliedExclusions(
  taken: readonly Taken[],
  figures: readonly MeasuredFigure[],
  partial: ReadonlySet<Taken>,
): AppliedExclusion[] {
  return taken.map((one, index) => ({
    ...{ id: one.id, code: one.code, kind: one.kind, reason: one.reason },
    effect: difference(figures[index]?.value ?? null, figures[index + 1]?.value ?? null),
    note: partial.has(one) ? STAYS_IN_PARTS : null,
  }));
}

function difference(before: string | null, after: string | null): string | null {
  return before === null || after === null ? null : new Decimal(after).minus(before).toString();
}
