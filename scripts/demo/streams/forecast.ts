import { addDays, noon, type Day } from "../../../src/shared/day";
import { Chance } from "../chance";
import { weekdayWeight } from "../facts";
import type { Desk } from "../house";
import { fact, localTime, type DemoFact } from "./demo-row";

const HALF_HOUR = 1800;
/** Days before the day on which planning publishes, and which publication the contract counts by. */
const PUBLICATIONS = [
  { name: "draft", daysAhead: 21, error: 0.14, isLocked: false },
  { name: "agreed", daysAhead: 10, error: 0.07, isLocked: true },
] as const;

/** What planning expected of a day, half hour by half hour, in both publications. */
export function* forecastOf(desk: Desk, day: Day): Generator<DemoFact> {
  const weight = weekdayWeight(day);
  if (weight === 0) return;
  const closes = noon(day).weekday === 6 ? 13 * 3600 : desk.closes;
  const shares = sharesBetween(desk.opens, closes);
  for (const { name, daysAhead, error, isLocked } of PUBLICATIONS) {
    const chance = new Chance(`forecast ${name} ${desk.service} ${day}`);
    const level = desk.contacts * weight * (1 + error * chance.normal());
    for (const [place, share] of shares.entries()) {
      const at = desk.opens + place * HALF_HOUR;
      const volume = Math.max(0, Math.round(level * share * (1 + 0.5 * error * chance.normal())));
      yield fact("forecast", {
        external_id: `${name}-${desk.service}-${localTime(day, at)}`,
        service: desk.service,
        channel: desk.channel,
        interval_start: localTime(day, at),
        interval_end: localTime(day, at + HALF_HOUR),
        publication: name,
        published_at: localTime(addDays(day, -daysAhead), 16 * 3600),
        is_locked: isLocked,
        volume,
        aht_seconds: desk.handleSeconds,
        required_staff: staffFor(volume, desk).toFixed(2),
      });
    }
  }
}

/** By the square-root rule: the load, and a reserve that grows with its root; somebody is always there. */
function staffFor(volume: number, desk: Desk): number {
  const load = (volume * desk.handleSeconds) / (HALF_HOUR * desk.concurrency);
  return Math.max(1, load + 1.6 * Math.sqrt(load));
}

/** The two humps of a day, in shares of half hours that total 1. */
function sharesBetween(opens: number, closes: number): number[] {
  const span = closes - opens;
  const heights = Array.from({ length: span / HALF_HOUR }, (_, i) => {
    const at = ((i + 0.5) * HALF_HOUR) / span;
    const hump = (centre: number, width: number): number => Math.exp(-(((at - centre) / width) ** 2) / 2) / width;
    return 0.45 * hump(0.25, 0.1) + 0.35 * hump(0.62, 0.1) + 0.2 * hump(0.5, 0.28);
  });
  const total = heights.reduce((sum, one) => sum + one, 0);
  return heights.map((one) => one / total);
}
