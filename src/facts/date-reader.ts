/** A point in time as a text says it: a local time, or one with its offset from UTC. */
export interface ReadTime {
  /** Milliseconds since 1970 of the wall clock, as if it were UTC. */
  local: number;
  /** Minutes ahead of UTC; null: the text does not say. */
  offset: number | null;
}

/** Reads a text into `out`; false when it does not fit. */
export type DateReader = (text: string, out: ReadTime) => boolean;
