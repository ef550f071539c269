import { formulaOf } from "../kpis/kpi-formula.rules";
import { requireKpi } from "../kpis/kpi-in-use.rules";
import type { KpiInUse } from "../kpis/kpi-definition";
import { rows, type Tx } from "../platform/database";
import { distributionOf, writtenDistribution, type WrittenDistribution } from "./histogram-source.rules";
import { claimHistogramDays, hasHistogramDays, histogramsInUse, remakeHistograms } from "./histogram.queries";
import { kpisInUse } from "./kpis-in-use.queries";
import type { RecomputeOptions } from "./measure.service";
import { SLOTS_LOCK, type DayKey } from "./touched-day.queries";

export interface RemadeHistograms {
  readonly days: readonly DayKey[];
  /** Whether the log holds more; perhaps what another worker is at. */
  readonly remaining: boolean;
}

/** Keeps the distributions of times that a client's KPIs are the means of. */
export class HistogramService {
  /**
   * Takes up the distributions of the KPIs in use (or of `kpis`), with all days of their streams; leaves those that
   * nobody uses any more. Call it before anything else that locks: it may wait for every recomputation under way.
   */
  async ensureHistograms(tx: Tx, clientId: string, kpis?: readonly KpiInUse[]): Promise<void> {
    const needed = distributionsOf(kpis ?? (await kpisInUse(tx, clientId)));
    const known = await histogramsInUse(tx, clientId);
    const added = [...needed.values()].filter(({ id }) => !known.some((one) => one.id === id));
    const ended = known.filter(({ id }) => !needed.has(id)).map(({ id }) => id);
    if (ended.length > 0) await rows(tx, FORGET, [clientId, ended]);
    if (added.length === 0) return;
    await rows(tx, "select pg_advisory_xact_lock($1)", [SLOTS_LOCK]);
    await rows(tx, TAKE_UP, [clientId, JSON.stringify(added)]);
    await rows(tx, TOUCH_STREAMS, [clientId, [...new Set(added.map(({ stream }) => stream))]]);
  }

  /**
   * Makes the histograms of days whose measures were recomputed. Repeat it until nothing remains; whatever happens,
   * claim and result land together.
   */
  async remakeTouched(tx: Tx, { clientId, limit }: RecomputeOptions): Promise<RemadeHistograms> {
    const days = await claimHistogramDays(tx, clientId, limit);
    if (days.length > 0) await remakeHistograms(tx, clientId, days);
    return { days, remaining: await hasHistogramDays(tx, clientId) };
  }
}

/** The distributions of the times among some KPIs, by id. */
export function distributionsOf(kpis: readonly KpiInUse[]): Map<string, WrittenDistribution> {
  const found = kpis.flatMap((kpi) => {
    const distribution = requireKpi(kpi.kpiCode).unit === "seconds" ? distributionOf(formulaOf(kpi)) : null;
    return distribution ? [writtenDistribution(distribution)] : [];
  });
  return new Map(found.map((one) => [one.id, one]));
}

const FORGET = "delete from histogram_in_use where client_id = $1 and id = any($2)";

const TAKE_UP = `
  insert into histogram_in_use (client_id, id, stream, definition)
  select $1, id, stream, definition from jsonb_to_recordset($2) as h(id uuid, stream text, definition text)
  on conflict do nothing`;

const TOUCH_STREAMS = `
  insert into touched_histogram (client_id, stream, service_id, day)
  select $1, stream, service_id, day from (
    select distinct stream, service_id, day from daily_measures where client_id = $1 and stream = any($2)) d
   order by day desc, service_id`;
