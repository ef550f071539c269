import { Decimal } from "../shared/decimal";
import { forecastFigures } from "./plain-forecasts";
import { headcountFigures } from "./plain-headcounts";
import { localDay } from "./plain-measures";
import {
  N,
  offeredIn,
  onDays,
  total,
  type PlainSpan,
  type PlainWork,
  type PlainWorkforce,
  type Sides,
} from "./plain-workforce.facts";

/**
 * Figures of working time, forecasts, volumes and headcount in plain code, straight from the facts as they were sent: no
 * sums, no days recomputed. For the double-entry test; slow on purpose. `KPI/DIALECT` → numerator and denominator.
 */
export function plainFigures(facts: PlainWorkforce, span: PlainSpan): Map<string, Sides> {
  return new Map([...workFigures(facts, span), ...forecastFigures(facts, span), ...headcountFigures(facts, span)]);
}

function workFigures({ work, calls, volumes }: PlainWorkforce, span: PlainSpan): [string, Sides][] {
  const isIn = onDays(span);
  const all = work.filter((one) => isIn(localDay(one.start, one.zone)));
  const answered = calls.filter((one) => one.isAnswered && isIn(localDay(one.offeredAt, one.zone)));
  const counted = volumes.filter((one) => isIn(localDay(one.start, one.zone)));
  const sum = (of: (one: PlainWork) => number | null, some = all): Decimal => N(total(some, (one) => of(one) ?? 0));
  const with2 = (a: keyof PlainWork, b: keyof PlainWork) => all.filter((one) => one[a] !== null && one[b] !== null);
  const [occupied, adhering, attending] = [
    with2("handling", "available"),
    with2("adherent", "scheduled"),
    with2("attended", "scheduled"),
  ];
  const shrinking = all.filter((one) => one.paid !== null && one.aux !== null);
  const talk = N(total(answered, (one) => one.talk));
  return [
    ["UTILISATION/EACH_SECOND_ONCE", [sum((one) => one.handling), sum((one) => one.paid)]],
    ["UTILISATION/PER_CONTACT", [sum((one) => one.contacts), sum((one) => one.paid)]],
    ["UTILISATION/FROM_CONTACTS", [talk, sum((one) => one.paid)]],
    [
      "UTILISATION/WITH_AVAILABLE",
      [sum((one) => one.handling).plus(sum((one) => one.available)), sum((one) => one.paid)],
    ],
    [
      "OCCUPANCY/HANDLING",
      [sum((one) => one.handling, occupied), sum((one) => one.handling! + one.available!, occupied)],
    ],
    ["SHRINKAGE/PAID", [sum(unavailable, shrinking), sum((one) => one.paid, shrinking)]],
    ["THROUGHPUT/CONTACTS", [N(3_600 * answered.length), sum(productive)]],
    // nobody sends cases here
    ["THROUGHPUT/CASES", [N(0), sum(productive)]],
    ["THROUGHPUT/VOLUMES", [N(3_600 * total(counted, (one) => one.handled ?? 0)), sum(productive)]],
    ["ADHERENCE/SCHEDULED", [sum((one) => one.adherent, adhering), sum((one) => one.scheduled, adhering)]],
    ["CONFORMANCE/LOGGED", [sum((one) => one.logged), sum((one) => one.scheduled)]],
    ["CONFORMANCE/PRODUCTIVE", [sum(productive), sum((one) => one.scheduled)]],
    ["ATTENDANCE/SCHEDULED", [sum((one) => one.attended, attending), sum((one) => one.scheduled, attending)]],
    ["VOLUME_OFFERED/CONTACTS", [N(calls.filter((one) => isIn(localDay(one.offeredAt, one.zone))).length), null]],
    ["VOLUME_OFFERED/VOLUMES", [N(total(counted, offeredIn)), null]],
  ];
}

const unavailable = ({ aux }: PlainWork): number =>
  total(
    (aux ?? []).filter((one) => one.paid),
    (one) => one.seconds,
  );
const productive = ({ aux, available, handling }: PlainWork): number =>
  available === null || handling === null
    ? 0
    : available +
      handling +
      total(
        (aux ?? []).filter((one) => one.productive),
        (one) => one.seconds,
      );
