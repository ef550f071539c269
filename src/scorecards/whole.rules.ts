import { contentHash } from "../shared/canonical-hash";
import type { DayRange } from "../shared/date-range";
import { laterOf, type Day } from "../shared/day";
import { groupBy } from "../shared/group-by";
import type { Period } from "../shared/period";
import { commonDays, together } from "./source.rules";
import type { Subject } from "./subject.rules";

/**
 * The subjects of a period: the contract's, and the whole of everybody who held several own-work positions in it. Those
 * positions are the parts; what was done in none of them is no part of the whole either.
 */
export function subjectsIn(subjects: readonly Subject[], contractId: string, period: Period): Subject[] {
  const own = subjects.filter((one) => one.kind === "position" && one.scope === "own");
  const people = groupBy(own, ({ personId }) => personId as string);
  const wholes = [...people].flatMap(([personId, held]) => wholeOf(wholeId(contractId, personId), held, period));
  return [...subjects, ...wholes];
}

/** The id of a person's whole under a contract: always the same one, and no other thing's. */
export function wholeId(contractId: string, personId: string): string {
  const hex = contentHash({ contractId, personId });
  // version 8 and variant 2 of RFC 9562: made of a hash
  const fields = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return fields.join("-");
}

function wholeOf(id: string, held: readonly Subject[], period: Period): Subject[] {
  const parts = held.filter(({ days }) => commonDays(days, period)).sort(inOrderHeld(period));
  const others = held.filter((one) => !parts.includes(one));
  const last = parts.at(-1);
  if (!last || parts.length < 2) return [];
  return [
    {
      ...{ kind: "person", id, personId: last.personId, roleCode: last.roleCode, scope: "own", judgedAs: "position" },
      serviceId: common(parts.map(({ serviceId }) => serviceId)),
      teamId: common(parts.map(({ teamId }) => teamId)),
      days: hullOf(held.map(({ days }) => days)),
      serviceIds: [...new Set(parts.flatMap(({ serviceIds }) => serviceIds))].sort(),
      // of the period itself every item says what counts: what the parts answer for
      sources: together(others.flatMap(({ sources }) => sources)),
      positions: parts.flatMap(({ positions }) => positions),
      parts,
    },
  ];
}

/** By last day in the period, then by first day: what is held last stands last. */
const inOrderHeld =
  (period: Period) =>
  (a: Subject, b: Subject): number => {
    const [endA, endB] = [a, b].map(({ days }) => commonDays(days, period)?.until ?? period.until) as [Day, Day];
    const order = [
      [endA, endB],
      [a.days.from, b.days.from],
      [a.id, b.id],
    ].find(([one, other]) => one !== other) as [string, string] | undefined;
    return order === undefined ? 0 : order[0] < order[1] ? -1 : 1;
  };

/** What all have; null when they differ. */
const common = (all: readonly (string | null)[]): string | null => (new Set(all).size === 1 ? (all[0] ?? null) : null);

function hullOf(ranges: readonly DayRange[]): DayRange {
  const [first, ...others] = ranges;
  if (!first) throw new Error("Nobody is whole without a part.");
  return others.reduce(
    (all, one) => ({
      from: one.from < all.from ? one.from : all.from,
      until: all.until && one.until ? laterOf(all.until, one.until) : null,
    }),
    first,
  );
}
