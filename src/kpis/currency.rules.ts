import type { Language } from "./kpi-definition";

interface WayOfWriting {
  readonly digits: number;
  readonly symbol: string;
}

/** Looked up before: making a format takes longer than any sum of money. */
const known = new Map<string, WayOfWriting>();

function writingOf(currency: string, language: string): WayOfWriting {
  const key = `${currency}/${language}`;
  const found = known.get(key) ?? lookedUp(currency, language);
  known.set(key, found);
  return found;
}

function lookedUp(currency: string, language: string): WayOfWriting {
  const format = new Intl.NumberFormat(language, { style: "currency", currency });
  const symbol = format.formatToParts(1).find(({ type }) => type === "currency")?.value ?? currency;
  return { digits: format.resolvedOptions().maximumFractionDigits ?? 2, symbol };
}

/**
 * Digits behind the decimal mark of a currency (ISO 4217): how many minor units a major one has.
 * | EUR | JPY | BHD |
 * |   2 |   0 |   3 |
 */
export const minorDigits = (currency: string): number => writingOf(currency, "en").digits;

/** How a currency is written in a language: `€`, `US$`, `CHF`. */
export const currencySymbol = (currency: string, language: Language): string => writingOf(currency, language).symbol;
