import { display, displayChange } from "../kpis/kpi-display.rules";
import { requireKpi } from "../kpis/kpi-in-use.rules";
import type { KpiInUse } from "../kpis/kpi-definition";
import type { FigureStatus, KpiResult } from "../scorecards/scorecard.entity";
import type { PackageFigure, PackageKpi } from "./package-document";

/** The KPI with the words of the catalogue. Packages are written in English. */
export function packageKpi(inUse: KpiInUse): PackageKpi {
  const { code, names, unit, direction, precision, dialects } = requireKpi(inUse.kpiCode);
  const rule = dialects.find((one) => one.code === inUse.dialect)?.description ?? "";
  const { dialect, parameters } = inUse;
  return { code, name: names.en, unit, direction, precision, dialect, rule, parameters };
}

export function packageFigure(result: KpiResult): PackageFigure {
  const { value, status, numerator, denominator, sample } = result;
  return { value, display: WHY_NONE[status] ?? shown(result, value), status, numerator, denominator, sample };
}

/** A value in the KPI's unit and precision, in English. */
export const shown = (inUse: KpiInUse, value: string | null): string => display(requireKpi(inUse.kpiCode), value, "en");

/** How far from the target, without a sign: `5.2 pp`, `12 s`. */
export const shownDistance = (inUse: KpiInUse, distance: string | null): string =>
  displayChange(requireKpi(inUse.kpiCode), distance, "en").replace(/^[+−±]/, "");

/** `≥ 80.0 %`, `≤ 30 s` */
export const shownTarget = (inUse: KpiInUse, target: string): string =>
  `${BOUNDS[requireKpi(inUse.kpiCode).direction]}${shown(inUse, target)}`;

const BOUNDS = { maximise: "≥ ", minimise: "≤ ", range: "" };

const WHY_NONE: Partial<Record<FigureStatus, string>> = { NO_DATA: "no data", INSUFFICIENT_DATA: "too few" };

/** What makes two results of one KPI comparable: the same formula with the same parameters. */
export const kpiKey = ({ kpiCode, dialect, parameters }: KpiInUse): string =>
  [kpiCode, dialect, ...Object.entries(parameters).sort().flat()].join(" ");
