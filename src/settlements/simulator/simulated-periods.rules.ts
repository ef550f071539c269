import { judgement } from "../../scorecards/objective-outcome.rules";
import { Decimal } from "../../shared/decimal";
import { groupBy } from "../../shared/group-by";
import type { ResultOfPeriod, SettlementBook } from "../settlement-book.queries";
import { wantedSettlements, type WantedSettlement } from "../settlement-plan.rules";
import { replayed } from "./replay.rules";
import { resampled, type Drawing, type Resampled } from "./resampling.rules";
import { simulatedObjectives } from "./simulated-objectives.rules";
import type { SimulatedMoney, SimulatedPeriod, SimulatedResult, SimulatedTotal, Simulation } from "./simulation";

/** All that a simulation follows from: the book of a contract whose results are those of one draft. */
export interface SimulationMaterial extends Drawing {
  readonly name: string;
  readonly isAsItStands: boolean;
  readonly book: SettlementBook;
  readonly names: ReadonlyMap<string, string>;
  readonly ignored: readonly string[];
}

/** Replays the periods of a book, and draws them again so and so often. */
export function simulated({ book, names, draws, seed, ...draft }: SimulationMaterial): Simulation {
  const { settled, results } = draft.isAsItStands ? replayedOnce(book) : replayed(book);
  const drawn = resampled({ ...book, results }, { draws, seed });
  const byPeriod = groupBy(results, ({ periodKind, periodFrom }) => `${periodKind}/${periodFrom}`);
  const money = new Map(settled.map((one) => [`${one.period.kind}/${one.period.from}`, moneyOf(one, drawn)]));
  const periods = book.periods.map((period): SimulatedPeriod => {
    const key = `${period.kind}/${period.from}`;
    return { period, results: (byPeriod.get(key) ?? []).map(resultOf), money: money.get(key) ?? null };
  });
  return {
    ...draft,
    ...{ currency: book.contract.currency, periods, seed, draws },
    objectives: simulatedObjectives(periods, { names, attained: drawn.attained }),
    total: totalOf(periods),
    spread: settled.length === 0 ? null : drawn.total,
  };
}

/** As it stands, targets that rose were written into the contract when they did. */
const replayedOnce = (book: SettlementBook) => ({ settled: wantedSettlements(book), results: book.results });

const moneyOf = ({ period, settled }: WantedSettlement, { byPeriod }: Resampled): SimulatedMoney => ({
  ...{ fee: settled.fee, totals: settled.totals, lines: settled.lines },
  spread: byPeriod.get(period.from) ?? null,
});

function resultOf({ objectiveId, code, kpi, aims, item, outcome }: ResultOfPeriod): SimulatedResult {
  const { numerator, denominator, sample, value, status } = item;
  const figure = { numerator, denominator, sample, value, status };
  const { missesAllowed } = judgement(figure, { kpi, aims }, { isOver: true });
  return { objectiveId, code, kpiCode: kpi.code, aims, figure, outcome, missesAllowed };
}

function totalOf(periods: readonly SimulatedPeriod[]): SimulatedTotal {
  const all = periods.flatMap(({ money }) => money ?? []);
  const sum = (of: (money: SimulatedMoney) => string): string =>
    all.reduce((so, one) => so.plus(of(one)), new Decimal(0)).toString();
  return {
    fee: sum(({ fee }) => fee),
    credits: sum(({ totals }) => totals.credits),
    bonuses: sum(({ totals }) => totals.bonuses),
    net: sum(({ totals }) => totals.net),
  };
}
