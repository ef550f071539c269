import { evaluate, type MeasuredFigure } from "../../kpis/figure.rules";
import type { Ratio } from "../../kpis/target.rules";
import type { Aims } from "../../objectives/objective-terms";
import { Decimal } from "../../shared/decimal";
import { boundOf, type Bound } from "./comparison-bound.rules";
import { expectedVolume, type ExpectedVolume } from "./expected-volume.rules";
import { needed, type Needed } from "./needed.rules";
import { projection, type Projection } from "./projection.rules";
import type { RestOfObjective } from "./rest-of-period";
import { rateOf, seenDays, volumeOf } from "./seen-days.rules";

/** How an objective stands in the open period. */
export interface StandingObjective {
  readonly aims: Aims;
  /** Adjusted for exclusions. */
  readonly figure: MeasuredFigure;
  /** Null: nothing was excluded. */
  readonly unadjusted: MeasuredFigure | null;
  /** Of single times or events: they say nothing of the days to come. */
  readonly hasExclusions: boolean;
}

/** What is to come of an objective. */
export interface Prospects {
  readonly expected: ExpectedVolume;
  readonly needed: Needed | null;
  readonly neededForMinimum: Needed | null;
  readonly projection: Projection | null;
  readonly chanceOfTarget: string | null;
  readonly chanceOfMinimum: string | null;
  /** The figure at the end of the period: as projected, at the better and at the worse end of the 90 % interval. */
  readonly ends: Ends | null;
}

export interface Ends {
  readonly projected: MeasuredFigure;
  readonly better: MeasuredFigure;
  readonly worse: MeasuredFigure;
  /** With the target just reached; null: nothing is needed, or it cannot be. */
  readonly saved: MeasuredFigure | null;
}

/** Null where nothing tells of the rest: no volumes yet, or a value that somebody entered without sums. */
export function prospects(standing: StandingObjective, rest: RestOfObjective): Prospects | null {
  const { figure, aims } = standing;
  const { kpi, hasDenominator } = rest;
  const expected = expectedOf(standing, rest);
  const soFar = sumsOf(figure);
  if (expected === null || (soFar !== null && (soFar.denominator !== null) !== hasDenominator)) return null;
  const countsEvents = kpi.unit === "share" && (soFar === null || figure.denominator === String(figure.sample));
  const restOf = restFrom(soFar, { expected: expected.volume, hasDenominator, countsEvents });
  const [target, minimum] = [aims.target, aims.minimum].map((aim) => aim && boundOf(aim, kpi, aims.rounding));
  const bounds = [target, minimum].filter((one): one is Bound => typeof one === "object" && one !== null);
  const rate = soFar && isSomething(soFar) ? soFar : rateOf(rest.seen, hasDenominator);
  const projected =
    rate &&
    projection(
      {
        soFar: soFar ?? { numerator: "0", denominator: hasDenominator ? "0" : null },
        ...{ expected: expected.volume, rate, countsEvents, daysLeft: rest.days.length },
        seen: seenDays(rest.seen, hasDenominator),
      },
      bounds,
      kpi,
    );
  const neededNow = needed(restOf, bounds[0]!, kpi);
  return {
    expected,
    needed: neededNow,
    neededForMinimum: bounds[1] ? needed(restOf, bounds[1], kpi) : null,
    projection: projected,
    chanceOfTarget: projected?.chances[0] ?? null,
    chanceOfMinimum: projected?.chances[1] ?? null,
    ends: projected && endsOf(projected, rest, { countsEvents, figure, bound: bounds[0]!, needed: neededNow }),
  };
}

/** Where a calendar counts but a part of what comes, as large a part of what is to come is expected to count. */
function expectedOf(
  { figure, unadjusted, hasExclusions }: StandingObjective,
  rest: RestOfObjective,
): ExpectedVolume | null {
  const { hasDenominator, seen, soFarToday, today, days, forecast, offered } = rest;
  const found = expectedVolume({
    ...{ today, rest: days, forecast, offered, soFarToday: volumeOf(soFarToday, hasDenominator).volume },
    seen: seen.map((one) => volumeOf(one, hasDenominator)),
  });
  const [counted, all] = [figure.denominator, unadjusted?.denominator ?? null];
  if (hasExclusions || found === null || counted === null || all === null || new Decimal(all).lte(0)) return found;
  const volume = new Decimal(found.volume).times(counted).div(all).toDecimalPlaces(0, Decimal.ROUND_HALF_UP);
  return { ...found, volume: volume.toString() };
}

const sumsOf = ({ numerator, denominator, value }: MeasuredFigure): Ratio | null =>
  numerator !== null ? { numerator, denominator } : value === null ? null : { numerator: value, denominator: null };

const isSomething = ({ numerator, denominator }: Ratio): boolean => Number(denominator ?? numerator) > 0;

interface RestKnown {
  readonly expected: string;
  readonly hasDenominator: boolean;
  readonly countsEvents: boolean;
}

const restFrom = (soFar: Ratio | null, { expected, hasDenominator, countsEvents }: RestKnown) => ({
  soFar: soFar ?? (hasDenominator ? null : { numerator: "0", denominator: null }),
  expected: hasDenominator ? expected : null,
  countsEvents,
});

interface EndsKnown {
  readonly countsEvents: boolean;
  readonly figure: MeasuredFigure;
  readonly bound: Bound;
  readonly needed: Needed | null;
}

function endsOf(projected: Projection, { kpi, minSample, hasDenominator }: RestOfObjective, known: EndsKnown): Ends {
  const figureAt = (end: Ratio): MeasuredFigure =>
    evaluate({ ...end, hasDenominator, isComplete: true, sample: sampleAt(end, known), isSupported: true }, minSample);
  const [lower, upper] = [projected.atLower, projected.atUpper].map(figureAt);
  const isHigh = kpi.direction === "maximise";
  return {
    projected: figureAt(projected.atValue),
    better: isHigh ? upper! : lower!,
    worse: isHigh ? lower! : upper!,
    saved: known.needed?.reach === "open" ? figureAt(savedEnd(projected.atValue, known)) : null,
  };
}

/** More facts will come, in proportion to what is divided by. */
function sampleAt(end: Ratio, { countsEvents, figure }: EndsKnown): string {
  if (countsEvents) return end.denominator ?? end.numerator;
  const [before, after] = [
    Number(figure.denominator ?? figure.numerator ?? 0),
    Number(end.denominator ?? end.numerator),
  ];
  return before > 0 ? new Decimal(figure.sample).times(after).div(before).trunc().toString() : (end.denominator ?? "0");
}

/** The end of the period with what is needed reached, and no more. */
function savedEnd({ denominator }: Ratio, { bound }: EndsKnown): Ratio {
  const exact = new Decimal(bound.value).times(denominator ?? 1);
  const reached = bound.isStrict ? exact.minus(LEAST) : exact;
  return { numerator: reached.toString(), denominator };
}

/** Below a bound that itself is too much. */
const LEAST = "0.000000001";
