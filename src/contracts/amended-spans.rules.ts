import { addDays, type Day } from "../shared/day";

import { periodContaining, type PeriodKind } from "../shared/period";
import type { AmendmentRule } from "./amendment-rule";

/** One of the versions of a definition, with the amendment that brought it. */
interface Amended {
  readonly validFrom: Day;
  readonly validUntil: Day | null;
  readonly amendmentId: string | null;
}

interface Amendment {
  readonly id: string;
  readonly rule: AmendmentRule;
}

/** The days that are looked at, the kind of period they are looked at by, and the amendments as they are believed. */
export interface AmendedDays<A extends Amendment> {
  readonly from: Day;
  readonly until: Day;
  readonly kind: PeriodKind;
  readonly amendments: readonly A[];
}

/** How a stretch counts beside what came before it; null: nothing came before. */
export type SpanRule = "by_volume" | "by_time" | null;

/** A stretch of days under one version. */
export interface AmendedSpan<V, A> {
  readonly from: Day;
  readonly until: Day;
  readonly version: V;
  readonly rule: SpanRule;
  /** The amendment that brought the version, whatever its rule; null: none did. */
  readonly amendment: A | null;
}

/**
 * Which version of a definition governs which days (semantics §6). Only an amendment by volume or by time cuts: one by
 * `start_version` counts from the period after the one in which it takes effect, one by `end_version` from that period's
 * first day, and of a change without an amendment the version of a stretch's last day governs all of it.
 * | March, a version from 11 March, brought by | stretches                              |
 * | an amendment by volume                     | 1–10 the old; 11–31 the new, by volume |
 * | an amendment, start version                | 1–31 the old                           |
 * | an amendment, end version; no amendment    | 1–31 the new                           |
 * Stretches on whose last day no version is in force are left out.
 */
export function amendedSpans<V extends Amended, A extends Amendment>(
  versions: readonly V[],
  days: AmendedDays<A>,
): AmendedSpan<V, A>[] {
  const byId = new Map(days.amendments.map((one) => [one.id, one]));
  const brought = inOrder(versions).map((version) => begun(version, byId.get(version.amendmentId ?? "") ?? null, days));
  const cuts = brought.filter(({ rule, start }) => rule !== null && start > days.from && start < days.until);
  const starts = [days.from, ...new Set(cuts.map(({ start }) => start))];
  const stretches = starts.flatMap((from, at) => {
    const until = starts[at + 1] ?? days.until;
    const governing = governingOn(brought, lastDayBefore(until));
    return governing ? [{ from, until, governing, rule: cuts.find(({ start }) => start === from)?.rule ?? null }] : [];
  });
  return joined(stretches).map(({ from, until, governing: { version, amendment }, rule }, at) => {
    return { from, until, version, rule: at === 0 ? null : rule, amendment };
  });
}

/** A version with the first day on which it governs, and how it counts from there where that cuts. */
interface Brought<V, A> {
  readonly version: V;
  readonly amendment: A | null;
  readonly start: Day;
  readonly rule: SpanRule;
}

function begun<V extends Amended, A extends Amendment>(
  version: V,
  amendment: A | null,
  { kind }: AmendedDays<A>,
): Brought<V, A> {
  const { validFrom } = version;
  switch (amendment?.rule) {
    case "start_version":
      return { version, amendment, start: nextPeriodFrom(kind, validFrom), rule: null };
    case "end_version":
      return { version, amendment, start: periodContaining(kind, validFrom).from, rule: null };
    default:
      return { version, amendment, start: validFrom, rule: amendment?.rule ?? null };
  }
}

/** The day itself where a period begins on it. */
function nextPeriodFrom(kind: PeriodKind, on: Day): Day {
  const { from, until } = periodContaining(kind, on);
  return on === from ? on : until;
}

/** Of the versions that have begun the one that was written for the latest day, unless it has ended without another. */
function governingOn<V extends Amended, A>(brought: readonly Brought<V, A>[], on: Day): Brought<V, A> | null {
  const latest = brought.filter(({ start }) => start <= on).at(-1);
  const end = latest?.version.validUntil ?? null;
  if (!latest || end === null || end > on) return latest ?? null;
  return brought.some(({ version }) => version.validFrom === end) ? latest : null;
}

interface Stretch<V, A> {
  readonly from: Day;
  readonly until: Day;
  readonly governing: Brought<V, A>;
  readonly rule: SpanRule;
}

/** Neighbours under the same version are one stretch. */
const joined = <V, A>(stretches: readonly Stretch<V, A>[]): Stretch<V, A>[] =>
  stretches.reduce<Stretch<V, A>[]>((all, one) => {
    const before = all.at(-1);
    const isSame = before?.until === one.from && before.governing.version === one.governing.version;
    return isSame ? [...all.slice(0, -1), { ...before, until: one.until }] : [...all, one];
  }, []);

const inOrder = <V extends Amended>(versions: readonly V[]): V[] =>
  [...versions].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));

const lastDayBefore = (until: Day): Day => addDays(until, -1);
