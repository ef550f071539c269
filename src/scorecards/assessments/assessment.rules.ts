import type { ObjectiveVersion } from "../../objectives/objective-version.entity";
import type { QualitativeQuestion } from "../../objectives/objective-terms";
import { contains } from "../../shared/date-range";
import { addDays, type Day } from "../../shared/day";
import type { DomainError } from "../../shared/errors";
import { PERIOD_KINDS, periodContaining, previousPeriod, shiftPeriod, type Period } from "../../shared/period";
import { EvidenceMissing, NotYourAssessment, PointsOffScale, WrongCadence } from "./assessment.errors";
import type { Assessment, Side } from "./assessment.entity";

const SIDES = ["ours", "clients"] as const satisfies readonly Side[];

/** An answer, before it is known to be one. */
export interface WrittenAssessment {
  readonly points: number;
  readonly evidence: string | null;
  readonly side: Side;
  readonly period: Period;
}

/** Whether somebody on that side answers the question. */
export const answers = ({ assessors }: QualitativeQuestion, side: Side): boolean =>
  assessors === "both" || assessors === side;

/** Everything that is wrong with an answer. */
export function refusalsOfAssessment(written: WrittenAssessment, question: QualitativeQuestion): DomainError[] {
  const { points, evidence, side, period } = written;
  const { scale, assessors, cadence, evidenceRequired } = question;
  return [
    ...(answers(question, side) ? [] : [new NotYourAssessment(assessors)]),
    ...(period.kind === cadence ? [] : [new WrongCadence(period.kind, cadence)]),
    ...(points >= scale.from && points <= scale.to ? [] : [new PointsOffScale(points, scale)]),
    ...(evidenceRequired && evidence === null ? [new EvidenceMissing()] : []),
  ];
}

type Terms = Pick<ObjectiveVersion, "validFrom" | "validUntil" | "question" | "rolling">;

/** What applies to an assessed period: the terms in force on its last day, else on the last day on which any are. */
export function termsOf<T extends Terms>(versions: readonly T[], period: Period): T | null {
  const last = addDays(period.until, -1);
  const within = versions.filter(
    ({ validFrom, validUntil }) => validFrom <= last && (validUntil ?? period.until) > period.from,
  );
  const inForce = within.find(({ validFrom: from, validUntil: until }) => contains({ from, until }, last));
  return inForce ?? within.toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0] ?? null;
}

/** Every period whose results change with an assessment: those it lies in, and later ones judged together with them. */
export const periodsTouched = ({ from, until }: Pick<Period, "from" | "until">, rolling: number): Period[] =>
  PERIOD_KINDS.map((kind) => periodContaining(kind, from))
    .filter((one) => one.until >= until)
    .flatMap((one) => Array.from({ length: rolling }, (_, later) => shiftPeriod(one, later)));

/** A period that is over and was not assessed by everybody who is to. */
export interface DueAssessment {
  readonly period: Period;
  readonly sides: readonly Side[];
}

/**
 * Assessments that are due among the last so many periods that are over, the latest first.
 * | cadence | assessors | answered        | due                     |
 * | month   | both      | May by ours     | May: clients            |
 * | month   | clients   | nothing in June | June: clients           |
 */
export function dueAssessments(
  versions: readonly Terms[],
  given: readonly Assessment[],
  { today, last }: { readonly today: Day; readonly last: number },
): DueAssessment[] {
  const cadence = termsOf(versions, periodContaining("day", today))?.question?.cadence ?? cadenceOfLast(versions);
  if (!cadence) return [];
  const periods: Period[] = [];
  for (let one = previousPeriod(periodContaining(cadence, today)); periods.length < last; one = previousPeriod(one))
    periods.push(one);
  return periods.flatMap((period): DueAssessment[] => {
    const question = termsOf(versions, period)?.question;
    if (question?.cadence !== cadence) return [];
    const isGiven = (side: Side): boolean =>
      given.some((one) => one.side === side && one.periodKind === cadence && one.periodFrom === period.from);
    const sides = SIDES.filter((side) => answers(question, side) && !isGiven(side));
    return sides.length > 0 ? [{ period, sides }] : [];
  });
}

const cadenceOfLast = (versions: readonly Terms[]) =>
  versions.toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0]?.question?.cadence;
