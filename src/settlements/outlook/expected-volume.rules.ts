import { Decimal } from "../../shared/decimal";
import { noon, type Day } from "../../shared/day";

/** What the volume of the rest was taken from. mixed: the forecast for its days, weekdays for those after it. */
export const VOLUME_BASES = ["locked_forecast", "same_weekdays", "mixed"] as const;
export type VolumeBasis = (typeof VOLUME_BASES)[number];

/** What a formula counted on one day: its denominator, or the amount itself where it has none. */
export interface DayVolume {
  readonly day: Day;
  readonly volume: number;
}

/** What is expected of the rest of a period. */
export interface ExpectedVolume {
  /** Whole: of what the denominator counts, or of the amount. */
  readonly volume: string;
  readonly basis: VolumeBasis;
}

export interface VolumeMaterial {
  readonly today: Day;
  /** Days of the last eight weeks, today not among them. */
  readonly seen: readonly DayVolume[];
  /** What came today so far. */
  readonly soFarToday: number;
  /** Today and the days after it that belong to the period. */
  readonly rest: readonly Day[];
  /** Contacts that the locked forecast still expects, by day; none: there is no forecast. */
  readonly forecast: ReadonlyMap<Day, string>;
  /** Contacts offered in the last eight weeks by the services that have a forecast. */
  readonly offered: number;
}

const weekdayOf = (day: Day): number => noon(day).weekday;

/**
 * Mean volume by weekday (1: Monday) over the days from the first one on which anything came; days without anything count.
 * | seen                                  | Monday | Tuesday |
 * | Mondays 0 (before the first), 40, 60  |     50 |         |
 * | Tuesdays 30, 0                        |        |      15 |
 */
export function weekdayMeans(seen: readonly DayVolume[]): ReadonlyMap<number, number> {
  const first = seen
    .filter(({ volume }) => volume !== 0)
    .map(({ day }) => day)
    .sort()[0];
  const counting = first === undefined ? [] : seen.filter(({ day }) => day >= first);
  const means = new Map<number, number>();
  for (let weekday = 1; weekday <= 7; weekday += 1) {
    const like = counting.filter(({ day }) => weekdayOf(day) === weekday);
    if (like.length > 0) means.set(weekday, like.reduce((sum, one) => sum + one.volume, 0) / like.length);
  }
  return means;
}

/**
 * What the rest of a period is expected to bring. From the locked forecast: its contacts × what the formula counted per
 * contact offered in the last eight weeks. Otherwise the mean of the same weekdays of the last eight weeks, today less
 * what came already. Rounded half up to whole. Null: nothing was ever seen.
 */
export function expectedVolume(material: VolumeMaterial): ExpectedVolume | null {
  const { today, seen, soFarToday, rest, forecast, offered } = material;
  const means = weekdayMeans(seen);
  const last = [...forecast.keys()].sort().at(-1);
  const isForecast = (day: Day): boolean => last !== undefined && offered > 0 && day <= last;
  const counted = seen.reduce((sum, one) => sum + one.volume, 0);
  if (means.size === 0) return null;
  const foreseen = rest
    .filter(isForecast)
    .map((day) => new Decimal(forecast.get(day) ?? 0).times(counted).div(offered));
  const usual = rest
    .filter((day) => !isForecast(day))
    .map((day) => {
      const mean = new Decimal(means.get(weekdayOf(day)) ?? 0);
      return day === today ? Decimal.max(0, mean.minus(soFarToday)) : mean;
    });
  const all = [...foreseen, ...usual].reduce((sum, one) => sum.plus(one), new Decimal(0));
  const basis =
    usual.length === 0 && foreseen.length > 0 ? "locked_forecast" : foreseen.length > 0 ? "mixed" : "same_weekdays";
  return { volume: all.toDecimalPlaces(0, Decimal.ROUND_HALF_UP).toString(), basis };
}
