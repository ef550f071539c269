import { periodShort, periodTitle } from "../../shared/day-words";
import { earnBackOf, moneyIn, shareText } from "./amount-text.rules";
import { comparisonText } from "./comparison-text";
import { objectivesText } from "./objectives-text";
import type { SimulatedPeriod, Simulation } from "./simulation";
import { columns, textTable } from "./text-table.rules";

/** Simulations as lines for people: tables of periods, objectives and clauses, and what two differ by. */
export function simulationText(simulations: readonly Simulation[], contract: string): string[] {
  const [first, second] = simulations;
  const periods = first?.periods ?? [];
  const [oldest, latest] = [periods[0], periods.at(-1)].map((one) => (one ? periodTitle(one.period) : ""));
  const span = oldest === latest ? oldest : `${oldest} to ${latest}`;
  return [
    `${contract}: ${span}. Amounts are in the client's favour; below zero: in ours.`,
    ...simulations.flatMap((one) => ["", ...textOf(one)]),
    ...(first && second ? ["", ...comparisonText(first, second)] : []),
  ];
}

function textOf(simulation: Simulation): string[] {
  const { name, total, draws, spread, currency, ignored } = simulation;
  const money = moneyIn(currency);
  const chance = `by chance ${money(spread?.p5 ?? null)} to ${money(spread?.p95 ?? null)} in nine of ten cases`;
  return [
    `${name}: ${money(total.net)}, ${shareText(total.net, total.fee)} of ${money(total.fee)} fees`,
    ...(spread ? [`  credits less bonuses ${chance}, ${money(spread.p50)} in the middle (${draws} draws)`] : []),
    "",
    ...periodsText(simulation),
    "",
    ...objectivesText(simulation),
    ...clausesText(simulation),
    ...(ignored.length > 0 ? ["", `  means nothing to a simulation: ${ignored.join(", ")}`] : []),
  ];
}

const PERIODS = columns(
  ...["*period", "fee", "credits", "bonuses", "earn-back", "net", "really settled", "by chance, low", "middle", "high"],
);

function periodsText({ periods, currency, total, spread }: Simulation): string[] {
  const money = moneyIn(currency);
  const rows = periods.map(({ period, money: settled, settled: really }: SimulatedPeriod) => [
    periodShort(period),
    ...(settled ? amounts({ fee: settled.fee, ...settled.totals }) : Array<null>(5).fill(null)).map(money),
    ...[really, settled?.spread?.p5 ?? null, settled?.spread?.p50 ?? null, settled?.spread?.p95 ?? null].map(money),
  ]);
  const all = [...amounts(total), null, spread?.p5 ?? null, spread?.p50 ?? null, spread?.p95 ?? null];
  return textTable(PERIODS, [...rows, ["all", ...all.map(money)]]);
}

interface Amounts {
  readonly fee: string;
  readonly credits: string;
  readonly bonuses: string;
  readonly net: string;
}

const amounts = ({ fee, ...of }: Amounts): string[] => [fee, of.credits, of.bonuses, earnBackOf(of), of.net];

/** What each clause came to; nothing where no line was made. */
function clausesText({ periods, currency }: Simulation): string[] {
  const money = moneyIn(currency);
  const lines = periods.flatMap(({ period, money: settled }) =>
    (settled?.lines ?? []).map((line) => ({ ...line, period: period.from })),
  );
  const codes = [...new Set(lines.map(({ clause }) => clause))].sort();
  const rows = codes.map((code) => {
    const own = lines.filter(({ clause }) => clause === code);
    const net = own.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
    return [code, own[0]!.cites, String(new Set(own.map(({ period }) => period)).size), money(String(net))];
  });
  return rows.length === 0 ? [] : ["", ...textTable(columns("*clause", "*cites", "periods", "net"), rows)];
}
