import { Decimal } from "../shared/decimal";
import type { KpiDefinition, Language } from "./kpi-definition";

type Displayed = Pick<KpiDefinition, "unit" | "precision">;

/** Decimal mark and the mark between groups of three digits. */
const MARKS: Readonly<Record<Language, readonly [decimal: string, group: string]>> = {
  en: [".", ","],
  it: [",", "."],
  hr: [",", "."],
  zh: [".", ","],
};

const UNITS: Readonly<Record<Language, { h: string; m: string; s: string; gap: string; points: string }>> = {
  en: { h: "h", m: "m", s: "s", gap: " ", points: "pp" },
  it: { h: "h", m: "min", s: "s", gap: " ", points: "p.p." },
  hr: { h: "h", m: "min", s: "s", gap: " ", points: "p.b." },
  zh: { h: "小时", m: "分", s: "秒", gap: "", points: "个百分点" },
};

/** Shown where there is no value. */
export const NO_VALUE = "–";

/**
 * A value for people: rounded half up to the KPI's precision, never used for comparing (semantics R3).
 * | unit    | value              | en        | it        |
 * | share   | 0.8113…            | 81.1 %    | 81,1 %    |
 * | seconds | 67                 | 1 m 07 s  | 1 min 07 s |
 * | seconds | 34                 | 34 s      | 34 s      |
 * | count   | 12345              | 12,345    | 12.345    |
 * | any     | null               | –         | –         |
 */
export function display(kpi: Displayed, value: string | null, language: Language): string {
  if (value === null) return NO_VALUE;
  switch (kpi.unit) {
    case "share":
      return `${number(new Decimal(value).times(100), kpi.precision, language)} %`;
    case "seconds":
      return duration(new Decimal(value), kpi.precision, language);
    case "count":
      return number(new Decimal(value), kpi.precision, language);
  }
}

/** A difference of two values for people, with its sign: `+1.2 pp`, `−12 s`, `±0`. Shares differ by percentage points. */
export function displayChange(kpi: Displayed, change: string | null, language: Language): string {
  if (change === null) return NO_VALUE;
  const size = new Decimal(change).abs();
  const { points } = UNITS[language];
  const shown =
    kpi.unit === "share"
      ? `${number(size.times(100), kpi.precision, language)} ${points}`
      : display(kpi, size.toString(), language);
  return `${signOf(rounded(new Decimal(change).times(kpi.unit === "share" ? 100 : 1), kpi.precision))}${shown}`;
}

const signOf = (change: Decimal): string => (change.isZero() ? "±" : change.isNegative() ? "−" : "+");

const rounded = (value: Decimal, precision: number): Decimal =>
  value.toDecimalPlaces(precision, value.isNegative() ? Decimal.ROUND_HALF_DOWN : Decimal.ROUND_HALF_UP);

function number(value: Decimal, precision: number, language: Language): string {
  const [whole = "", fraction] = rounded(value.abs(), precision).toFixed(precision).split(".");
  const [mark, group] = MARKS[language];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  const sign = value.isNegative() && !rounded(value, precision).isZero() ? "−" : "";
  return `${sign}${grouped}${fraction === undefined ? "" : mark + fraction}`;
}

/** Hours and minutes only where there are any; what follows them has two digits. */
function duration(seconds: Decimal, precision: number, language: Language): string {
  const total = rounded(seconds.abs(), precision);
  const hours = total.div(3_600).floor();
  const minutes = total.minus(hours.times(3_600)).div(60).floor();
  const rest = total.minus(hours.times(3_600)).minus(minutes.times(60));
  const { h, m, s, gap } = UNITS[language];
  const pair = (value: Decimal, digits: number, isFirst: boolean): string =>
    (isFirst ? "" : "0".repeat(value.lt(10) ? 1 : 0)) + number(value, digits, language);
  const parts = [
    ...(hours.isZero() ? [] : [`${pair(hours, 0, true)}${gap}${h}`]),
    ...(hours.isZero() && minutes.isZero() ? [] : [`${pair(minutes, 0, hours.isZero())}${gap}${m}`]),
    `${pair(rest, precision, hours.isZero() && minutes.isZero())}${gap}${s}`,
  ];
  return (seconds.isNegative() && !total.isZero() ? "−" : "") + parts.join(gap === "" ? "" : " ");
}
