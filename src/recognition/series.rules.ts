import { findKpi } from "../kpis/catalogue/kpis";
import type { KpiDefinition, KpiInUse } from "../kpis/kpi-definition";
import { itemKey } from "../scorecards/target-choice.rules";
import { Decimal } from "../shared/decimal";
import { groupBy } from "../shared/group-by";
import type { Period } from "../shared/period";
import type { Series, SeriesPoint } from "./recognition";

/** Five evaluations a month say almost nothing (semantics §7): whatever the definitions ask, fewer are not compared. */
export const LEAST_SAMPLE = 10;

/** One measured item of a settled scorecard. */
export interface SettledItem extends KpiInUse {
  readonly scorecardId: string;
  /** A person in a role of own work, or a team. */
  readonly kind: "person" | "team";
  readonly subjectId: string;
  readonly roleCode: string | null;
  readonly period: Period;
  readonly finality: SeriesPoint["finality"];
  readonly value: string;
  readonly numerator: string;
  readonly denominator: string | null;
  readonly sample: number;
  readonly minSample: number;
  readonly target: string | null;
}

/**
 * Figures of each subject and KPI in the order of their periods; only those that rest on enough facts. What a person did
 * in several positions of a role counts together where it adds up (semantics R1), and not at all where it does not.
 */
export function seriesOf(items: readonly SettledItem[]): Series[] {
  const groups = groupBy(items, (one) => `${one.kind}/${one.subjectId}/${one.roleCode}/${itemKey(one)}`);
  return [...groups.values()].flatMap((group): Series[] => {
    const { kind, subjectId, roleCode } = group[0]!;
    const kpi = findKpi(group[0]!.kpiCode);
    if (!kpi) return [];
    const points = [...groupBy(group, ({ period }) => period.from).values()]
      .flatMap((parts) => pointOf(kpi, parts))
      .sort((a, b) => (a.period.from < b.period.from ? -1 : 1));
    return [{ subject: { kind, id: subjectId }, roleCode, kpi, kpiKey: itemKey(group[0]!), points }];
  });
}

function pointOf(kpi: KpiDefinition, parts: readonly SettledItem[]): SeriesPoint[] {
  const [first, ...others] = parts;
  const whole = others.length === 0 ? first! : together(kpi, parts);
  if (!whole || whole.sample < Math.max(LEAST_SAMPLE, ...parts.map(({ minSample }) => minSample))) return [];
  const { period, value, numerator, denominator, sample, target, finality, scorecardId } = whole;
  return [{ period, value, numerator, denominator, sample, target, finality, scorecardId }];
}

function together({ rollUp }: KpiDefinition, parts: readonly SettledItem[]): SettledItem | null {
  if (rollUp !== "ratio" && rollUp !== "additive") return null;
  const sum = (all: readonly string[]): string =>
    all.reduce((total, one) => total.plus(one), new Decimal(0)).toString();
  const numerator = sum(parts.map((one) => one.numerator));
  const denominator = parts[0]!.denominator === null ? null : sum(parts.map((one) => one.denominator ?? "0"));
  if (denominator !== null && new Decimal(denominator).isZero()) return null;
  const value = denominator === null ? numerator : new Decimal(numerator).div(denominator).toString();
  const sample = parts.reduce((total, one) => total + one.sample, 0);
  const finality = parts.some((one) => one.finality === "provisional") ? "provisional" : parts[0]!.finality;
  return { ...parts[0]!, numerator, denominator, value, sample, finality };
}
