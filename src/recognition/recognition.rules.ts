import { shareInterval, type Interval } from "../kpis/interval.rules";
import type { KpiDefinition } from "../kpis/kpi-definition";
import { Decimal } from "../shared/decimal";
import { groupBy } from "../shared/group-by";
import type { Period } from "../shared/period";
import type { Candidate, EvidencePoint, Recognition, RecognitionKind, Series, SeriesPoint } from "./recognition";

/** A best among fewer comes too easily. */
export const LEAST_EARLIER = 6;
/** Improvements in a row; their values are one more. */
export const LEAST_IMPROVEMENTS = 4;
/** Periods in a row in which a team reaches its target with confidence. */
export const LEAST_STRONG = 3;
/** Recognitions of an inference are held to this, over all that were looked at for the same KPI and role. */
const SIGNIFICANCE = new Decimal("0.05");
/** Beyond one side of a 95 % interval. */
const ONE_SIDE = new Decimal("0.025");

/**
 * Everything to be recognised in a period. What follows from chance as well is told with its chance; what claims more
 * than chance is held against everybody looked at (Holm 1979), so that in a KPI and role at most one period in twenty
 * brings any that is nothing.
 */
export function recognitionsIn(period: Period, all: readonly Series[]): Recognition[] {
  const current = all.filter(({ points }) => isSame(points.at(-1)?.period, period));
  return RULES.flatMap(({ kind, looksAt, find, isInference }) => {
    const families = groupBy(current.filter(looksAt), (one) => `${one.kpiKey}/${one.roleCode ?? one.subject.kind}`);
    return [...families.values()].flatMap((family) => {
      const candidates = family.flatMap((series) => {
        const found = find(series);
        return found ? [{ kind, series, ...found }] : [];
      });
      const kept = isInference ? holm(candidates, family.length) : candidates;
      return kept.map((one) => recognition(one, family.length));
    });
  });
}

interface Rule {
  readonly kind: RecognitionKind;
  /** Whether a series could be recognised by it at all. */
  readonly looksAt: (series: Series) => boolean;
  readonly find: (series: Series) => Pick<Candidate, "points" | "chance"> | null;
  /** Whether it claims more than what happened. */
  readonly isInference: boolean;
}

const RULES: readonly Rule[] = [
  {
    kind: "personal_best",
    looksAt: ({ subject, kpi, points }) =>
      subject.kind === "person" && kpi.direction !== "range" && points.length > LEAST_EARLIER,
    find: personalBest,
    isInference: false,
  },
  {
    kind: "sustained_improvement",
    looksAt: ({ kpi, points }) => kpi.direction !== "range" && unbroken(points).length > LEAST_IMPROVEMENTS,
    find: sustainedImprovement,
    isInference: true,
  },
  {
    kind: "consistently_strong_team",
    looksAt: ({ subject, kpi, points }) =>
      subject.kind === "team" &&
      kpi.unit === "share" &&
      kpi.direction !== "range" &&
      unbroken(points).filter(({ target }) => target !== null).length >= LEAST_STRONG,
    find: consistentlyStrong,
    isInference: true,
  },
];

/**
 * The best value so far, unrounded; a tie is none. When nothing changes, the last of n values is the best with chance 1/n.
 * | earlier                | now | KPI is to | best |
 * | 80, 85, 82, 81, 84, 83 |  86 | grow      | yes  |
 * | 80, 85, 82, 81, 84, 83 |  85 | grow      | no   |
 * | 80, 85, 82, 81, 84     |  86 | grow      | no: five earlier ones are too few |
 */
export function personalBest({ kpi, points }: Series): Pick<Candidate, "points" | "chance"> | null {
  const [now, earlier] = [points.at(-1)!, points.slice(0, -1)];
  if (!earlier.every((one) => isBetter(kpi.direction, now, one))) return null;
  return { points, chance: new Decimal(1).div(points.length) };
}

