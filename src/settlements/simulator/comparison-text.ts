import { periodShort } from "../../shared/day-words";
import { lessText, moneyIn } from "./amount-text.rules";
import type { SimulatedObjective, Simulation } from "./simulation";
import { columns, textTable } from "./text-table.rules";

/** What two simulations differ by: period by period, and objective by objective. */
export function comparisonText(first: Simulation, second: Simulation): string[] {
  return [
    `${second.name} less ${first.name}`,
    "",
    ...periodDifferences(first, second),
    "",
    ...objectiveDifferences(first, second),
  ];
}

function periodDifferences(first: Simulation, second: Simulation): string[] {
  const money = moneyIn(first.currency);
  const nets = ({ periods }: Simulation) =>
    new Map(periods.map(({ period, money: settled }) => [periodShort(period), settled?.totals.net ?? null]));
  const [before, after] = [nets(first), nets(second)];
  const row = (label: string, a: string | null, b: string | null) => [label, money(a), money(b), lessText(b, a, money)];
  return textTable(columns("*period", first.name, second.name, "difference"), [
    ...[...before.keys()].map((label) => row(label, before.get(label) ?? null, after.get(label) ?? null)),
    row("all", first.total.net, second.total.net),
  ]);
}

const NONE = "–";

function objectiveDifferences(first: Simulation, second: Simulation): string[] {
  const money = moneyIn(first.currency);
  const [before, after] = [first, second].map(({ objectives }) => new Map(objectives.map((one) => [one.code, one])));
  const codes = [...new Set([...before!.keys(), ...after!.keys()])].sort();
  const met = (one: SimulatedObjective | undefined) => (one ? `${one.met} of ${one.judged}` : NONE);
  const rows = codes.flatMap((code) => {
    const [a, b] = [before!.get(code), after!.get(code)];
    if (a && b && a.met === b.met && a.judged === b.judged && a.credits === b.credits) return [];
    const [netBefore, netAfter] = [a?.credits ?? "0", b?.credits ?? "0"];
    const nets = [money(netBefore), money(netAfter), lessText(netAfter, netBefore, money)];
    return [[(b ?? a)!.name, met(a), met(b), ...nets]];
  });
  if (rows.length === 0) return ["  No objective comes out otherwise."];
  const headings = ["*objective", `met, ${first.name}`, `met, ${second.name}`, first.name, second.name, "difference"];
  return textTable(columns(...headings), rows);
}
