import { deriveAllMoments } from "../facts/case-moments.queries";
import type { MeasureSlot } from "../kpis/measure-slot.entity";
import { rows, type Tx } from "../platform/database";
import { sha256 } from "../shared/canonical-hash";
import { groupBy } from "../shared/group-by";
import type { Stream } from "../shared/stream";
import { freshenOwnDefinitions } from "../kpis/own/own-snapshot";
import { recentlyUsed } from "../platform/recently-used";
import { markCarryingPeriods, markLaterPeriods, markRollingPeriods } from "./later-period.queries";
import { withOwnValues } from "./measure-sql.rules";
import type { Content } from "./streams/stream-days.rules";
import { recomputeSql } from "./recompute.rules";
import { readSlots } from "./slot.service";
import { contentOfSlots, slotKey } from "./slots.rules";
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
    const altered = await this.recompute(tx, clientId, days);
    const { remaining, hasLaterResults } = await markPeriods(tx, clientId, days);
    await markRollingPeriods(tx, clientId, days);
    if (hasLaterResults) {
      await markLaterPeriods(tx, clientId, altered);
      await markCarryingPeriods(tx, clientId, days);
    }
    return { days, remaining };
  }

  /**
   * Derives what is derived from facts anew, and puts every day of a client on the log: recomputing them gives what is
   * there, or mends it.
   */
  async rebuild(tx: Tx, clientId: string): Promise<number> {
    await deriveAllMoments(tx, clientId);
    return touchEverything(tx, clientId);
  }

  /** Returns the days of which anything is other than before. */
  private async recompute(tx: Tx, clientId: string, days: readonly DayKey[]): Promise<DayKey[]> {
    if (days.length === 0) return [];
    const slots = await readSlots(tx);
    const altered: DayKey[] = [];
    for (const [stream, ofStream] of groupBy(days, (one) => one.stream)) {
      const services = ofStream.map((one) => one.serviceId);
      const { sql, name } = statementFor(stream, await contentOf(tx, stream, slots));
      const bound = withOwnValues(sql, [clientId, services, ofStream.map((one) => one.day)]);
      const found = await rows<Omit<DayKey, "stream">>(tx, bound.sql, bound.params, name);
      altered.push(...found.map((one) => ({ stream, ...one })));
    }
    return altered;
  }
}

/** What the slots of a stream hold; the client's own measures are those that are there now, not when the transaction began. */
async function contentOf(tx: Tx, stream: Stream, slots: readonly MeasureSlot[]): Promise<Content> {
  const content = contentOfSlots(stream, slots);
  if (!content.includes(null) || !(await freshenOwnDefinitions(tx))) return content;
  return contentOfSlots(stream, slots);
}

interface Statement {
  /** What it computes. */
  readonly content: string;
  readonly sql: string;
  /** Prepared under this name: a connection plans it once. */
  readonly name: string;
}

const MOST_STATEMENTS = 200;
const statementOf = recentlyUsed<string, Statement>(MOST_STATEMENTS);

/** Written once for each content of the slots: clients with measures of their own have one of theirs. */
function statementFor(stream: Stream, content: Content): Statement {
  const key = `${stream} ${content.map((one) => (one ? slotKey(one) : "")).join(" ")}`;
  return statementOf(key, () => {
    const sql = recomputeSql(stream, content);
    return { content: key, sql, name: `recompute-${stream}-${sha256(sql).slice(0, 16)}` };
  });
}
