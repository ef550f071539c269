import type { KpiInUse } from "../kpis/kpi-definition";
import { MeasureSlot } from "../kpis/measure-slot.entity";
import { rows, type Tx } from "../platform/database";
import type { BackfillDue } from "./backfill-run.service";
import { backfill } from "./backfill.queries";
import { kpisInUse } from "./kpis-in-use.queries";
import { measuresNeeded, slotsOf, slotsReached, slotsToAppend, type Slots } from "./slots.rules";
import { SLOTS_LOCK } from "./touched-day.queries";

/** Gives each measure in use its place in the sums, and has days computed again that were computed without it. */
export class SlotService {
  /**
   * Slots for every dialect of the KPIs that the client's definitions use (or of `kpis`). When a row of daily measures
   * is too short for them, its day is put on the log, newest first. Call it before anything else that locks: it may
   * wait for every recomputation under way.
   */
  async ensureSlots(tx: Tx, clientId: string, kpis?: readonly KpiInUse[]): Promise<Slots> {
    return (await this.provide(tx, clientId, kpis)).slots;
  }

  /** The same, with the days that are computed again for it. */
  async provide(
    tx: Tx,
    clientId: string,
    kpis?: readonly KpiInUse[],
  ): Promise<{ slots: Slots; due: readonly BackfillDue[] }> {
    const needed = measuresNeeded(kpis ?? (await kpisInUse(tx, clientId)));
    let known = await readSlots(tx);
    if (slotsToAppend(needed, known).length > 0) {
      await rows(tx, "select pg_advisory_xact_lock($1)", [SLOTS_LOCK]);
      const appended = slotsToAppend(needed, await readSlots(tx));
      if (appended.length > 0) await tx.insert(MeasureSlot, appended);
      known = await readSlots(tx);
    }
    const slots = slotsOf(known);
    const due = await backfill(tx, { clientId, known, reached: slotsReached(needed, slots) });
    return { slots, due };
  }
}

const SLOTS = `select stream, slot, measure, parameters from measure_slot order by stream, slot`;

export const readSlots = (tx: Tx): Promise<MeasureSlot[]> => rows<MeasureSlot>(tx, SLOTS, [], "measure-slots");
