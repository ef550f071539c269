import type { MeasureSlot } from "../kpis/measure-slot.entity";
import { rows, type Tx } from "../platform/database";
import { sha256 } from "../shared/canonical-hash";
import { groupBy } from "../shared/group-by";
import type { Stream } from "../shared/stream";
import { recomputeSql } from "./recompute.rules";
import { readSlots } from "./slot.service";
import { contentOfSlots } from "./slots.rules";
import { claimDays, markPeriods, touchEverything, type DayKey } from "./touched-day.queries";

export interface RecomputeOptions {
  readonly clientId: string;
  /** How many days, at most, one transaction recomputes. */
  readonly limit: number;
}

export interface RecomputedDays {
  readonly days: readonly DayKey[];
  /** Whether the log holds more; perhaps what another worker is at. */
  readonly remaining: boolean;
}

/** Turns facts into daily measures. */
export class MeasureService {
  /**
   * Recomputes days of the log from their facts and marks the periods around them. Repeat it until nothing remains.
   * Claim, computation and marks land together or not at all, so that nothing is lost when the worker dies.
   */
  async recomputeTouched(tx: Tx, { clientId, limit }: RecomputeOptions): Promise<RecomputedDays> {
    const days = await claimDays(tx, clientId, limit);
    if (days.length > 0) await this.recompute(tx, clientId, days);
    return { days, remaining: await markPeriods(tx, clientId, days) };
  }

  /** Puts every day of a client on the log: recomputing them gives what is there, or mends it. */
  rebuild(tx: Tx, clientId: string): Promise<number> {
    return touchEverything(tx, clientId);
  }

  private async recompute(tx: Tx, clientId: string, days: readonly DayKey[]): Promise<void> {
    const slots = await readSlots(tx);
    for (const [stream, ofStream] of groupBy(days, (one) => one.stream)) {
      const services = ofStream.map((one) => one.serviceId);
      const { sql, name } = statementFor(stream, slots);
      await rows(tx, sql, [clientId, services, ofStream.map((one) => one.day)], name);
    }
  }
}

interface Statement {
  readonly slots: string;
  readonly sql: string;
  /** Prepared under this name: a connection plans it once. */
  readonly name: string;
}

const statements = new Map<Stream, Statement>();

/** Written once for each state of the slots. */
function statementFor(stream: Stream, all: readonly MeasureSlot[]): Statement {
  const slots = JSON.stringify(all);
  const known = statements.get(stream);
  if (known?.slots === slots) return known;
  const sql = recomputeSql(stream, contentOfSlots(stream, all));
  const written = { slots, sql, name: `recompute-${stream}-${sha256(sql).slice(0, 16)}` };
  statements.set(stream, written);
  return written;
}
