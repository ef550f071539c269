import { Decimal } from "../../shared/decimal";
import type { SchemeKpi } from "./scheme-kpi.rules";
import { SchemeFalls } from "./scheme.errors";

/** Points met one after the other on the way to higher values. */
export interface Step {
  readonly score: string;
  readonly path: readonly string[];
}

/**
 * A better value must never lower the score. Where the best lies in between, scores may rise and then fall, once.
 * | direction | scores        |         |
 * | maximise  | 0, 50, 50, 80 | fine    |
 * | maximise  | 0, 80, 50     | refused |
 * | minimise  | 100, 40, 0    | fine    |
 * | range     | 0, 100, 0     | fine    |
 * | range     | 100, 0, 100   | refused |
 */
export function refuseFalling(rising: readonly Step[], { code, direction }: SchemeKpi): void {
  let hasFallen = false;
  for (const [index, step] of rising.entries()) {
    const before = rising[index - 1];
    if (!before) continue;
    const rise = new Decimal(step.score).comparedTo(before.score);
    const isWrong = { maximise: rise < 0, minimise: rise > 0, range: hasFallen && rise > 0 }[direction];
    if (isWrong) throw falls(before, step, { code, direction });
    hasFallen ||= rise < 0;
  }
}

function falls(before: Step, step: Step, { code, direction }: Pick<SchemeKpi, "code" | "direction">): SchemeFalls {
  const [higher, lower] = direction === "minimise" ? [step, before] : [before, step];
  const remedy = {
    maximise: `${code} is to be maximised: higher values must not score less.`,
    minimise: `${code} is to be minimised: lower values must not score less.`,
    range: `The best of ${code} lies in between: scores may rise and then fall, but not rise again.`,
  }[direction];
  return new SchemeFalls(higher.score, lower.score, { path: step.path, remedy });
}
