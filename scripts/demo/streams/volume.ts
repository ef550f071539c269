import { noon, type Day } from "../../../src/shared/day";
import { Chance } from "../chance";
import { weekdayWeight } from "../facts";
import { fact, localTime, type DemoFact } from "./demo-row";

/** A line run by the carrier, which reports totals of half hours and no single calls. */
export const TOTALS_ONLY = { client: "aurora", contract: "aurora-care", service: "aurora-outages", channel: "phone" };

const OPENS = 7 * 3600;
const CLOSES = 21 * 3600;

export function* volumeOf(day: Day): Generator<DemoFact> {
  const weight = Math.max(0.3, weekdayWeight(day));
  const storm = new Chance(`storm ${day}`).happens(0.05) ? 4 : 1;
  for (let at = OPENS; at < CLOSES; at += 1800) {
    const chance = new Chance(`outages ${day} ${at}`);
    const offered = Math.round(6 * weight * storm * (0.6 + 0.8 * chance.unit()));
    const abandoned = Math.round(offered * 0.06 * storm * chance.unit());
    yield fact("volume", {
      external_id: `outages-${localTime(day, at)}`,
      service: TOTALS_ONLY.service,
      channel: TOTALS_ONLY.channel,
      interval_start: localTime(day, at),
      interval_end: localTime(day, at + 1800),
      offered,
      handled: offered - abandoned,
      abandoned,
      handle_seconds: Math.round((offered - abandoned) * (95 + 20 * chance.unit())),
    });
  }
}

/** Planning knows the season, not the storms. */
export function* outagesForecast(day: Day): Generator<DemoFact> {
  const weight = Math.max(0.3, weekdayWeight(day));
  for (let at = OPENS; at < CLOSES; at += 1800) {
    yield fact("forecast", {
      external_id: `agreed-outages-${localTime(day, at)}`,
      service: TOTALS_ONLY.service,
      channel: TOTALS_ONLY.channel,
      interval_start: localTime(day, at),
      interval_end: localTime(day, at + 1800),
      publication: "agreed",
      published_at: `${noon(day).minus({ days: 10 }).toISODate()}T16:00:00`,
      is_locked: true,
      volume: Math.round(6 * weight),
      aht_seconds: 105,
      required_staff: "1.00",
    });
  }
}
