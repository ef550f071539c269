import { Decimal } from "../shared/decimal";
import { currencySymbol, minorDigits } from "./currency.rules";
import type { KpiDefinition, Language } from "./kpi-definition";
import { number, rounded } from "./number-display.rules";

type Displayed = Pick<KpiDefinition, "unit" | "precision">;

interface Words {
  readonly h: string;
  readonly m: string;
  readonly s: string;
  readonly gap: string;
  /** Percentage points. */
  readonly pp: string;
  readonly perHour: string;
  /** Of a score, by the language's plural. */
  readonly points: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };
}

const WORDS: Readonly<Record<Language, Words>> = {
  en: { h: "h", m: "m", s: "s", gap: " ", pp: "pp", perHour: "/ h", points: { one: "point", other: "points" } },
  it: { h: "h", m: "min", s: "s", gap: " ", pp: "p.p.", perHour: "/ h", points: { one: "punto", other: "punti" } },
  hr: {
    ...{ h: "h", m: "min", s: "s", gap: " ", pp: "p.b.", perHour: "/ h" },
    points: { one: "bod", few: "boda", other: "bodova" },
  },
  zh: { h: "小时", m: "分", s: "秒", gap: "", pp: "个百分点", perHour: "/小时", points: { other: "分" } },
};

/** Shown where there is no value. */
export const NO_VALUE = "–";

/**
 * A value for people: rounded half up to the KPI's precision, never used for comparing (semantics R3). Money is kept in
 * minor units and needs the contract's currency: its own digits are shown, whatever a precision of up to 2 says.
 * | unit           | value   | en         | it         | hr         | zh       |
 * | share, percent | 0.8113… | 81.1 %     | 81,1 %     | 81,1 %     | 81.1 %   |
 * | seconds        | 67      | 1 m 07 s   | 1 min 07 s | 1 min 07 s | 1分07秒  |
 * | count          | 12345   | 12,345     | 12.345     | 12.345     | 12,345   |
 * | rate           | 3.2     | 3.2 / h    | 3,2 / h    | 3,2 / h    | 3.2/小时 |
 * | points         | 4.1     | 4.1 points | 4,1 punti  | 4,1 bod    | 4.1分    |
 * | money, EUR     | 420     | € 4.20     | € 4,20     | € 4,20     | €4.20    |
 * | any            | null    | –          | –          | –          | –        |
 */
export function display(
  kpi: Displayed,
  value: string | null,
  language: Language,
  currency: string | null = null,
): string {
  if (value === null) return NO_VALUE;
  const exact = new Decimal(value);
  switch (kpi.unit) {
    case "share":
    case "percent":
      return `${number(exact.times(100), kpi.precision, language)} %`;
    case "seconds":
      return duration(exact, kpi.precision, language);
    case "count":
      return number(exact, kpi.precision, language);
    case "rate":
      return `${number(exact, kpi.precision, language)}${WORDS[language].gap}${WORDS[language].perHour}`;
    case "points":
      return points(exact, kpi.precision, language);
    case "money":
      return money(exact, kpi.precision, language, currency);
  }
}

/** A difference of two values for people, with its sign: `+1.2 pp`, `−12 s`, `±0`. Percentages differ by points. */
export function displayChange(
  kpi: Displayed,
  change: string | null,
  language: Language,
  currency: string | null = null,
): string {
  if (change === null) return NO_VALUE;
  const size = new Decimal(change).abs();
  const isPercentage = kpi.unit === "share" || kpi.unit === "percent";
  const shown = isPercentage
    ? `${number(size.times(100), kpi.precision, language)} ${WORDS[language].pp}`
    : display(kpi, size.toString(), language, currency);
  return `${/[1-9]/.test(shown) ? signOf(new Decimal(change)) : "±"}${shown}`;
}

const signOf = (change: Decimal): string => (change.isNegative() ? "−" : "+");

function points(value: Decimal, precision: number, language: Language): string {
  const plural = new Intl.PluralRules(language, { minimumFractionDigits: precision, maximumFractionDigits: precision });
  const { gap, points: words } = WORDS[language];
  const word = words[plural.select(rounded(value.abs(), precision).toNumber())] ?? words.other;
  return `${number(value, precision, language)}${gap}${word}`;
}

/** More digits than the currency has only where somebody asks for more than two. Unknown currency: minor units. */
function money(minorUnits: Decimal, precision: number, language: Language, currency: string | null): string {
  if (currency === null) return number(minorUnits, Math.max(0, precision - 2), language);
  const digits = minorDigits(currency);
  const major = minorUnits.div(new Decimal(10).pow(digits));
  const amount = number(major.abs(), digits + Math.max(0, precision - 2), language);
  const sign = major.isNegative() && /[1-9]/.test(amount) ? "−" : "";
  return `${sign}${currencySymbol(currency, language)}${WORDS[language].gap}${amount}`;
}

/** Hours and minutes only where there are any; what follows them has two digits. */
function duration(seconds: Decimal, precision: number, language: Language): string {
  const total = rounded(seconds.abs(), precision);
  const hours = total.div(3_600).floor();
  const minutes = total.minus(hours.times(3_600)).div(60).floor();
  const rest = total.minus(hours.times(3_600)).minus(minutes.times(60));
  const { h, m, s, gap } = WORDS[language];
  const pair = (value: Decimal, digits: number, isFirst: boolean): string =>
    (isFirst ? "" : "0".repeat(value.lt(10) ? 1 : 0)) + number(value, digits, language);
  const parts = [
    ...(hours.isZero() ? [] : [`${pair(hours, 0, true)}${gap}${h}`]),
    ...(hours.isZero() && minutes.isZero() ? [] : [`${pair(minutes, 0, hours.isZero())}${gap}${m}`]),
    `${pair(rest, precision, hours.isZero() && minutes.isZero())}${gap}${s}`,
  ];
  return (seconds.isNegative() && !total.isZero() ? "−" : "") + parts.join(gap === "" ? "" : " ");
}
