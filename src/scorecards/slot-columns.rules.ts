import type { MeasureDefinition } from "../kpis/measure-definition";
import type { Stream } from "../shared/stream";

export type Aggregate = NonNullable<MeasureDefinition["aggregate"]>;

/** The slots that are read, by stream, and how their days are put together. */
export type SlotNeeds = ReadonlyMap<Stream, ReadonlyMap<number, Aggregate>>;

/** A slot that somebody reads. */
export interface NeededSlot {
  readonly stream: Stream;
  readonly slot: number;
  readonly aggregate: Aggregate;
}

export function slotNeeds(all: readonly NeededSlot[]): SlotNeeds {
  const needs = new Map<Stream, Map<number, Aggregate>>();
  for (const { stream, slot, aggregate } of all) {
    const ofStream = needs.get(stream) ?? new Map<number, Aggregate>();
    needs.set(stream, ofStream.set(slot, aggregate));
  }
  return needs;
}

export const streamsNeeded = (needs: SlotNeeds): Stream[] => [...needs.keys()];

/** Every slot from 1 to the last that is needed, with the aggregate of each stream that has another than the sum. */
export class SlotColumns {
  private readonly needed: ReadonlySet<number>;
  private readonly last: number;

  constructor(private readonly needs: SlotNeeds) {
    this.needed = new Set([...needs.values()].flatMap((slots) => [...slots.keys()]));
    this.last = Math.max(0, ...this.needed);
  }

  /** `, sum(…) as s1, …`: the slots put together; `stream` is among the columns of the group. */
  aggregated(valueOf: (slot: number) => string): string {
    return [...this.needed].map((slot) => `, ${this.aggregate(slot, valueOf(slot))} as s${slot}`).join("");
  }

  /** SQL of an array in which slot 1 stands first; what nobody needs is null. */
  array(valueOf: (slot: number) => string): string {
    const numbers = Array.from({ length: this.last }, (_, index) => index + 1);
    const values = numbers.map((slot) =>
      this.needed.has(slot) ? this.aggregate(slot, valueOf(slot)) : "null::float8",
    );
    return `array[${values.join(", ")}]::float8[]`;
  }

  private aggregate(slot: number, value: string): string {
    const others = [...this.needs].flatMap(([stream, slots]) => {
      const how = slots.get(slot);
      return how === undefined || how === "sum" ? [] : [`when '${stream}' then ${how}(${value})`];
    });
    return others.length === 0 ? `sum(${value})` : `case stream ${others.join(" ")} else sum(${value}) end`;
  }
}
