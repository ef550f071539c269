import { minorDigits } from "../kpis/currency.rules";
import type { KpiDefinition } from "../kpis/kpi-definition";
import { Decimal } from "../shared/decimal";
import { DomainError } from "../shared/errors";

type Measured = Pick<KpiDefinition, "code" | "unit" | "direction">;

export class InvalidTarget extends DomainError {
  readonly code = "INVALID_TARGET";
}

/**
 * A target as written, in the KPI's unit, as an exact decimal. Money is written with its currency and kept in minor
 * units; a currency other than the contract's is refused where the contract is known.
 * | KPI's unit    | written    | exact   |
 * | share         | 80 %       | 0.8     |
 * | share         | 0.8        | 0.8     |
 * | share         | 80         | refused |
 * | percent       | 110 %      | 1.1     |
 * | percent       | 110        | refused |
 * | seconds       | 240        | 240     |
 * | seconds       | 80 %       | refused |
 * | rate, points  | 3.2        | 3.2     |
 * | money         | 4.20 EUR   | 420     |
 * | money         | 420 minor  | 420     |
 * | money         | 4.20       | refused |
 */
export function exactTarget(
  written: string,
  kpi: Measured,
  path: readonly string[],
  currency: string | null = null,
): string {
  const [, digits, unit = ""] = /^([-−]?\d+(?:\.\d+)?)\s*(%|minor|[A-Z]{3})?$/.exec(written.trim()) ?? [];
  const given = digits === undefined ? null : new Decimal(digits.replace("−", "-"));
  const value = given && READERS[kpi.unit](given, unit, currency);
  if (!value) throw refused(written, kpi, path);
  return value.toString();
}

/** What a number with what was written behind it means; null: nothing. */
type Reader = (given: Decimal, unit: string, currency: string | null) => Decimal | null;

const plain: Reader = (given, unit) => (unit === "" && !given.isNegative() ? given : null);

const share: Reader = (given, unit) => {
  const value = unit === "%" ? given.div(100) : given;
  return (unit === "%" || unit === "") && value.gte(0) && value.lte(1) ? value : null;
};

/** May pass 100 % and be negative; without the sign only where nobody can have meant per cent. */
const percent: Reader = (given, unit) => {
  if (unit === "%") return given.div(100);
  return unit === "" && given.abs().lte(LARGEST_BARE_RATIO) ? given : null;
};

const LARGEST_BARE_RATIO = 3;

const money: Reader = (given, unit, currency) => {
  if (unit === "minor") return given.isInteger() && !given.isNegative() ? given : null;
  if (!isCurrency(unit) || (currency !== null && unit !== currency) || given.isNegative()) return null;
  const minorUnits = given.times(new Decimal(10).pow(minorDigits(unit)));
  return minorUnits.isInteger() ? minorUnits : null;
};

const isCurrency = (code: string): boolean => Intl.supportedValuesOf("currency").includes(code);

const READERS: Readonly<Record<KpiDefinition["unit"], Reader>> = {
  share,
  percent,
  seconds: plain,
  count: plain,
  rate: plain,
  points: (given, unit) => (unit === "" ? given : null),
  money,
};

/** A target as a person writes it: percentages in per cent, money in its currency where that is known. */
export function writtenTarget(exact: string, { unit }: Pick<Measured, "unit">, currency: string | null = null): string {
  const value = new Decimal(exact);
  if (unit === "share" || unit === "percent") return `${value.times(100).toString()} %`;
  if (unit !== "money") return value.toString();
  if (currency === null) return `${value.toString()} minor`;
  const digits = minorDigits(currency);
  return `${value.div(new Decimal(10).pow(digits)).toFixed(digits)} ${currency}`;
}

/** A minimum asks for less than its target; refuses one that asks for more. */
export function refuseHigherMinimum(
  { target, minimum }: { target: string; minimum: string | null },
  kpi: Measured,
  path: readonly string[],
): void {
  if (minimum === null || isNoHarder(minimum, target, kpi)) return;
  throw new InvalidTarget(`The minimum ${minimum} asks for more than the target ${target}.`, {
    path,
    remedy: `${kpi.code} is to be ${kpi.direction}d: the minimum must be ${kpi.direction === "maximise" ? "at most" : "at least"} the target.`,
  });
}

/** Whether a level asks for no more than another; levels of a KPI whose best lies in between cannot be told apart. */
export const isNoHarder = (level: string, than: string, { direction }: Pick<Measured, "direction">): boolean =>
  direction === "range" || (direction === "maximise" ? new Decimal(level).lte(than) : new Decimal(level).gte(than));

const refused = (written: string, kpi: Measured, path: readonly string[]): InvalidTarget =>
  new InvalidTarget(`"${written}" is not a target for ${kpi.code}.`, { path, remedy: REMEDIES[kpi.unit] });

const REMEDIES: Readonly<Record<KpiDefinition["unit"], string>> = {
  share: "It is a share: write 80 % or 0.8.",
  percent: "It is a percentage: write 110 % or 1.1.",
  seconds: "It is a time: write seconds, such as 240.",
  count: "It is a count: write a number such as 100.",
  rate: "It is a rate per hour: write a number such as 3.2.",
  points: "It is in points: write a number such as 4.5.",
  money:
    "It is money: write it in the currency of the contract, such as 4.20 EUR, or in minor units, such as 420 minor.",
};
