import { display } from "../../kpis/kpi-display.rules";
import { Decimal } from "../../shared/decimal";
import { periodLabel } from "../../shared/period";
import type { SimulatedObjective, SimulatedPeriod, Simulation } from "./simulation";

/** Simulations as lines for people: a table of months, one of objectives, and what two differ by. */
export function simulationText(simulations: readonly Simulation[]): string[] {
  const [first, second] = simulations;
  const each = simulations.flatMap((one) => [...textOf(one), ""]);
  if (!first || !second) return each;
  const difference = new Decimal(second.total.net).minus(first.total.net).toString();
  return [...each, `${second.name} less ${first.name}: ${money(difference, first.currency)} in the client's favour`];
}

function textOf(simulation: Simulation): string[] {
  const { name, currency, periods, objectives, total, spread, draws, ignored } = simulation;
  const chance = spread
    ? [`  by chance ${money(spread.p5, currency)} to ${money(spread.p95, currency)} (90 % of ${draws} draws)`]
    : [];
  return [
    `${name}: ${money(total.credits, currency)} credits, ${money(total.bonuses, currency)} bonuses`,
    ...chance,
    ...table([
      ["period", "credits", "bonuses", "net", "5 % below", "5 % above"],
      ...periods.map((one) => periodCells(one, currency)),
    ]),
    ...table([
      ["objective", "met", "of", "attainable", "facts", "misses allowed", "in the client's favour"],
      ...objectives.map((one) => objectiveCells(one, currency)),
    ]),
    ...(ignored.length > 0 ? [`  left aside: ${ignored.join(", ")}`] : []),
  ];
}

const NONE = "–";

const money = (minor: string, currency: string): string =>
  display({ unit: "money", precision: 2 }, minor, "en", currency);

function periodCells({ period, money: settled }: SimulatedPeriod, currency: string): string[] {
  const label = periodLabel(period);
  if (!settled) return [label, NONE, NONE, NONE, NONE, NONE];
  const { totals, spread } = settled;
  const amounts = [totals.credits, totals.bonuses, totals.net, spread?.p5 ?? null, spread?.p95 ?? null];
  return [label, ...amounts.map((one) => (one === null ? NONE : money(one, currency)))];
}

function objectiveCells(one: SimulatedObjective, currency: string): string[] {
  const share = one.attainable === null ? NONE : display({ unit: "share", precision: 1 }, one.attainable, "en");
  const counts = [one.typicalSample, one.typicalMissesAllowed].map((count) => (count === null ? NONE : String(count)));
  return [one.code, String(one.met), String(one.judged), share, ...counts, money(one.credits, currency)];
}

/** The first column to the left, all others to the right. */
function table(lines: readonly (readonly string[])[]): string[] {
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  return lines.map((line) => {
    const cells = line.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!)));
    return `  ${cells.join("  ")}`;
  });
}
