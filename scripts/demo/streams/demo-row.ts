import type { Stream } from "../../../src/shared/stream";
import type { Day } from "../../../src/shared/day";
import type { DemoContact } from "../facts";
import type { Desk } from "../house";

/** One fact in our own columns; lists stay lists. */
export type DemoRow = Readonly<Record<string, string | number | boolean | null | readonly object[]>>;

/** A fact and the stream it belongs to. */
export interface DemoFact {
  readonly stream: Stream;
  readonly row: DemoRow;
}

/** One day of one desk, with what its customers brought. */
export interface DeskWork {
  readonly desk: Desk;
  readonly day: Day;
  /** Who was on duty. */
  readonly staff: readonly string[];
  readonly contacts: readonly DemoContact[];
}

/** `2026-11-03T08:05:00`: local time of the desk; seconds of the day may pass midnight. */
export function localTime(day: Day, seconds: number): string {
  const at = new Date(Date.parse(`${day}T00:00:00Z`) + Math.round(seconds) * 1000);
  return at.toISOString().slice(0, 19);
}

export const fact = (stream: Stream, row: DemoRow): DemoFact => ({ stream, row });
