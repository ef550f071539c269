import { display, NO_VALUE } from "../../kpis/kpi-display.rules";
import { Decimal } from "../../shared/decimal";

/** Minor units of a currency for people: `€ 4,600.00`; null: `–`. */
export type Money = (minor: string | null) => string;

export const moneyIn =
  (currency: string): Money =>
  (minor) =>
    minor === null ? NO_VALUE : display({ unit: "money", precision: 2 }, minor, "en", currency);

/** A part of a whole: `0.7 %`. */
export const shareText = (part: string, whole: string): string =>
  new Decimal(whole).isZero()
    ? NO_VALUE
    : display({ unit: "share", precision: 1 }, new Decimal(part).div(whole).toString(), "en");

/** What is left of all lines without credits and bonuses: withheld, let go, taken back. */
export const earnBackOf = ({ credits, bonuses, net }: { credits: string; bonuses: string; net: string }): string =>
  new Decimal(net).minus(credits).plus(bonuses).toString();

/** The second less the first; null where one is not known. */
export const lessText = (second: string | null, first: string | null, money: Money): string =>
  second === null || first === null ? NO_VALUE : money(new Decimal(second).minus(first).toString());
