import { groupBy } from "../../shared/group-by";

/** A time that does not count, for some services and channels (null: all). Instants in milliseconds, half-open. */
export interface Piece {
  /** When it is taken out, counted from 1; 0: what the measuring calendar leaves out. */
  readonly step: number;
  readonly serviceIds: readonly string[] | null;
  readonly channels: readonly string[] | null;
  readonly from: number;
  readonly until: number;
}

/** From an instant on, until the next stretch begins, everything goes at this step; null: it stays. */
export interface Stretch {
  readonly from: number;
  readonly step: number | null;
}

/** What goes when, of one service and channel. */
export interface Timeline {
  readonly serviceId: string;
  /** Null: every channel but `others`. */
  readonly channel: string | null;
  readonly others: readonly string[];
  readonly stretches: readonly Stretch[];
}

/** The timelines of a service: one for each channel that a piece names, and one for the rest. None: nothing goes. */
export function timelinesOf(serviceId: string, all: readonly Piece[]): Timeline[] {
  const pieces = all.filter((one) => one.serviceIds?.includes(serviceId) ?? true);
  if (pieces.length === 0) return [];
  const others = [...new Set(pieces.flatMap(({ channels }) => channels ?? []))].sort();
  return [...others, null].map((channel) => ({
    ...{ serviceId, channel, others },
    stretches: stretchesOf(pieces.filter(({ channels }) => isOf(channels, channel))),
  }));
}

const isOf = (channels: Piece["channels"], channel: string | null): boolean =>
  channels === null || (channel !== null && channels.includes(channel));

/**
 * Pieces that may overlap, laid out so that each instant goes once, at the earliest step of any piece it lies in.
 * | pieces                     | stretches                       |
 * | [1, 5) step 2, [3, 8) step 1 | 1: step 2 · 3: step 1 · 8: stays |
 */
export function stretchesOf(pieces: readonly Piece[]): Stretch[] {
  const changes = pieces.flatMap(({ from, until, step }) => [
    { at: from, step, by: 1 },
    { at: until, step, by: -1 },
  ]);
  const open = new Map<number, number>();
  const stretches: Stretch[] = [];
  for (const [at, together] of [...groupBy(changes, (one) => one.at)].sort(([a], [b]) => a - b)) {
    for (const { step, by } of together) open.set(step, (open.get(step) ?? 0) + by);
    const step = earliest(open);
    if ((stretches.at(-1)?.step ?? null) !== step) stretches.push({ from: at, step });
  }
  return stretches;
}

function earliest(open: ReadonlyMap<number, number>): number | null {
  const steps = [...open].filter(([, count]) => count > 0).map(([step]) => step);
  return steps.length === 0 ? null : Math.min(...steps);
}

/** What of an interval goes: nothing; a part; all of it, and by which step it has. */
export interface Cover {
  readonly any: boolean;
  /** Null: some of it stays. */
  readonly whole: number | null;
}

export function coverOf(stretches: readonly Stretch[], from: number, until: number): Cover {
  const first = stretches.findLastIndex((one) => one.from <= from);
  const within = stretches.slice(Math.max(first, 0)).filter((one) => one.from < until);
  const steps = [...(first < 0 ? [null] : []), ...within.map(({ step }) => step)];
  const going = steps.filter((step) => step !== null);
  return {
    any: going.length > 0,
    whole: going.length === steps.length && steps.length > 0 ? Math.max(...going) : null,
  };
}
