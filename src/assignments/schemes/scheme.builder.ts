import type { DomainError } from "../../shared/errors";
import { refusalsIn } from "../../shared/gathering";
import { readScheme } from "./read-scheme";
import type { SchemeKpi } from "./scheme-kpi.rules";
import type { RawScheme } from "./scheme.schema";

export const CSAT: SchemeKpi = { code: "CSAT", unit: "share", direction: "maximise", currency: null };
export const DSAT: SchemeKpi = { ...CSAT, code: "DSAT", direction: "minimise" };
export const ASA: SchemeKpi = { code: "ASA", unit: "seconds", direction: "minimise", currency: null };
export const AHT: SchemeKpi = { ...ASA, code: "AHT", direction: "range" };
export const COST: SchemeKpi = { code: "COST_PER_UNIT", unit: "money", direction: "minimise", currency: "EUR" };

export function refusalOf(kpi: SchemeKpi, raw: RawScheme): readonly { code: string; path: string; message: string }[] {
  try {
    readScheme(raw, kpi);
  } catch (error) {
    return refusalsIn(error as DomainError).map(({ code, path, message }) => ({ code, path: path.join("."), message }));
  }
  return [];
}

export const levels = (list: readonly object[], more: object = {}): RawScheme => ({
  ...{ kind: "levels", meets: "Good", levels: list },
  ...more,
});
export const TENTH = { rounding: { kind: "truncate", decimals: 1 } };
