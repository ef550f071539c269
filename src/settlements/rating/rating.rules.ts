import type { Day } from "../../shared/day";
import { compare, minus, over, plus, rational, sumOf, ZERO, type Rational } from "../../shared/rational";
import type { SettledPeriod } from "../engine/settled-period";
import type { ResultBehind } from "../settlement.entity";
import { gradeOf, type Grade } from "./grade.rules";

/** What a period tells about performance. */
export interface RatedPeriod {
  readonly from: Day;
  readonly results: readonly Pick<ResultBehind, "code" | "outcome">[];
  readonly settled: Pick<SettledPeriod, "readings" | "outcomes" | "counters">;
  /** Minor units; credits of every version of the period's settlement together. */
  readonly fee: string;
  readonly credits: string;
  /** Defaults and grounds for termination that arose in it. */
  readonly notices: number;
}

export const TRENDS = ["improving", "steady", "worsening"] as const;
export type Trend = (typeof TRENDS)[number];

/** Performance over some periods; shares are exact, null where nothing was judged. */
export interface Performance {
  readonly judged: number;
  readonly misses: number;
  readonly belowMinimum: number;
  /** Weights of objectives met ÷ weights of all that were judged. */
  readonly met: Rational | null;
  /** The same of those that reached their minimum. */
  readonly atMinimum: Rational | null;
  /** Share met in the later half of the periods less that in the earlier half. */
  readonly change: Rational | null;
  readonly trend: Trend | null;
  readonly points: Rational;
}

export interface Rating extends Performance {
  /** How many periods were asked for, and how many there are. */
  readonly over: number;
  readonly periods: number;
  readonly credits: string;
  readonly fees: string;
  /** Credits ÷ fees; null where there are no fees. */
  readonly creditShare: Rational | null;
  readonly notices: number;
  readonly grade: Grade | null;
  readonly objectives: readonly (Performance & { readonly code: string })[];
}

/** The last `length` of some periods, oldest first, rated. */
export function ratingOver(all: readonly RatedPeriod[], length: number): Rating {
  const periods = all.slice(-length);
  const total = performanceOf(periods, () => true);
  const codes = [...new Set(periods.flatMap(({ results }) => results.map(({ code }) => code)))].sort();
  const [credits, fees] = [sum(periods.map((one) => one.credits)), sum(periods.map((one) => one.fee))];
  const notices = periods.reduce((count, one) => count + one.notices, 0);
  return {
    ...{ ...total, over: length, periods: periods.length, notices },
    ...{ credits: String(credits.top), fees: String(fees.top) },
    creditShare: fees.top === 0n ? null : over(credits, fees),
    grade: gradeOf({ ...total, notices }),
    objectives: codes.map((code) => ({ code, ...performanceOf(periods, (one) => one === code) })),
  };
}

const sum = (amounts: readonly string[]): Rational => sumOf(amounts.map((one) => rational(one)));

type Wanted = (code: string | null) => boolean;

/** What becomes of a result: its weight, and what it reached. */
interface Judged {
  readonly weight: Rational;
  readonly outcome: "met" | "missed" | "below_minimum";
}

function performanceOf(periods: readonly RatedPeriod[], wanted: Wanted): Performance {
  const judged = periods.flatMap((one) => judgedIn(one, wanted));
  const middle = Math.floor(periods.length / 2);
  const half = (part: readonly RatedPeriod[]) =>
    share(
      part.flatMap((one) => judgedIn(one, wanted)),
      isMet,
    );
  const [early, late] = [half(periods.slice(0, middle)), half(periods.slice(periods.length - middle))];
  const change = early && late && middle > 0 ? minus(late, early) : null;
  return {
    ...{ judged: judged.length, misses: judged.filter((one) => !isMet(one)).length },
    ...{ belowMinimum: judged.filter((one) => !isAtMinimum(one)).length, met: share(judged, isMet) },
    ...{
      atMinimum: share(judged, isAtMinimum),
      change,
      trend: change && trendOf(change),
      points: pointsOf(periods, wanted),
    },
  };
}

const isMet = ({ outcome }: Judged): boolean => outcome === "met";
const isAtMinimum = ({ outcome }: Judged): boolean => outcome !== "below_minimum";

function judgedIn({ results, settled }: RatedPeriod, wanted: Wanted): Judged[] {
  const weights = new Map(settled.readings.map(({ code, aims }) => [code, rational(aims.weight)]));
  return results.flatMap(({ code, outcome }): Judged[] => {
    if (!wanted(code) || outcome === "undetermined" || outcome === "not_measured") return [];
    return [{ weight: weights.get(code) ?? rational("1"), outcome }];
  });
}

function share(judged: readonly Judged[], counts: (one: Judged) => boolean): Rational | null {
  const whole = sumOf(judged.map(({ weight }) => weight));
  return whole.top === 0n ? null : over(sumOf(judged.filter(counts).map(({ weight }) => weight)), whole);
}

const pointsOf = (periods: readonly RatedPeriod[], wanted: Wanted): Rational =>
  periods
    .flatMap(({ settled }) => settled.outcomes)
    .filter(({ objective }) => wanted(objective))
    .reduce((total, { points }) => plus(total, rational(points)), ZERO);

/** Five points of a hundred are what may be chance. */
const STEADY_WITHIN = rational("0.05");

/**
 * | change   | trend     |
 * |  +5.1 pp | improving |
 * |  ±5.0 pp | steady    |
 * |  −5.1 pp | worsening |
 */
function trendOf(change: Rational): Trend {
  if (compare(change, STEADY_WITHIN) > 0) return "improving";
  return compare(change, minus(ZERO, STEADY_WITHIN)) < 0 ? "worsening" : "steady";
}
