import { canonicalJson, type Json } from "./canonical-hash";
import { overlap } from "./date-range";
import type { Day } from "./day";
import { DomainError } from "./errors";
import { Gathering } from "./gathering";

/** The days `[validFrom, validUntil)` for which terms apply. */
export interface Dated {
  readonly validFrom: Day;
  readonly validUntil: Day | null;
}

export class VersionsOverlap extends DomainError {
  readonly code = "VERSIONS_OVERLAP";
  constructor(earlier: Dated, later: Dated, path: readonly string[]) {
    super(`The version from ${later.validFrom} begins before the one from ${earlier.validFrom} ends.`, {
      path,
      remedy: "Give each version a validFrom of its own, and leave validUntil out where the next version follows.",
    });
  }
}

export class EndsBeforeItBegins extends DomainError {
  readonly code = "ENDS_BEFORE_IT_BEGINS";
  constructor(from: Day, until: Day, path: readonly string[]) {
    super(`It cannot end on ${until}, because it begins on ${from}.`, {
      path,
      remedy: "validUntil is the first day on which it no longer applies, so it must be later than validFrom.",
    });
  }
}

/**
 * Versions in order, each ending where the next begins unless it says otherwise; refuses overlaps.
 * | written                           | meant                                  |
 * | from 1 Jan; from 1 Apr            | 1 Jan until 1 Apr; from 1 Apr          |
 * | from 1 Jan until 1 Mar; from 1 Apr| with a gap in March                    |
 */
export function inOrder<T extends { validFrom: Day; validUntil?: Day | null | undefined }>(
  written: readonly T[],
): (T & Dated)[] {
  const gathering = new Gathering();
  const sorted = written
    .map((version, index) => ({ version, index }))
    .sort((a, b) => (a.version.validFrom < b.version.validFrom ? -1 : 1));
  const dated = sorted.map(({ version }, at) => {
    const next = sorted[at + 1]?.version.validFrom;
    return { ...version, validUntil: version.validUntil ?? (next === version.validFrom ? null : next) ?? null };
  });
  dated.forEach((version, at) => {
    const path = ["versions", String(sorted[at]!.index)];
    const before = dated[at - 1];
    if (version.validUntil !== null && version.validUntil <= version.validFrom)
      gathering.add(new EndsBeforeItBegins(version.validFrom, version.validUntil, [...path, "validUntil"]));
    if (before && overlap(rangeOf(before), rangeOf(version)))
      gathering.add(new VersionsOverlap(before, version, [...path, "validFrom"]));
  });
  gathering.throwIfAny();
  return dated;
}

const rangeOf = ({ validFrom, validUntil }: Dated) => ({ from: validFrom, until: validUntil });

/** What to write so that the versions believed in become the versions wanted. */
export interface VersionPlan<T> {
  /** Numbers of the versions that no longer hold. */
  readonly superseded: readonly number[];
  readonly inserted: readonly T[];
  /** The first day whose terms change; null when nothing does. */
  readonly from: Day | null;
}

/** Versions that say the same stay as they are; the others are superseded, and what is new is inserted. */
export function planVersions<T extends Dated>(
  current: readonly (T & { readonly version: number })[],
  wanted: readonly T[],
  termsOf: (version: T) => Json,
): VersionPlan<T> {
  const said = (version: T): string =>
    canonicalJson({ from: version.validFrom, until: version.validUntil, terms: termsOf(version) });
  const believed = new Set(current.map(said));
  const demanded = new Set(wanted.map(said));
  const stale = current.filter((version) => !demanded.has(said(version)));
  const fresh = wanted.filter((version) => !believed.has(said(version)));
  const [from = null] = [...stale, ...fresh].map((version) => version.validFrom).sort();
  return { superseded: stale.map((version) => version.version), inserted: fresh, from };
}

/** Versions as a document says them: `validUntil` only where no other version follows on that day. */
export function datedRecords<T extends Dated, R extends object>(
  versions: readonly T[],
  termsOf: (version: T) => R,
): ({ validFrom: Day; validUntil?: Day } & R)[] {
  const sorted = [...versions].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  return sorted.map((version, index) => {
    const { validFrom, validUntil } = version;
    const isImplied = validUntil === null || validUntil === sorted[index + 1]?.validFrom;
    return { validFrom, ...(isImplied ? {} : { validUntil }), ...termsOf(version) };
  });
}
