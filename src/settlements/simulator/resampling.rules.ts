import { evaluate } from "../../kpis/figure.rules";
import { judgement } from "../../scorecards/objective-outcome.rules";
import { Decimal } from "../../shared/decimal";
import type { SettledPeriod } from "../engine/settled-period";
import type { ResultOfPeriod, SettlementBook } from "../settlement-book.queries";
import type { Period } from "../../shared/period";
import { periodSettler } from "../outlook/period-settler.rules";
import { BinomialDraw, chanceFrom, type Chance } from "./chance.rules";
import { spreadOf, type Spread } from "./percentiles.rules";

/** What many draws of the same history came to. */
export interface Resampled {
  /** Credits less bonuses by first day of the period. */
  readonly byPeriod: ReadonlyMap<string, Spread>;
  readonly total: Spread | null;
  /** Share of judged draws that met the target, by code of the objective; to four decimals. */
  readonly attained: ReadonlyMap<string, string>;
}

export interface Drawing {
  readonly draws: number;
  readonly seed: number;
}

/**
 * Draws history again: of each objective that counts events, as many as there were in each period succeed at the rate seen
 * in it; all others stay as they were. Every draw is settled as a series of its own. The same seed gives the same draws.
 */
export function resampled(book: SettlementBook, { draws, seed }: Drawing): Resampled {
  const chance = chanceFrom(seed);
  const periods = book.periods.map((period) => redrawnPeriod(book, period));
  const tally = new Tally();
  const totals: string[] = [];
  for (let draw = 0; draw < draws; draw += 1) {
    const past: SettledPeriod[] = [];
    for (const { redraws, standing, settle, amounts } of periods) {
      const results = redraws.map((redraw) => redraw(chance));
      tally.add(results, standing);
      const settled = settle?.(results, past);
      if (!settled) continue;
      past.push(settled);
      amounts.push(costOf(settled).toString());
    }
    if (past.length > 0) totals.push(past.reduce((sum, one) => sum.plus(costOf(one)), new Decimal(0)).toString());
  }
  const spreads = periods.flatMap(({ period, amounts }) => {
    const spread = spreadOf(amounts);
    return spread ? [[period.from, spread] as const] : [];
  });
  return { byPeriod: new Map(spreads), total: spreadOf(totals), attained: tally.shares() };
}

function redrawnPeriod(book: SettlementBook, period: Period) {
  const standing = book.results.filter((one) => one.periodKind === period.kind && one.periodFrom === period.from);
  const amounts: string[] = [];
  return { period, standing, redraws: standing.map(redrawOf), settle: periodSettler(book, period, standing), amounts };
}

/** Credits less bonuses, in the client's favour. */
const costOf = ({ totals }: SettledPeriod): Decimal => new Decimal(totals.credits).minus(totals.bonuses);

/** Whether single events stand behind a result: then they could have fallen otherwise. */
export const countsEvents = ({ kpi, item }: ResultOfPeriod): boolean =>
  kpi.unit === "share" &&
  item.status === "OK" &&
  item.numerator !== null &&
  item.denominator === String(item.sample) &&
  Number(item.numerator) <= item.sample;

type Redraw = (chance: Chance) => ResultOfPeriod;

function redrawOf(result: ResultOfPeriod): Redraw {
  if (!countsEvents(result)) return () => result;
  const { item, kpi, aims } = result;
  const draw = new BinomialDraw(item.sample, Number(item.numerator));
  const known = new Map<number, ResultOfPeriod>();
  return (chance) => {
    const numerator = draw.next(chance);
    const seen = known.get(numerator);
    if (seen) return seen;
    const sums = { numerator, denominator: item.sample, sample: item.sample, hasDenominator: true, isComplete: true };
    const figure = evaluate(sums);
    const { outcome } = judgement(figure, { kpi, aims }, { isOver: true });
    const drawn = { ...result, outcome, item: { ...item, ...figure } };
    known.set(numerator, drawn);
    return drawn;
  };
}

/** Counts how often objectives that are drawn are met. */
class Tally {
  private readonly met = new Map<string, number>();
  private readonly all = new Map<string, number>();

  add(drawn: readonly ResultOfPeriod[], before: readonly ResultOfPeriod[]): void {
    for (const [index, { code, outcome }] of drawn.entries()) {
      if (!countsEvents(before[index]!)) continue;
      this.all.set(code, (this.all.get(code) ?? 0) + 1);
      if (outcome === "met") this.met.set(code, (this.met.get(code) ?? 0) + 1);
    }
  }

  shares(): Map<string, string> {
    return new Map(
      [...this.all].map(([code, all]) => {
        const share = new Decimal(this.met.get(code) ?? 0).div(all);
        return [code, share.toDecimalPlaces(4, Decimal.ROUND_HALF_UP).toString()];
      }),
    );
  }
}
