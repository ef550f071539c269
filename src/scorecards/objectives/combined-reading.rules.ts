import { requireKpi } from "../../kpis/kpi-in-use.rules";
import { canonicalJson } from "../../shared/canonical-hash";
import { daysBetween, earlierOf, laterOf } from "../../shared/day";
import { decimalText, isZero, plus, rational, times, ZERO, type Rational } from "../../shared/rational";
import type { AppliedExclusion, ResultSegment } from "../objective-result.entity";
import type { PlannedObjective, PlannedStretch } from "../planned-item";
import { itemKey } from "../target-choice.rules";
import { combinedAims } from "./combined-aims.rules";
import { combinedFigure, sharesOf, type MeasuredStretch } from "./combined-figure.rules";
import type { ObjectiveMaterial, ObjectiveReading, StretchReading } from "./objective-material";
import { aimsOf } from "./planned-objective.rules";

/** A stretch with all that is known of it. */
interface Read {
  readonly stretch: PlannedStretch;
  readonly reading: StretchReading;
  readonly measured: MeasuredStretch;
}

/** Of an objective whose contract was amended within its days: each stretch by its own version, then put together. */
export function combinedReading(objective: PlannedObjective, material: ObjectiveMaterial): ObjectiveReading {
  const { item, stretches } = objective;
  const read = stretches.map((stretch): Read => readStretch(objective, stretch, material));
  const shares = sharesOf(read.map(({ measured }) => measured));
  const { direction } = requireKpi(item.kpi.kpiCode);
  const segments = read.map((one, at) => segmentOf(one, shares[at]!));
  const weighed = segments.map(({ aims }, at) => ({ aims, share: shares[at]! }));
  return {
    figure: combinedFigure(
      read.map(({ measured }) => measured),
      item.minSample,
    ),
    aims: combinedAims(weighed, direction),
    unadjusted: unadjustedOf(read, item.minSample),
    exclusions: exclusionsOf(read, shares),
    segments,
  };
}

function readStretch(objective: PlannedObjective, stretch: PlannedStretch, material: ObjectiveMaterial): Read {
  const reading = material.readingOf(objective, stretch);
  const { figure } = reading;
  const { version, kpi } = stretch.inForce;
  const definition = [itemKey(kpi), version.calendarId, canonicalJson(version.exclusionsAllowed as never)].join("/");
  const days = daysCounting(objective, stretch);
  const addsUp = material.addsUp(stretch.item);
  return { stretch, reading, measured: { figure, rule: stretch.rule, days, definition, addsUp } };
}

/** Days of a stretch on which the objective counts. */
function daysCounting({ item: { days } }: PlannedObjective, { from, until }: PlannedStretch): number {
  const first = laterOf(from, days.from);
  const end = days.until === null ? until : earlierOf(until, days.until);
  return Math.max(0, daysBetween(first, end));
}

const segmentOf = ({ stretch, reading }: Read, share: Rational): ResultSegment => ({
  from: stretch.from,
  until: stretch.until,
  objectiveVersion: stretch.inForce.version.version,
  share: decimalText(share),
  figure: reading.figure,
  aims: aimsOf(stretch.inForce.version, reading.adjustedTarget),
});

/** The whole without exclusions: each stretch weighs by what it would have been without. */
function unadjustedOf(read: readonly Read[], minSample: number) {
  if (read.every(({ reading }) => reading.unadjusted === null)) return null;
  const before = read.map(({ measured, reading }) => ({ ...measured, figure: reading.unadjusted ?? reading.figure }));
  return combinedFigure(before, minSample);
}

/** Each exclusion once, with what it did to the stretches by their part in the whole. */
function exclusionsOf(read: readonly Read[], shares: readonly Rational[]): AppliedExclusion[] {
  const effects = new Map<string, { exclusion: AppliedExclusion; effect: Rational | null }>();
  read.forEach(({ reading, measured }, at) => {
    const share = measured.addsUp ? rational("1") : shares[at]!;
    for (const exclusion of reading.exclusions) {
      const before = effects.get(exclusion.id)?.effect ?? ZERO;
      const own = exclusion.effect === null || isZero(share) ? null : times(share, rational(exclusion.effect));
      effects.set(exclusion.id, { exclusion, effect: own ? plus(before, own) : before });
    }
  });
  return [...effects.values()].map(({ exclusion, effect }) => ({
    ...exclusion,
    effect: effect === null || isZero(effect) ? null : decimalText(effect),
  }));
}
