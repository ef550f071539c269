import type { Language } from "./kpi-definition";

const formatOf = (currency: string, language: string): Intl.NumberFormat =>
  new Intl.NumberFormat(language, { style: "currency", currency });

/**
 * Digits behind the decimal mark of a currency (ISO 4217): how many minor units a major one has.
 * | EUR | JPY | BHD |
 * |   2 |   0 |   3 |
 */
export const minorDigits = (currency: string): number =>
  formatOf(currency, "en").resolvedOptions().maximumFractionDigits ?? 2;

/** How a currency is written in a language: `€`, `US$`, `CHF`. */
export const currencySymbol = (currency: string, language: Language): string =>
  formatOf(currency, language)
    .formatToParts(1)
    .find(({ type }) => type === "currency")?.value ?? currency;
