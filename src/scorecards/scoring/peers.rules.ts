import { groupBy } from "../../shared/group-by";
import type { PeerMedian, ScorecardItem } from "../scorecard.entity";
import type { ScorecardRow } from "../result-rows.queries";
import { itemKey } from "../target-choice.rules";
import { mediansOfOthers } from "./peer-median.rules";

type Grouped = Pick<ScorecardRow, "subjectKind" | "roleCode" | "teamId" | "serviceId">;

/**
 * With whom a subject is compared: positions with the same role in their team, or on their service when they are in none;
 * teams with the other teams. Contracts, services and people as a whole with nobody: null.
 */
export function groupOf({ subjectKind, roleCode, teamId, serviceId }: Grouped): string | null {
  if (subjectKind === "team") return "teams";
  return subjectKind === "position" ? `${roleCode}/${teamId ?? serviceId ?? "all"}` : null;
}

/** Puts beside each value of a position the median of the values of those it is compared with, in the same KPI and rule. */
export function withPeers<T extends Pick<ScorecardRow, "items"> & Grouped>(rows: readonly T[]): T[] {
  const positions = rows.filter(({ subjectKind }) => subjectKind === "position");
  const places = positions.flatMap((row) => {
    const group = groupOf(row)!;
    return row.items.filter(isComparable).map((item) => ({ item, group: `${group}/${itemKey(item)}` }));
  });
  const peers = new Map<ScorecardItem, PeerMedian | null>();
  for (const together of groupBy(places, ({ group }) => group).values()) {
    const medians = mediansOfOthers(together.map(({ item }) => item.value!));
    together.forEach(({ item }, index) => peers.set(item, medians[index] ?? null));
  }
  return rows.map((row) => ({
    ...row,
    items: row.items.map((item) => withPeer(item, peers.get(item) ?? null)),
  }));
}

const withPeer = (item: ScorecardItem, peers: PeerMedian | null): ScorecardItem => (peers ? { ...item, peers } : item);

/** Whether the value rests on enough; the status says so. */
const isComparable = ({ status, value }: ScorecardItem): boolean =>
  value !== null && (status === "OK" || status === "PARTIAL");
