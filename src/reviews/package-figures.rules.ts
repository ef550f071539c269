import { display, displayChange } from "../kpis/kpi-display.rules";
import { formulaOf } from "../kpis/kpi-formula.rules";
import { requireKpi } from "../kpis/kpi-in-use.rules";
import type { Dialect, KpiInUse } from "../kpis/kpi-definition";
import type { FigureStatus, KpiResult, ManualMark } from "../scorecards/scorecard.entity";
import type { PackageFigure, PackageKpi, PackageManual } from "./package-document";

/** A KPI in use, with the currency of amounts of money. */
type Priced = KpiInUse & { readonly currency?: string };

/** The KPI with the words of the catalogue, and the parameters that its formula uses. Packages are written in English. */
export function packageKpi(inUse: Priced): PackageKpi {
  const { code, names, family, unit, direction, precision, dialects } = requireKpi(inUse.kpiCode);
  const rule = dialects.find((one) => one.code === inUse.dialect)?.description ?? "";
  const used = new Set([
    ...formulaOf(inUse).measures.flatMap(({ measure }) => measure.parameters),
    ...rulesOf(dialects.find((one) => one.code === inUse.dialect)),
  ]);
  const parameters = Object.fromEntries(Object.entries(inUse.parameters).filter(([name]) => used.has(name)));
  const currency = unit === "money" ? (inUse.currency ?? null) : null;
  const { dialect } = inUse;
  return { code, name: names.en, family, unit, direction, precision, currency, dialect, rule, parameters };
}

/** Parameters that a dialect reads besides its formula. */
const rulesOf = (dialect: Dialect | undefined): string[] =>
  [dialect?.people?.markParameter, dialect?.people?.sampleParameter, dialect?.requires?.atLeastParameter].filter(
    (name) => name !== undefined,
  );

/** A figure; one that misses its target is shown with as many decimals as it takes not to read like the target. */
export function packageFigure(result: Entered & Priced, missed: string | null = null): PackageFigure {
  const { value, status, numerator, denominator, sample, manual } = result;
  const display = WHY_NONE[status] ?? shownApart(result, value, missed);
  const figure = { value, display, status, numerator, denominator, sample };
  return manual ? { ...figure, manual: packageManual(result, manual) } : figure;
}

/** A result that somebody may have entered. */
type Entered = KpiResult & { readonly manual?: ManualMark | null };

function packageManual(inUse: Priced, { author, reason, attachment, measured }: ManualMark): PackageManual {
  const measuredDisplay = WHY_NONE[measured.status] ?? shown(inUse, measured.value);
  return { author, reason, attachment, measuredDisplay };
}

/** A value in the KPI's unit and precision, in English. */
export const shown = (inUse: Priced, value: string | null): string =>
  display(requireKpi(inUse.kpiCode), value, "en", inUse.currency);

/** How far from the target, without a sign and never as nothing: `5.2 pp`, `12 s`, `0.03 pp`. */
export function shownDistance(inUse: Priced, distance: string | null): string {
  const { unit, precision } = requireKpi(inUse.kpiCode);
  const at = (decimals: number): string => displayChange({ unit, precision: decimals }, distance, "en", inUse.currency);
  return at(firstThat(precision, (decimals) => !at(decimals).startsWith("±"))).replace(/^[+−±]/, "");
}

/** `≥ 80.0 %`, `≤ 30 s` */
export const shownTarget = (inUse: Priced, target: string): string =>
  `${BOUNDS[requireKpi(inUse.kpiCode).direction]}${shown(inUse, target)}`;

const BOUNDS = { maximise: "≥ ", minimise: "≤ ", range: "" };

/** | 0.84959 | target 0.85, missed | 84.96 % | */
function shownApart(inUse: Priced, value: string | null, target: string | null): string {
  const { unit, precision } = requireKpi(inUse.kpiCode);
  if (value === null || target === null) return shown(inUse, value);
  const at = (decimals: number, one: string): string =>
    display({ unit, precision: decimals }, one, "en", inUse.currency);
  const apart = (decimals: number): boolean => at(decimals, value) !== at(decimals, target);
  return at(firstThat(precision, apart), value);
}

const DECIMALS_AT_MOST = 6;

const firstThat = (precision: number, isEnough: (decimals: number) => boolean): number =>
  precision >= DECIMALS_AT_MOST || isEnough(precision) ? precision : firstThat(precision + 1, isEnough);

const WHY_NONE: Partial<Record<FigureStatus, string>> = { NO_DATA: "no data", INSUFFICIENT_DATA: "too few" };

/** What makes two results of one KPI comparable: the same formula with the same parameters. */
export const kpiKey = ({ kpiCode, dialect, parameters }: KpiInUse): string =>
  [kpiCode, dialect, ...Object.entries(parameters).sort().flat()].join(" ");
