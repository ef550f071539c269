import type { DayRange } from "../shared/date-range";
import { overlap } from "../shared/date-range";
import type { PeriodKind } from "../shared/period";
import type { Composite } from "./objective-terms";
import type { ObjectiveVersion } from "./objective-version.entity";
import { InvalidComposite } from "./objective.errors";

/** What an objective demands for some days, as far as composites are concerned. */
export type PartVersion = Pick<
  ObjectiveVersion,
  "objectiveId" | "composite" | "measuredBy" | "validFrom" | "validUntil"
>;

/** The versions that an objective is to have, each with where it was written. */
interface Wanted {
  readonly id: string;
  readonly versions: readonly (PartVersion & { readonly index: number })[];
  readonly codeOf: (id: string) => string;
}

/**
 * Why an objective cannot be put together so: it would be, by whatever way, a part of itself; or a part is judged by
 * other periods on days on which both apply. `others` are the contract's other objectives as they are believed.
 */
export function refusalsOfParts(wanted: Wanted, others: readonly PartVersion[]): InvalidComposite[] {
  const rest = others.filter(({ objectiveId }) => objectiveId !== wanted.id);
  return [...circles(wanted, rest), ...misfits(wanted, rest), ...misfitsOfWholes(wanted, rest)];
}

function circles({ id, versions, codeOf }: Wanted, rest: readonly PartVersion[]): InvalidComposite[] {
  return versions.flatMap(({ composite, index }) => {
    const way = wayTo(id, composite, rest);
    if (!way) return [];
    const names = [id, ...way].map((one) => `"${codeOf(one)}"`).join(" → ");
    return new InvalidComposite(`It would be a part of itself: ${names}.`, {
      path: ["versions", String(index), "composite", "parts"],
      remedy: "Leave out the part that leads back.",
    });
  });
}

/** The parts by which a composite leads to an objective, in order; null: it does not. */
function wayTo(
  id: string,
  composite: Composite | null,
  rest: readonly PartVersion[],
  seen: ReadonlySet<string> = new Set(),
): string[] | null {
  for (const { objectiveId } of composite?.parts ?? []) {
    if (objectiveId === id) return [id];
    if (seen.has(objectiveId)) continue;
    const further = rest.filter((one) => one.objectiveId === objectiveId);
    for (const one of further) {
      const way = wayTo(id, one.composite, rest, new Set([...seen, objectiveId]));
      if (way) return [objectiveId, ...way];
    }
  }
  return null;
}

const rangeOf = ({ validFrom, validUntil }: PartVersion): DayRange => ({ from: validFrom, until: validUntil });

const disagree = (a: PartVersion, b: PartVersion): boolean =>
  a.measuredBy !== b.measuredBy && overlap(rangeOf(a), rangeOf(b));

/** Parts of what is wanted that are judged by other periods. */
const misfits = ({ versions, codeOf }: Wanted, rest: readonly PartVersion[]): InvalidComposite[] =>
  versions.flatMap((one) =>
    (one.composite?.parts ?? []).flatMap(({ objectiveId }, part) => {
      const other = rest.find((version) => version.objectiveId === objectiveId && disagree(one, version));
      if (!other) return [];
      return new InvalidComposite(
        `"${codeOf(objectiveId)}" is judged by the ${other.measuredBy}, and the whole by the ${one.measuredBy}.`,
        {
          path: ["versions", String(one.index), "composite", "parts", String(part), "objective"],
          remedy: "Judge both by the same periods.",
        },
      );
    }),
  );

/** Wholes of which what is wanted is a part, and which are judged by other periods. */
const misfitsOfWholes = ({ id, versions, codeOf }: Wanted, rest: readonly PartVersion[]): InvalidComposite[] =>
  versions.flatMap((one) => {
    const whole = rest.find(
      (version) => version.composite?.parts.some(({ objectiveId }) => objectiveId === id) && disagree(one, version),
    );
    return whole ? [misfitOfWhole(one, whole, codeOf)] : [];
  });

const misfitOfWhole = (
  { index, measuredBy }: { readonly index: number; readonly measuredBy: PeriodKind },
  whole: PartVersion,
  codeOf: (id: string) => string,
): InvalidComposite =>
  new InvalidComposite(`It is a part of "${codeOf(whole.objectiveId)}", which is judged by the ${whole.measuredBy}.`, {
    path: ["versions", String(index), "measuredBy"],
    remedy: `Judge it by the ${whole.measuredBy}, not by the ${measuredBy}, or take it out of the whole.`,
  });
