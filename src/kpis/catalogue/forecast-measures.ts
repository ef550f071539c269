import type { Measure, MeasureDefinition } from "../measure-definition";

/** What measures of forecasts may look at: the locked forecast of an interval, and what became of it. */
export interface ForecastFacts {
  readonly volumeHundredths: number | null;
  readonly actualVolume: number;
  readonly isVolumeKnown: boolean;
  /** |forecast − actual| of the whole day and channel; on its first interval only. */
  readonly dayErrorHundredths: number | null;
  /** Of people, throughout the interval. */
  readonly requiredHundredths: number | null;
  readonly seconds: number;
  readonly staffedSeconds: number;
  readonly loggedSeconds: number;
  readonly isStaffKnown: boolean;
}

type ForecastMeasure = MeasureDefinition<ForecastFacts>;
type Shape = Pick<ForecastMeasure, "code" | "description" | "unit" | "condition" | "sumOf" | "counts" | "amount">;

const measure = (shape: Shape): Measure => ({
  ...shape,
  ...{ stream: "forecast", attribution: "interval", parameters: [] },
});

const COMPARED = "f.is_volume_known and f.volume_hundredths is not null";
const isCompared = (f: ForecastFacts): boolean => f.isVolumeKnown && f.volumeHundredths !== null;
const ERROR = "abs(f.volume_hundredths - 100 * f.actual_volume)";
const errorOf = (f: ForecastFacts): number => Math.abs((f.volumeHundredths ?? 0) - 100 * f.actualVolume);
const hasVolume = (f: ForecastFacts): boolean => isCompared(f) && f.actualVolume > 0;

/** In whole numbers throughout: a quotient of floats may end on the wrong side of a half. */
const apeOf = (f: ForecastFacts): number => {
  const actual = BigInt(f.actualVolume);
  return Number((20_000_000n * BigInt(errorOf(f)) + actual) / (2n * actual));
};

const VOLUME_MEASURES: readonly Measure[] = [
  measure({
    ...{ code: "forecast_volume_hundredths", unit: "count", condition: COMPARED, sumOf: "f.volume_hundredths" },
    description: "Hundredths of contacts expected by the locked forecast, in intervals whose volume is known.",
    counts: isCompared,
    amount: (f) => f.volumeHundredths ?? 0,
  }),
  measure({
    ...{ code: "forecast_actual_volume", unit: "count", condition: COMPARED, sumOf: "f.actual_volume" },
    description: "Contacts offered in intervals that the locked forecast expects a volume for.",
    counts: isCompared,
    amount: (f) => f.actualVolume,
  }),
  measure({
    ...{ code: "forecast_error_hundredths", unit: "count", condition: COMPARED, sumOf: ERROR },
    description: "Hundredths of contacts by which intervals differ from the locked forecast, over or under.",
    counts: isCompared,
    amount: errorOf,
  }),
  measure({
    ...{ code: "forecast_day_error_hundredths", unit: "count" },
    description: "Hundredths of contacts by which whole days differ from the locked forecast, over or under.",
    condition: "f.day_error_hundredths is not null",
    sumOf: "f.day_error_hundredths",
    counts: (f) => f.dayErrorHundredths !== null,
    amount: (f) => f.dayErrorHundredths ?? 0,
  }),
  measure({
    ...{ code: "forecast_intervals", unit: "count", condition: COMPARED, sumOf: null },
    description: "Intervals with a forecast volume whose actual volume is known.",
    counts: isCompared,
    amount: () => 1,
  }),
  measure({
    ...{
      code: "forecast_busy_intervals",
      unit: "count",
      condition: `${COMPARED} and f.actual_volume > 0`,
      sumOf: null,
    },
    description: "Of those, intervals with at least one contact.",
    counts: hasVolume,
    amount: () => 1,
  }),
  measure({
    ...{ code: "forecast_ape_billionths", unit: "count", condition: `${COMPARED} and f.actual_volume > 0` },
    description:
      "Thousand-millionths of |forecast − actual| ÷ actual of intervals with at least one contact, each rounded half up.",
    sumOf: `div(20000000::numeric * ${ERROR} + f.actual_volume, 2 * f.actual_volume)`,
    counts: hasVolume,
    amount: apeOf,
  }),
];

const STAFFED = "f.is_staff_known and f.required_hundredths is not null";
const isStaffed = (f: ForecastFacts): boolean => f.isStaffKnown && f.requiredHundredths !== null;
const REQUIRED = "f.required_hundredths * f.seconds";
const requiredOf = (f: ForecastFacts): number => (f.requiredHundredths ?? 0) * f.seconds;

const staffed = (shape: Pick<Shape, "code" | "description" | "amount"> & { readonly sumOf: string }): Measure =>
  measure({ ...shape, unit: "seconds", condition: STAFFED, counts: isStaffed });

const STAFF_MEASURES: readonly Measure[] = [
  staffed({
    code: "required_staff_hundredths",
    description: "Hundredths of seconds of staff required by the locked forecast, in intervals whose staff is known.",
    sumOf: REQUIRED,
    amount: requiredOf,
  }),
  staffed({
    code: "staffed_seconds",
    description: "Seconds available or handling that fall in intervals with a requirement.",
    sumOf: "f.staffed_seconds",
    amount: (f) => f.staffedSeconds,
  }),
  staffed({
    code: "staffed_logged_seconds",
    description: "Seconds logged in that fall in intervals with a requirement.",
    sumOf: "f.logged_seconds",
    amount: (f) => f.loggedSeconds,
  }),
  staffed({
    code: "covered_staff_hundredths",
    description:
      "Hundredths of required seconds of staff that were staffed: what is over in one interval helps no other.",
    sumOf: `least(100 * f.staffed_seconds, ${REQUIRED})`,
    amount: (f) => Math.min(100 * f.staffedSeconds, requiredOf(f)),
  }),
  staffed({
    code: "covered_logged_hundredths",
    description: "The same by time logged in.",
    sumOf: `least(100 * f.logged_seconds, ${REQUIRED})`,
    amount: (f) => Math.min(100 * f.loggedSeconds, requiredOf(f)),
  }),
  measure({
    ...{ code: "required_intervals", unit: "count", condition: STAFFED, sumOf: null },
    description: "Intervals with a requirement whose staff is known.",
    counts: isStaffed,
    amount: () => 1,
  }),
];

/** Counted on the day the interval begins. Intervals that nothing is known of yet are not compared. */
export const FORECAST_MEASURES: readonly Measure[] = [...VOLUME_MEASURES, ...STAFF_MEASURES];
