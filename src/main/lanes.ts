import type { Pool } from "pg";
import type { DataSource } from "typeorm";

/** More would wait for each other: for the disk, and for the rows that all of them mark. */
const MOST_LANES = 2;

/** How many transactions may do the same work side by side, and leave half of the connections to others. */
const lanesOf = (db: DataSource): number => {
  const { options } = (db.driver as unknown as { master: Pool }).master;
  return Math.max(1, Math.min(MOST_LANES, Math.floor(options.max / 2)));
};

/** Does the same work in each lane, and waits for all of them, also when one fails: nothing goes on behind one's back. */
export async function inLanes<T>(db: DataSource, work: (lane: number) => Promise<T>): Promise<T[]> {
  const ends = await Promise.allSettled(Array.from({ length: lanesOf(db) }, (_, lane) => work(lane)));
  return ends.map((end) => {
    if (end.status === "rejected") throw end.reason;
    return end.value;
  });
}
