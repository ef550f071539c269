import type { KpiFormula } from "../kpis/kpi-formula.rules";
import { findMeasureOf } from "../kpis/catalogue/measures";
import type { Parameters } from "../kpis/kpi-definition";
import { boundFormula, refusalsOfFormula, refusalsOfParameters } from "../kpis/own/own-kpi-check.rules";
import type { KpiHead } from "../kpis/own/own-kpi.schema";
import { asynchronousChannels, type ChannelClass } from "../measures/channel-class.rules";
import { withOwnValues } from "../measures/measure-sql.rules";
import { previewSql } from "../measures/recompute.rules";
import { streamDays } from "../measures/streams/streams.rules";
import { rows, type Tx } from "../platform/database";
import { addDays, dayOf, daysBetween, type Day } from "../shared/day";
import { refuse } from "../shared/gathering";
import type { PeriodKind } from "../shared/period";
import type { Stream } from "../shared/stream";
import { looksBack, previewPoints, usesOf, type PreviewPoint, type PreviewRow } from "./kpi-preview.rules";
import { PreviewTooLarge } from "./kpi-preview.errors";

export interface PreviewOrder {
  readonly clientId: string;
  readonly head: KpiHead;
  readonly formula: string;
  readonly sample: string | null;
  /** Values chosen for parameters; the others take their default. */
  readonly chosen: Parameters;
  /** Services whose facts count. */
  readonly services: readonly { readonly id: string; readonly timeZone: string }[];
  readonly from: Day;
  readonly until: Day;
  readonly by: PeriodKind;
}

const MOST_DAYS = 400;
const MOST_SERVICE_DAYS = 5_000;

/** What a formula would give, before it is saved: worked out from the facts of the days asked for, and kept nowhere. */
export class KpiPreviewService {
  async preview(tx: Tx, order: PreviewOrder, now: Date): Promise<PreviewPoint[]> {
    const { head, formula: text, sample, services, from, until, by } = order;
    const written = { formula: text, sample };
    const find = findMeasureOf(order.clientId);
    refuse([...refusalsOfParameters(head), ...refusalsOfFormula(head, written, find)]);
    const days = daysBetween(from, until);
    if (days < 1 || days > MOST_DAYS || days * services.length > MOST_SERVICE_DAYS)
      throw new PreviewTooLarge(days, services.length, { days: MOST_DAYS, serviceDays: MOST_SERVICE_DAYS });
    const defaults = head.parameters.map((one) => [one.name, one.default] as const);
    const formula = boundFormula(written, { ...Object.fromEntries(defaults), ...order.chosen }, find);
    const found = await rowsOf(tx, order, formula);
    const today = services
      .map(({ timeZone }) => dayOf(now, timeZone))
      .sort()
      .at(-1);
    const endOfDays = today === undefined ? until : addDays(today, 1);
    return previewPoints(formula, head.channels, found, { from, until, by, endOfDays });
  }
}

async function rowsOf(tx: Tx, order: PreviewOrder, formula: KpiFormula): Promise<PreviewRow[]> {
  const asynchronous = new Set(asynchronousChannels());
  const classOf = (channel: string): ChannelClass =>
    channel === "" ? "none" : asynchronous.has(channel) ? "asynchronous" : "live";
  const all: PreviewRow[] = [];
  for (const stream of formula.streams) {
    const { serviceIds, days } = await daysToRead(tx, order, stream, looksBack(formula));
    const { sql, params } = withOwnValues(previewSql(stream, usesOf(formula, stream)), [
      order.clientId,
      serviceIds,
      days,
    ]);
    const found = await rows<{ day: Day; channel: string; sums: (number | null)[] }>(tx, sql, params);
    all.push(...found.map(({ day, channel, sums }) => ({ stream, day, channels: classOf(channel), sums })));
  }
  return all;
}

/** The days of the range; for a level also every day before on which a fact counts. */
async function daysToRead(tx: Tx, { clientId, services, from, until }: PreviewOrder, stream: Stream, back: boolean) {
  const sql = `
    select s.id as "serviceId", d::date as day from unnest($2::uuid[]) as s(id),
           generate_series($3::date, $4::date - 1, interval '1 day') d
    ${back ? `union select service_id, day from (${streamDays(stream).allDays}) a where service_id = any($2) and day < $3` : ""}`;
  const found = await rows<{ serviceId: string; day: Day }>(tx, `select * from (${sql}) x where $1::uuid is not null`, [
    clientId,
    services.map(({ id }) => id),
    from,
    until,
  ]);
  return { serviceIds: found.map(({ serviceId }) => serviceId), days: found.map(({ day }) => day) };
}
