import type { KpiInUse } from "../kpis/kpi-definition";
import { dialectsOf } from "../kpis/kpi-in-use.rules";
import { formulaOf } from "../kpis/kpi-formula.rules";
import type { MeasureInUse } from "../kpis/measure-definition";
import { findMeasure } from "../kpis/catalogue/measures";
import type { MeasureSlot } from "../kpis/measure-slot.entity";
import { canonicalJson } from "../shared/canonical-hash";
import type { Stream } from "../shared/stream";

/** Where each measure with its parameters stands in the sums: `slotKey(…)` → slot, counted from 1. */
export type Slots = ReadonlyMap<string, number>;

export const slotKey = ({ measure, parameters }: MeasureInUse): string =>
  `${measure.stream}/${measure.code}/${canonicalJson(parameters)}`;

export const slotsOf = (all: readonly MeasureSlot[]): Slots =>
  new Map(all.map(({ stream, measure, parameters, slot }) => [`${stream}/${measure}/${parameters}`, slot]));

/** Every measure of every dialect of these KPIs, once, in a stable order: so that dialects can be shown side by side. */
export function measuresNeeded(kpis: readonly KpiInUse[]): MeasureInUse[] {
  const needed = new Map<string, MeasureInUse>();
  for (const formula of kpis.flatMap(dialectsOf).map(formulaOf))
    for (const use of formula.measures) needed.set(slotKey(use), use);
  return [...needed.values()];
}

/** Slots for the measures that have none yet, behind the last one of their stream. */
export function slotsToAppend(needed: readonly MeasureInUse[], known: readonly MeasureSlot[]): MeasureSlot[] {
  const slots = slotsOf(known);
  const last = new Map<Stream, number>();
  for (const { stream, slot } of known) last.set(stream, Math.max(slot, last.get(stream) ?? 0));
  return needed
    .filter((one) => !slots.has(slotKey(one)))
    .map(({ measure: { stream, code }, parameters }) => {
      const slot = (last.get(stream) ?? 0) + 1;
      last.set(stream, slot);
      return { stream, slot, measure: code, parameters: canonicalJson(parameters) };
    });
}

/** What each slot of a stream holds, by slot; null where the catalogue no longer knows the measure. */
export function contentOfSlots(stream: Stream, all: readonly MeasureSlot[]): (MeasureInUse | null)[] {
  const ofStream = all.filter((one) => one.stream === stream).sort((a, b) => a.slot - b.slot);
  return ofStream.map((one) => {
    const measure = findMeasure(one.measure);
    return measure ? { measure, parameters: JSON.parse(one.parameters) as MeasureInUse["parameters"] } : null;
  });
}

/** For each stream, the slot that rows must reach to hold all that is needed. */
export function slotsReached(needed: readonly MeasureInUse[], slots: Slots): Map<Stream, number> {
  const reached = new Map<Stream, number>();
  for (const one of needed) {
    const { stream } = one.measure;
    reached.set(stream, Math.max(slots.get(slotKey(one)) ?? 0, reached.get(stream) ?? 0));
  }
  return reached;
}
