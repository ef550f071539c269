import { moneyOf } from "../../kpis/money.rules";
import { type MoneyType } from "../../kpis/money.type";
import { describePeriod, type PeriodClock } from "../../platform/graphql/period.type";
import { Decimal } from "../../shared/decimal";
import type { Spread } from "./percentiles.rules";
import type {
  CreditSpread,
  SimulatedDifference,
  SimulatedObjectiveType,
  SimulatedPeriodType,
  SimulationType,
} from "./simulate-contract.type";
import type { SimulatedPeriod, SimulatedResult, Simulation } from "./simulation";

/** How the periods of a contract are described, and when. */
export interface SimulationReading {
  readonly clock: PeriodClock;
  readonly now: Date;
}

export function simulationView(simulation: Simulation, reading: SimulationReading): SimulationType {
  const { name, currency, total, spread, seed, draws, ignored, periods, objectives } = simulation;
  const money = (minor: string): MoneyType => moneyOf(minor, currency);
  return {
    ...{ name, seed, draws, ignored },
    ...{ fee: money(total.fee), credits: money(total.credits), bonuses: money(total.bonuses), net: money(total.net) },
    spread: spreadView(spread, currency),
    periods: periods.map((one) => periodView(one, currency, reading)),
    objectives: objectives.map((one): SimulatedObjectiveType => ({ ...one, credits: money(one.credits) })),
  };
}

const spreadView = (spread: Spread | null, currency: string): CreditSpread | null =>
  spread && {
    p5: moneyOf(spread.p5, currency),
    p50: moneyOf(spread.p50, currency),
    p95: moneyOf(spread.p95, currency),
    mean: moneyOf(spread.mean, currency),
  };

function periodView(
  { period, results, money, settled }: SimulatedPeriod,
  currency: string,
  { clock, now }: SimulationReading,
): SimulatedPeriodType {
  const amount = (minor: string | undefined): MoneyType | null =>
    minor === undefined ? null : moneyOf(minor, currency);
  return {
    period: describePeriod(period, clock, now),
    results: results.map(resultView),
    ...{
      credits: amount(money?.totals.credits),
      bonuses: amount(money?.totals.bonuses),
      net: amount(money?.totals.net),
    },
    lines: (money?.lines ?? []).map(({ clause, cites, objective, reason, ...line }) => ({
      ...{ clause, cites, objective, reason, amount: moneyOf(line.amount, currency) },
    })),
    ...{ settled: amount(settled ?? undefined), spread: spreadView(money?.spread ?? null, currency) },
  };
}

const resultView = ({ code, kpiCode, figure, aims, outcome, missesAllowed, chance }: SimulatedResult) => ({
  ...{ objective: code, kpi: kpiCode, value: figure.value, status: figure.status, sample: figure.sample },
  ...{ target: aims.target, outcome, missesAllowed },
  chance: chance === null ? null : new Decimal(chance).toDecimalPlaces(4, Decimal.ROUND_HALF_UP).toString(),
});

/** The second less the first, for the periods that both have. */
export function differencesOf(
  [first, second]: readonly [Simulation, Simulation],
  { clock, now }: SimulationReading,
): { readonly differences: SimulatedDifference[]; readonly netDifference: MoneyType } {
  const { currency } = first;
  const less = (a: string, b: string): MoneyType => moneyOf(new Decimal(b).minus(a).toString(), currency);
  const others = new Map(second.periods.map((one) => [`${one.period.kind}/${one.period.from}`, one]));
  const differences = first.periods.map(({ period, money }): SimulatedDifference => {
    const other = others.get(`${period.kind}/${period.from}`)?.money;
    const net = money && other ? less(money.totals.net, other.totals.net) : null;
    return { period: describePeriod(period, clock, now), net };
  });
  return { differences, netDifference: less(first.total.net, second.total.net) };
}
