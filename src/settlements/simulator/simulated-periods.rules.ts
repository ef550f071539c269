import { judgement } from "../../scorecards/objective-outcome.rules";
import { Decimal } from "../../shared/decimal";
import { groupBy } from "../../shared/group-by";
import type { Period } from "../../shared/period";
import type { ResultOfPeriod, SettlementBook } from "../settlement-book.queries";
import { wantedSettlements, type WantedSettlement } from "../settlement-plan.rules";
import { chanceOfTarget } from "./attainable.rules";
import { replayed, type Replay } from "./replay.rules";
import { resampled, type Drawing, type Resampled } from "./resampling.rules";
import { simulatedObjectives } from "./simulated-objectives.rules";
import type { SimulatedMoney, SimulatedPeriod, SimulatedResult, SimulatedTotal, Simulation } from "./simulation";

/** All that a simulation follows from: the book of a contract whose results are those of one draft. */
export interface SimulationMaterial extends Drawing {
  readonly name: string;
  readonly isAsItStands: boolean;
  /** Its periods are the simulated ones and, of a contract as it stands, those closed before them. */
  readonly book: SettlementBook;
  /** The simulated ones. */
  readonly periods: readonly Period[];
  /** What periods were settled for in earnest, by `month/2026-01-01`: all lines, in minor units. */
  readonly settled: ReadonlyMap<string, string>;
  readonly names: ReadonlyMap<string, string>;
  readonly ignored: readonly string[];
}

/** Replays the periods of a book, and draws them again so and so often. */
export function simulated({ book, periods: shown, names, draws, seed, ...material }: SimulationMaterial): Simulation {
  const { settled: really, ...draft } = material;
  const { settled, results } = draft.isAsItStands ? replayedOnce(book) : replayed(book);
  const [before, replay] = apart(settled, shown);
  const drawn = resampled({ ...book, periods: shown, results }, { draws, seed }, before);
  const byPeriod = groupBy(results, ({ periodKind, periodFrom }) => `${periodKind}/${periodFrom}`);
  const money = new Map(replay.map((one) => [keyOf(one.period), moneyOf(one, drawn)]));
  const periods = shown.map((period): SimulatedPeriod => {
    const key = keyOf(period);
    const results = (byPeriod.get(key) ?? []).map(resultOf);
    return { period, results, money: money.get(key) ?? null, settled: really.get(key) ?? null };
  });
  return {
    ...draft,
    ...{ currency: book.contract.currency, periods, seed, draws },
    objectives: simulatedObjectives(periods, names),
    total: totalOf(periods),
    spread: replay.length === 0 ? null : drawn.total,
  };
}

const keyOf = ({ kind, from }: Period): string => `${kind}/${from}`;

/** As it stands, targets that rose were written into the contract when they did. */
const replayedOnce = (book: SettlementBook): Replay => ({ settled: wantedSettlements(book), results: book.results });

/** What was settled before the periods that are shown, and they. */
function apart(all: readonly WantedSettlement[], shown: readonly Period[]) {
  const keys = new Set(shown.map(keyOf));
  const before = all.filter(({ period }) => !keys.has(keyOf(period))).map(({ settled }) => settled);
  return [before, all.filter(({ period }) => keys.has(keyOf(period)))] as const;
}

const moneyOf = ({ period, settled }: WantedSettlement, { byPeriod }: Resampled): SimulatedMoney => ({
  ...{ fee: settled.fee, totals: settled.totals, lines: settled.lines },
  spread: byPeriod.get(period.from) ?? null,
});

function resultOf(result: ResultOfPeriod): SimulatedResult {
  const { objectiveId, code, kpi, aims, item, outcome } = result;
  const { numerator, denominator, sample, value, status } = item;
  const figure = { numerator, denominator, sample, value, status };
  const { missesAllowed } = judgement(figure, { kpi, aims }, { isOver: true });
  return { objectiveId, code, kpiCode: kpi.code, aims, figure, outcome, missesAllowed, chance: chanceOfTarget(result) };
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
