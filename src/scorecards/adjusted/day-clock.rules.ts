import { addDays, startOfDay, type Day } from "../../shared/day";

/** When local days begin, each looked up once. */
export class DayClock {
  private readonly known = new Map<string, number>();

  /** In milliseconds. */
  startOf(day: Day, zone: string): number {
    const key = `${day}/${zone}`;
    const known = this.known.get(key) ?? startOfDay(day, zone).getTime();
    this.known.set(key, known);
    return known;
  }

  endOf(day: Day, zone: string): number {
    return this.startOf(addDays(day, 1), zone);
  }
}

/** Each local day of `[from, until)`. */
export function daysIn({ from, until }: { readonly from: Day; readonly until: Day }): Day[] {
  const days: Day[] = [];
  for (let day = from; day < until; day = addDays(day, 1)) days.push(day);
  return days;
}

/** Days in order as ranges without a gap. */
export function rangesOf(days: readonly Day[]): { from: Day; until: Day }[] {
  const ranges: { from: Day; until: Day }[] = [];
  for (const day of days) {
    const last = ranges.at(-1);
    if (last?.until === day) last.until = addDays(day, 1);
    else ranges.push({ from: day, until: addDays(day, 1) });
  }
  return ranges;
}
