import { minorDigits } from "../../kpis/currency.rules";
import type { KpiDefinition } from "../../kpis/kpi-definition";
import { Decimal } from "../../shared/decimal";
import { exactTarget } from "../target.rules";
import { InvalidAmount } from "./clause.errors";
import type { Pays } from "./clause";

export type Path = readonly string[];

const FORM = /^([-−]?)(\d{1,30}(?:\.\d{1,20})?)\s*(%|minor|points?|[A-Z]{3})?$/;

interface Parts {
  readonly value: Decimal;
  readonly unit: string;
}

function partsOf(written: string, path: Path): Parts {
  const [, sign, digits, unit = ""] = FORM.exec(written.trim()) ?? [];
  if (digits === undefined)
    throw new InvalidAmount(`"${written}" is not an amount.`, {
      path,
      remedy: "Write digits and a unit, such as 10 %, 500.00 EUR, or 3.",
    });
  if (sign)
    throw new InvalidAmount(`"${written}" is negative.`, {
      path,
      remedy: "Write what is paid as a positive amount; the clause's side says in whose favour it is.",
    });
  return { value: new Decimal(digits), unit };
}

/**
 * A share of money as an exact ratio. Without the sign it may mean either, and is refused.
 * | written | exact   |
 * | 10 %    | 0.1     |
 * | 0       | 0       |
 * | 10, 0.1 | refused |
 */
export function readShare(written: string, path: Path, most: number | null = 100): string {
  const { value, unit } = partsOf(written, path);
  const isNothing = unit === "" && value.isZero();
  if (unit !== "%" && !isNothing)
    throw new InvalidAmount(`"${written}" is not a percentage.`, {
      path,
      remedy: `Write it with its sign: ${tryShare(written)}.`,
    });
  if (most !== null && value.gt(most))
    throw new InvalidAmount(`${written} is more than ${most} %.`, {
      path,
      remedy: `Write a share of at most ${most} %.`,
    });
  return value.div(100).toString();
}

const tryShare = (written: string): string => (/^\d+(\.\d+)?$/.test(written.trim()) ? `${written.trim()} %` : "10 %");

/** A chance or a statistical level, where both forms are in use: `5 %` or `0.05`; more than 0 and less than 1. */
export function readChance(written: string, path: Path): string {
  const { value, unit } = partsOf(written, path);
  const chance = unit === "%" ? value.div(100) : value;
  if ((unit === "%" || unit === "") && chance.gt(0) && chance.lt(1)) return chance.toString();
  throw new InvalidAmount(`"${written}" is not a level of significance.`, { path, remedy: "Write 5 % or 0.05." });
}

/**
 * Money in the contract's currency, in minor units. Rates per event or step may be fractions of a minor unit.
 * | written    | contract in | exact   |
 * | 500.00 EUR | EUR         | 50000   |
 * | 0.125 EUR  | EUR         | 12.5    |
 * | 500        | EUR         | refused |
 * | 500.00 USD | EUR         | refused |
 */
export function readMoney(written: string, currency: string, path: Path): string {
  const { value, unit } = partsOf(written, path);
  if (value.isZero() && unit === "") return "0";
  if (unit === "minor") return value.toString();
  if (unit !== currency)
    throw new InvalidAmount(`"${written}" is not an amount in ${currency}.`, {
      path,
      remedy: `Write it in the currency of the contract: ${exampleOf(value, currency)}.`,
    });
  return value.times(new Decimal(10).pow(minorDigits(currency))).toString();
}

const exampleOf = (value: Decimal, currency: string): string => `${value.toFixed(minorDigits(currency))} ${currency}`;

/** The same of what is charged or capped: nobody pays half a cent. */
export function readWholeMoney(written: string, currency: string, path: Path): string {
  const exact = readMoney(written, currency, path);
  if (new Decimal(exact).isInteger()) return exact;
  throw new InvalidAmount(`"${written}" is no whole number of minor units.`, {
    path,
    remedy: `Write ${currency} with ${minorDigits(currency)} decimals at most.`,
  });
}

/** A bare number: points, multipliers, critical values. */
export function readNumber(written: string, path: Path): string {
  const { value, unit } = partsOf(written, path);
  if (unit === "" || unit.startsWith("point")) return value.toString();
  throw new InvalidAmount(`"${written}" is not a plain number.`, { path, remedy: "Write digits only, such as 3." });
}

/** What a clause pays, as its `pays` says. */
export function readAmount(pays: Pays, written: string, { currency }: { currency: string }, path: Path): string {
  if (pays === "points") return readNumber(written, path);
  return pays === "money" ? readMoney(written, currency, path) : readShare(written, path);
}

type ValueKpi = Pick<KpiDefinition, "code" | "unit" | "direction">;

/** A value, or a distance between values, in the KPI's unit. A bare `1` of a share may mean 1 % or all of it: refused. */
export function readValue(written: string, kpi: ValueKpi, { currency }: { currency: string }, path: Path): string {
  const isAmbiguous =
    kpi.unit === "share" || kpi.unit === "percent" ? /^[1-9]\d*(\.\d+)?$/.test(written.trim()) : false;
  if (isAmbiguous)
    throw new InvalidAmount(`"${written}" may mean ${written} % or ${times100(written)} %.`, {
      path,
      remedy: `${kpi.code} is measured in per cent: write ${written} % or ${times100(written)} %.`,
    });
  return exactTarget(written, kpi, path, currency);
}

const times100 = (written: string): string => new Decimal(written.trim()).times(100).toFixed();

/** A distance that something is divided by. */
export function readStep(written: string, kpi: ValueKpi, setting: { currency: string }, path: Path): string {
  const step = readValue(written, kpi, setting, path);
  if (new Decimal(step).gt(0)) return step;
  throw new InvalidAmount(`The step is ${written}.`, { path, remedy: "Write more than 0: amounts are paid per step." });
}
