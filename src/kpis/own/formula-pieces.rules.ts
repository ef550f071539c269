import type { Day } from "../../shared/day";
import type { Dated } from "../../shared/versions";
import { namesIn, parseFormula } from "../formula.rules";

/** A formula from a day on, as people write it. */
export interface WrittenVersion extends Dated {
  readonly formula: string;
  readonly sample: string | null;
}

/** A formula while all measures of one's own in it stay as they are. */
export interface FormulaPiece extends WrittenVersion {
  readonly measureVersions: Readonly<Record<string, number>>;
}

/** From which day each version of a measure holds, the earliest first. */
export type Timelines = ReadonlyMap<string, readonly { readonly version: number; readonly validFrom: Day }[]>;

/**
 * Formulas cut where a measure in them changes.
 * | formula | measure               | pieces                     |
 * | from 1  | @1 from 1, @2 from 20 | 1–20 with @1; 20– with @2  |
 * A measure that begins later than the formula counts as it first was.
 */
export function pieced(versions: readonly WrittenVersion[], timelines: Timelines): FormulaPiece[] {
  return versions.flatMap(({ formula, sample, validFrom, validUntil }) => {
    const names = [formula, sample ?? ""].filter(Boolean).flatMap((text) => namesIn(parseFormula(text)));
    const own = [...new Set(names.map(({ code }) => code))].filter((code) => timelines.has(code)).sort();
    const changes = own
      .flatMap((code) => (timelines.get(code) ?? []).slice(1).map((one) => one.validFrom))
      .filter((from) => from > validFrom && (validUntil === null || from < validUntil));
    const starts = [...new Set([validFrom, ...changes])].sort();
    return starts.map((from, index) => ({
      formula,
      sample,
      validFrom: from,
      validUntil: starts[index + 1] ?? validUntil,
      measureVersions: Object.fromEntries(own.map((code) => [code, versionOn(timelines.get(code) ?? [], from)])),
    }));
  });
}

const versionOn = (timeline: readonly { version: number; validFrom: Day }[], on: Day): number =>
  (timeline.filter(({ validFrom }) => validFrom <= on).at(-1) ?? timeline[0])?.version ?? 1;

/** Formulas as they were written: pieces that follow each other with the same formula are one. */
export function formulaRecords(pieces: readonly WrittenVersion[]): WrittenVersion[] {
  const sorted = [...pieces].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));
  return sorted.reduce<WrittenVersion[]>((written, { formula, sample, validFrom, validUntil }) => {
    const last = written.at(-1);
    const follows = last?.validUntil === validFrom && last.formula === formula && last.sample === sample;
    if (last && follows) return [...written.slice(0, -1), { ...last, validUntil }];
    return [...written, { formula, sample, validFrom, validUntil }];
  }, []);
}
