import type { Chance } from "./chance";

/** How one desk works on one day. Seconds, and seconds of the local day. */
export interface DeskDay {
  readonly opensAt: number;
  readonly closesAt: number;
  readonly contacts: number;
  readonly patience: number;
  /** Contacts one person works on at the same time. */
  readonly concurrency: number;
  /** Mean seconds until a free person takes the next contact. */
  readonly pickUpSeconds: number;
  readonly agents: readonly AgentDay[];
}

export interface AgentDay {
  readonly code: string;
  readonly handleSeconds: number;
}

/** What happened to one contact. Offsets are seconds of the local day. */
export interface QueuedContact {
  readonly offeredAt: number;
  readonly waitSeconds: number;
  readonly agent: string | null;
  readonly handleSeconds: number;
}

/**
 * One day of a first-come, first-served queue whose callers hang up when their patience ends. Waiting, answering and
 * abandoning follow from arrivals and staff, so that a thinly staffed day looks like one.
 */
export function queueDay(desk: DeskDay, chance: Chance): QueuedContact[] {
  const free = desk.agents.flatMap((agent) =>
    Array.from({ length: desk.concurrency }, () => ({ agent, at: desk.opensAt })),
  );
  return arrivals(desk, chance).map((offeredAt) => {
    const next = firstFree(free, offeredAt, chance);
    const wait = Math.max(0, next.at - offeredAt) + 2 + Math.floor(chance.exponential(desk.pickUpSeconds));
    const patience = chance.exponential(desk.patience);
    if (patience < wait) return { offeredAt, waitSeconds: Math.round(patience), agent: null, handleSeconds: 0 };
    const handleSeconds = Math.max(20, Math.round(chance.logNormal(next.agent.handleSeconds, 0.5)));
    next.at = Math.max(next.at, offeredAt) + handleSeconds;
    return { offeredAt, waitSeconds: Math.round(wait), agent: next.agent.code, handleSeconds };
  });
}

interface Seat {
  readonly agent: AgentDay;
  at: number;
}

/** The seat free longest, or soonest; a draw among those already free spreads the work. */
function firstFree(seats: readonly Seat[], at: number, chance: Chance): Seat {
  const idle = seats.filter((seat) => seat.at <= at);
  if (idle.length > 0) return chance.oneOf(idle);
  return seats.reduce((soonest, seat) => (seat.at < soonest.at ? seat : soonest));
}

/** Two humps, late morning and mid-afternoon, as contact centres know them. */
function arrivals(desk: DeskDay, chance: Chance): number[] {
  const span = desk.closesAt - desk.opensAt;
  const at = Array.from({ length: desk.contacts }, () => {
    const hump = chance.unit();
    const centre = hump < 0.45 ? 0.25 : hump < 0.8 ? 0.62 : 0.5;
    const width = hump < 0.8 ? 0.1 : 0.28;
    const share = Math.min(0.999, Math.max(0, centre + width * chance.normal()));
    return Math.floor(desk.opensAt + share * span);
  });
  return at.sort((a, b) => a - b);
}
