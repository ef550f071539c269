/** A version as a document writes it; it ends where the next begins unless it says otherwise. */
interface WrittenVersion {
  readonly validFrom?: string | null | undefined;
  readonly validUntil?: string | null | undefined;
}

/** What holds from the day on which an amendment takes effect; null: nothing any more. */
export interface Amending<T> {
  readonly from: string;
  readonly terms: T | null;
}

/**
 * All versions after an amendment. What held before stays as it was and ends on the day; what was to begin later than
 * that, by another amendment, still does, unless nothing holds any more.
 * | written                | amended from  | after                              |
 * | from 1 Jan             | 1 Apr         | from 1 Jan; from 1 Apr             |
 * | from 1 Jan; from 1 Jul | 1 Apr         | from 1 Jan; from 1 Apr; from 1 Jul |
 * | from 1 Jan; from 1 Jul | 1 Apr, ended  | from 1 Jan until 1 Apr             |
 */
export function amendedVersions<V extends WrittenVersion, T extends WrittenVersion>(
  written: readonly V[],
  { from, terms }: Amending<T>,
): (V | (T & WrittenVersion))[] {
  const earlier = written
    .filter(({ validFrom }) => validFrom != null && validFrom < from)
    .map((one) => (one.validUntil != null && one.validUntil > from ? { ...one, validUntil: from } : one));
  if (terms === null) return earlier.map((one, at) => (at < earlier.length - 1 ? one : endedBy(one, from)));
  return [...earlier, terms, ...written.filter(({ validFrom }) => validFrom != null && validFrom > from)];
}

const endedBy = <V extends WrittenVersion>(version: V, from: string): V =>
  version.validUntil == null ? { ...version, validUntil: from } : version;
