import type { Day } from "../shared/day";
import { DomainError } from "../shared/errors";
import { refuse } from "../shared/gathering";
import type { ObjectiveReferences } from "./objective-references";

/** Terms that an amendment brought begin when it takes effect, or later. */
export class BeforeAmendment extends DomainError {
  readonly code = "BEFORE_AMENDMENT";
  constructor(amendment: string, { from, effectiveFrom }: { from: Day; effectiveFrom: Day }, path: readonly string[]) {
    super(`Amendment "${amendment}" takes effect on ${effectiveFrom}, after ${from}.`, {
      path,
      remedy: "Leave validFrom out, write that day or a later one, or cite another amendment.",
    });
  }
}

interface Written {
  readonly amendment: string | null;
  readonly validFrom: Day | null;
}

/** Versions from the day on which their amendment takes effect, where they cite one and do not say later. */
export function datedByAmendment<T extends Written>(written: readonly T[], references: ObjectiveReferences): T[] {
  const refusals: DomainError[] = [];
  const dated = written.map((terms, index) => {
    const { amendment, validFrom: from } = terms;
    const effectiveFrom = (amendment && references.known("amendment", amendment)?.effectiveFrom) || null;
    if (effectiveFrom === null) return terms;
    if (from !== null && from < effectiveFrom)
      refusals.push(new BeforeAmendment(amendment!, { from, effectiveFrom }, ["versions", String(index), "validFrom"]));
    return { ...terms, validFrom: from ?? effectiveFrom };
  });
  refuse(refusals);
  return dated;
}
