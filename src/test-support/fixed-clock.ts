/** A clock that moves only when told to. */
export interface FixedClock {
  now(): Date;
  set(instant: string): void;
  advance(seconds: number): void;
}

export function fixedClock(instant: string): FixedClock {
  let at = new Date(instant);
  return {
    now: () => new Date(at),
    set: (to) => void (at = new Date(to)),
    advance: (seconds) => void (at = new Date(at.getTime() + seconds * 1000)),
  };
}
