import { startOfDay, type Day } from "../../shared/day";
import { InvalidExclusion } from "./exclusion.errors";

/** Instants, or local days of the contract: one of both. Half-open. */
export interface WrittenTimes {
  readonly fromAt?: Date | null | undefined;
  readonly untilAt?: Date | null | undefined;
  readonly firstDay?: Day | null | undefined;
  readonly endDay?: Day | null | undefined;
}

/**
 * | written                          | zone        | from                 | until                |
 * | 2026-03-29 until 2026-03-30      | Europe/Rome | 2026-03-28T23:00:00Z | 2026-03-29T22:00:00Z |
 */
export function requestedTimes(written: WrittenTimes, zone: string): { fromAt: Date; untilAt: Date } {
  const { fromAt, untilAt, firstDay, endDay } = written;
  const hasInstants = fromAt != null || untilAt != null;
  const hasDays = firstDay != null || endDay != null;
  if (hasInstants === hasDays) throw notOne();
  if (hasInstants) {
    if (fromAt == null || untilAt == null) throw notOne();
    return inOrder({ fromAt, untilAt }, "untilAt");
  }
  if (firstDay == null || endDay == null) throw notOne();
  return inOrder({ fromAt: startOfDay(firstDay, zone), untilAt: startOfDay(endDay, zone) }, "endDay");
}

const notOne = (): InvalidExclusion =>
  new InvalidExclusion("It is not clear when the exclusion begins and ends.", {
    path: ["fromAt"],
    remedy: "Give `fromAt` and `untilAt`, or `firstDay` and `endDay`; not both, and neither alone.",
  });

function inOrder(times: { fromAt: Date; untilAt: Date }, end: string): { fromAt: Date; untilAt: Date } {
  if (times.fromAt < times.untilAt) return times;
  throw new InvalidExclusion(
    `The exclusion ends (${times.untilAt.toISOString()}) before it begins (${times.fromAt.toISOString()}).`,
    { path: [end], remedy: `\`${end}\` is the first that counts again: it must be later than the beginning.` },
  );
}
