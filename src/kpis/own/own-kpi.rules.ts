import { canonicalJson } from "../../shared/canonical-hash";
import type { Day } from "../../shared/day";
import { groupBy } from "../../shared/group-by";
import type { Dialect, KpiDefinition, Language, RollUp, Translated } from "../kpi-definition";
import type { FindMeasure } from "../kpi-formula.rules";
import { namesIn, parseFormula, printFormula } from "../formula.rules";
import { quotientOf } from "../quotient.rules";
import type { Expression } from "../expression";
import type { KpiHead } from "./own-kpi.schema";

/** One formula of a KPI of one's own, as it is or was believed. */
export interface FormulaVersion {
  readonly version: number;
  readonly formula: string;
  readonly sample: string | null;
  readonly measureVersions: Readonly<Record<string, number>>;
  readonly validFrom: Day;
  /** Whether it is believed now. */
  readonly isBelieved: boolean;
}

/** The dialect that means "whichever version applies on the day that decides". */
export const CURRENT = "CURRENT";

/**
 * A KPI of one's own as the catalogue would define it: a dialect for each version, and CURRENT, which is the one that
 * applies. Versions that are believed no more keep their dialects, because results and objectives may name them.
 */
export function ownKpiDefinition(
  code: string,
  head: KpiHead,
  versions: readonly FormulaVersion[],
  find: FindMeasure,
): KpiDefinition {
  const believed = versions.filter((one) => one.isBelieved).sort(byDay);
  const latest = believed.at(-1) ?? (versions.at(-1) as FormulaVersion);
  const current = dialectOf(latest, CURRENT, "The version that applies on the last day of the period.");
  const numbered = [...groupBy(versions, contentOf).values()].map((same, index) => ({
    ...dialectOf(same[0] as FormulaVersion, `V${index + 1}`, (same[0] as FormulaVersion).formula),
    ...datesOf(same),
  }));
  return {
    code,
    names: translated(head.names),
    descriptions: translated(head.descriptions),
    family: head.family,
    unit: head.unit,
    direction: head.direction,
    precision: head.precision,
    attribution: attributionOf(current, find),
    channels: head.channels,
    rollUp: rollUpOf(current),
    dialects: [current, ...numbered],
    defaultDialect: CURRENT,
    parameters: head.parameters,
    judges: head.judges,
    source: head.source,
  };
}

/** The texts that stand for another language, because they were not written in it. */
export function untranslated({ names, descriptions }: Pick<KpiHead, "names" | "descriptions">): Language[] {
  return (["it", "hr", "zh"] as const).filter(
    (language) => names[language] === null || descriptions[language] === null,
  );
}

const translated = ({ en, it, hr, zh }: KpiHead["names"]): Translated => ({
  en,
  it: it ?? en,
  hr: hr ?? en,
  zh: zh ?? en,
});

/** Versions that say the same are one dialect, which may apply, not apply, and apply again. */
const contentOf = ({ formula, sample, measureVersions }: FormulaVersion): string =>
  canonicalJson({ formula, sample, measureVersions });

function datesOf(same: readonly FormulaVersion[]): Pick<Dialect, "validFrom" | "validAgainFrom"> {
  const [first, ...again] = same.filter((one) => one.isBelieved).sort(byDay);
  if (!first) return {};
  const { validFrom } = first;
  return again.length === 0 ? { validFrom } : { validFrom, validAgainFrom: again.map((one) => one.validFrom) };
}

const byDay = (a: FormulaVersion, b: FormulaVersion): number => (a.validFrom < b.validFrom ? -1 : 1);

function dialectOf({ formula, sample, measureVersions }: FormulaVersion, code: string, description: string): Dialect {
  const { numerator, denominator } = quotientOf(parseFormula(formula));
  return {
    code,
    description,
    numerator: printFormula(numerator),
    denominator: denominator && printFormula(denominator),
    ...(sample === null ? {} : { sample }),
    measureVersions,
  };
}

function rollUpOf({ numerator, denominator }: Dialect): RollUp {
  const sides = [numerator, ...(denominator === null ? [] : [denominator])].map(parseFormula);
  if (sides.some(hasClosing)) return "semi-additive";
  return denominator === null ? "additive" : "ratio";
}

function hasClosing(formula: Expression): boolean {
  if (formula.kind === "closing") return true;
  if (formula.kind === "negation") return hasClosing(formula.of);
  return formula.kind === "operation" && (hasClosing(formula.left) || hasClosing(formula.right));
}

/** Every instant by which its measures count. */
function attributionOf({ numerator, denominator, measureVersions = {} }: Dialect, find: FindMeasure): string {
  const sides = [numerator, ...(denominator === null ? [] : [denominator])];
  const names = sides.flatMap((side) => namesIn(parseFormula(side)));
  const measures = names.map(({ code }) => find(measureVersions[code] ? `${code}@${measureVersions[code]}` : code));
  return [...new Set(measures.flatMap((one) => one?.attribution ?? []))].join(", ");
}
