import type { KpiDefinition } from "../kpis/kpi-definition";
import { Decimal } from "../shared/decimal";
import { DomainError } from "../shared/errors";

type Measured = Pick<KpiDefinition, "code" | "unit" | "direction">;

export class InvalidTarget extends DomainError {
  readonly code = "INVALID_TARGET";
}

/**
 * A target as written, in the KPI's unit, as an exact decimal.
 * | KPI's unit | written | exact   |
 * | share      | 80 %    | 0.8     |
 * | share      | 0.8     | 0.8     |
 * | share      | 80      | refused |
 * | seconds    | 240     | 240     |
 * | seconds    | 80 %    | refused |
 */
export function exactTarget(written: string, kpi: Measured, path: readonly string[]): string {
  const match = /^(-?\d+(?:\.\d+)?)\s*(%?)$/.exec(written.trim());
  if (!match) throw refused(written, kpi, path);
  const isPercent = match[2] === "%";
  const value = isPercent ? new Decimal(match[1]!).div(100) : new Decimal(match[1]!);
  const isShare = kpi.unit === "share";
  if (value.isNegative() || (isShare ? value.gt(1) : isPercent)) throw refused(written, kpi, path);
  return value.toString();
}

/** A target as a person writes it: shares in per cent. */
export const writtenTarget = (exact: string, kpi: Measured): string =>
  kpi.unit === "share" ? `${new Decimal(exact).times(100).toString()} %` : new Decimal(exact).toString();

/** A minimum asks for less than its target; refuses one that asks for more. */
export function refuseHigherMinimum(
  { target, minimum }: { target: string; minimum: string | null },
  kpi: Measured,
  path: readonly string[],
): void {
  if (minimum === null || kpi.direction === "range") return;
  const isEasier = kpi.direction === "maximise" ? new Decimal(minimum).lte(target) : new Decimal(minimum).gte(target);
  if (isEasier) return;
  throw new InvalidTarget(`The minimum ${minimum} asks for more than the target ${target}.`, {
    path,
    remedy: `${kpi.code} is to be ${kpi.direction}d: the minimum must be ${kpi.direction === "maximise" ? "at most" : "at least"} the target.`,
  });
}

const refused = (written: string, kpi: Measured, path: readonly string[]): InvalidTarget =>
  new InvalidTarget(`"${written}" is not a target for ${kpi.code}.`, { path, remedy: REMEDIES[kpi.unit] });

const REMEDIES: Readonly<Record<KpiDefinition["unit"], string>> = {
  share: "It is a share: write 80 % or 0.8.",
  seconds: "It is a time: write seconds, such as 240.",
  count: "It is a count: write a number such as 100.",
};