/**
 * Values of periods in a row, each better than the one before. Of r values that come in any order, r! orders are equally
 * likely and one rises throughout: the chance is 1/r! (ties make it less).
 * | values                 | improvements | chance |
 * | 70, 71, 73, 74, 80     |            4 |  1/120 |
 * | 70, 71, 71, 74, 80, 81 |            3 | too few |
 */
export function sustainedImprovement({ kpi, points }: Series): Pick<Candidate, "points" | "chance"> | null {
  const row = unbroken(points);
  const broken = row.findLastIndex((one, index) => index > 0 && !isBetter(kpi.direction, one, row[index - 1]!));
  const run = row.slice(Math.max(broken, 0));
  if (run.length <= LEAST_IMPROVEMENTS) return null;
  return { points: run, chance: new Decimal(1).div(factorial(run.length)) };
}

/**
 * Shares of periods in a row whose 95 % Wilson interval lies on the good side of the target (semantics §7: met with
 * confidence). A team that just reaches its target does so by chance in 2.5 % of the periods.
 */
export function consistentlyStrong({ kpi, points }: Series): Pick<Candidate, "points" | "chance"> | null {
  const row = unbroken(points);
  const weak = row.findLastIndex((one) => !isMetWithConfidence(kpi, one));
  const run = row.slice(weak + 1);
  return run.length < LEAST_STRONG ? null : { points: run, chance: ONE_SIDE.pow(run.length) };
}

function isMetWithConfidence(kpi: KpiDefinition, point: SeriesPoint): boolean {
  const interval = intervalOf(kpi, point);
  if (!interval || point.target === null) return false;
  return kpi.direction === "maximise"
    ? new Decimal(interval.lower).gte(point.target)
    : new Decimal(interval.upper).lte(point.target);
}

/**
 * Those that remain when all that were looked at are allowed for: of m, the i-th least likely (from 0) must be so with
 * at most 5 % ÷ (m − i), and all before it as well.
 */
function holm(candidates: readonly Candidate[], compared: number): Candidate[] {
  const inOrder = [...candidates].sort((a, b) => a.chance.cmp(b.chance));
  const first = inOrder.findIndex(({ chance }, index) => chance.times(compared - index).gt(SIGNIFICANCE));
  return first === -1 ? inOrder : inOrder.slice(0, first);
}

const recognition = ({ points, ...one }: Candidate, compared: number): Recognition => ({
  ...one,
  evidence: points.map((point): EvidencePoint => ({ ...point, interval: intervalOf(one.series.kpi, point) })),
  compared,
  expectedByChance: one.chance.times(compared),
});

/** The points of the last periods without one missing in between. */
export function unbroken(points: readonly SeriesPoint[]): readonly SeriesPoint[] {
  const gap = points.findLastIndex(({ period }, index) => index > 0 && points[index - 1]!.period.until !== period.from);
  return points.slice(Math.max(gap, 0));
}

function intervalOf({ unit }: KpiDefinition, { value, numerator, denominator, sample }: SeriesPoint): Interval | null {
  return unit === "share" && denominator !== null ? shareInterval({ value, numerator, denominator, sample }) : null;
}

function isBetter(direction: KpiDefinition["direction"], one: SeriesPoint, than: SeriesPoint): boolean {
  const order = compared(one, than);
  return direction === "maximise" ? order > 0 : order < 0;
}

/** Multiplied out, so that nothing is rounded before it is compared (semantics R3). */
function compared(a: SeriesPoint, b: SeriesPoint): number {
  if (a.denominator === null || b.denominator === null) return new Exact(a.value).cmp(b.value);
  const [left, right] = [new Exact(a.numerator).times(b.denominator), new Exact(b.numerator).times(a.denominator)];
  const sign = new Exact(a.denominator).times(b.denominator).isNegative() ? -1 : 1;
  return left.cmp(right) * sign;
}
const Exact = Decimal.clone({ precision: 100 });

const isSame = (a: Period | undefined, b: Period): boolean => a?.kind === b.kind && a.from === b.from;

const factorial = (n: number): Decimal => (n <= 1 ? new Decimal(1) : factorial(n - 1).times(n));
