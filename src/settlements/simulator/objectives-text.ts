import { display, displayChange, NO_VALUE } from "../../kpis/kpi-display.rules";
import { requireKpi } from "../../kpis/kpi-in-use.rules";
import { Decimal } from "../../shared/decimal";
import { moneyIn } from "./amount-text.rules";
import type { SimulatedObjective, Simulation } from "./simulation";
import { columns, textTable } from "./text-table.rules";

const COLUMNS = columns(
  ...["*objective", "target", "met", "minimum met", "at worst", "events", "misses allowed", "chance", "*attainable"],
  "net",
);

/** What each objective came to, and whether it can be attained. */
export function objectivesText(simulation: Simulation): string[] {
  const { objectives, currency, total } = simulation;
  const money = moneyIn(currency);
  const rows = objectives.map((one) => [...objectiveCells(one, simulation), money(one.credits)]);
  const ofAll = objectives.reduce((sum, one) => sum.minus(one.credits), new Decimal(total.net));
  const blank = Array.from({ length: COLUMNS.length - 2 }, () => "");
  const whole = ofAll.isZero() ? [] : [["the contract as a whole", ...blank, money(ofAll.toString())]];
  return textTable(COLUMNS, [...rows, ...whole]);
}

function objectiveCells(one: SimulatedObjective, { periods }: Simulation): string[] {
  const kpi = requireKpi(one.kpiCode);
  const last = periods.flatMap(({ results }) => results).findLast(({ code }) => code === one.code);
  const count = (of: number | null): string => (of === null ? NO_VALUE : of.toLocaleString("en"));
  return [
    one.name,
    display(kpi, last?.aims.target ?? null, "en"),
    ofJudged(one.met, one),
    one.minimumMet === null ? NO_VALUE : ofJudged(one.minimumMet, one),
    displayChange(kpi, one.leastMargin, "en"),
    count(one.typicalMissesAllowed === null ? null : one.typicalSample),
    count(one.typicalMissesAllowed),
    display({ unit: "share", precision: 1 }, one.attainable, "en"),
    attainableWord(one),
  ];
}

const ofJudged = (met: number, { judged }: SimulatedObjective): string => `${met} of ${judged}`;

/** From so much on, by chance. */
const WORDS = [
  [0.95, "safe"],
  [0.75, "likely"],
  [0.25, "open"],
  [0.05, "unlikely"],
  [0, "hardly"],
] as const;

/** In a word: by chance where events are counted, otherwise by how it was. */
export function attainableWord({ attainable, judged, met }: SimulatedObjective): string {
  if (judged === 0) return "not measured";
  if (attainable === null) return met === judged ? "always met" : met === 0 ? "never met" : "at times";
  return WORDS.find(([least]) => Number(attainable) >= least)![1];
}
