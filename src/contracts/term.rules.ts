import type { DayRange } from "../shared/date-range";
import type { Day } from "../shared/day";
import { DomainError } from "../shared/errors";
import { refuse } from "../shared/gathering";
import { inOrder, type Dated } from "../shared/versions";
import type { Contract } from "./contract.entity";

type Term = Pick<Contract, "code" | "startsOn" | "endsOn">;

export class OutsideContractTerm extends DomainError {
  readonly code = "OUTSIDE_CONTRACT_TERM";
  constructor(on: string, { code, startsOn, endsOn }: Term, path: readonly string[]) {
    super(`${on} is outside the term of contract "${code}".`, {
      path,
      remedy: endsOn
        ? `The contract runs from ${startsOn} until ${endsOn} (the first day after it): choose days within.`
        : `The contract begins on ${startsOn}: choose that day or a later one.`,
    });
  }
}

/**
 * Why a range of days does not lie within a contract's term; nothing when it does. An open end is the contract's end.
 * | contract            | range               | refused |
 * | 1 Jan until 1 Jul   | from 1 Mar          | no      |
 * | 1 Jan until 1 Jul   | 1 Mar until 1 Aug   | until   |
 * | from 1 Jan          | from 1 Dec before   | from    |
 */
export function outsideTerm(term: Term, range: DayRange, path: readonly string[] = []): OutsideContractTerm[] {
  const { startsOn, endsOn } = term;
  const isFromOutside = range.from < startsOn || (endsOn !== null && range.from >= endsOn);
  const isUntilOutside = range.until !== null && endsOn !== null && range.until > endsOn;
  return [
    ...(isFromOutside ? [new OutsideContractTerm(range.from, term, [...path, "validFrom"])] : []),
    ...(isUntilOutside ? [new OutsideContractTerm(range.until!, term, [...path, "validUntil"])] : []),
  ];
}

interface Written {
  readonly validFrom: Day | null;
  readonly validUntil: Day | null;
}

/**
 * Versions in order, from the contract's first day where they do not say, and within its term. `index` is the place
 * where each was written.
 */
export function versionsWithin<T extends Written>(
  term: Term,
  written: readonly T[],
): (T & Dated & { index: number })[] {
  const dated = inOrder(
    written.map((terms, index) => ({ ...terms, index, validFrom: terms.validFrom ?? term.startsOn })),
  );
  const rangeOf = ({ validFrom, index }: { validFrom: Day; index: number }) => ({
    from: validFrom,
    until: written[index]!.validUntil,
  });
  refuse(dated.flatMap((one) => outsideTerm(term, rangeOf(one), ["versions", String(one.index)])));
  return dated;
}
