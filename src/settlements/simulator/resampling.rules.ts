import { evaluate } from "../../kpis/figure.rules";
import { judgement } from "../../scorecards/objective-outcome.rules";
import { Decimal } from "../../shared/decimal";
import type { SettledPeriod } from "../engine/settled-period";
import type { ResultOfPeriod, SettlementBook } from "../settlement-book.queries";
import type { Period } from "../../shared/period";
import { periodSettler } from "../outlook/period-settler.rules";
import { countsEvents } from "./attainable.rules";
import { BinomialDraw, chanceFrom, evenly, type Chance } from "./chance.rules";
import { spreadOf, type Spread } from "./percentiles.rules";

/** What many draws of the same history came to. */
export interface Resampled {
  /** Credits less bonuses by first day of the period. */
  readonly byPeriod: ReadonlyMap<string, Spread>;
  readonly total: Spread | null;
}

export interface Drawing {
  readonly draws: number;
  readonly seed: number;
}

/**
 * Draws history again: of each objective that counts events, as many as there were in each period succeed at the rate seen
 * in it; all others stay as they were. Every draw is settled as a series of its own, after what was settled before it. Draws
 * of a figure are spread evenly over its distribution, so that few of them tell as much as many that fall by chance. The
 * same seed gives the same draws.
 */
export function resampled(
  book: SettlementBook,
  { draws, seed }: Drawing,
  before: readonly SettledPeriod[] = [],
): Resampled {
  const chance = chanceFrom(seed);
  const periods = book.periods.map((period) => redrawnPeriod(book, period, (of) => redrawOf(of, draws, chance)));
  const totals: string[] = [];
  for (let draw = 0; draw < draws; draw += 1) {
    const past = [...before];
    for (const { redraws, settle, amounts } of periods) {
      const settled = settle?.(
        redraws.map((redraw) => redraw(draw)),
        past,
      );
      if (!settled) continue;
      past.push(settled);
      amounts.push(costOf(settled).toString());
    }
    const drawn = past.slice(before.length);
    if (drawn.length > 0) totals.push(drawn.reduce((sum, one) => sum.plus(costOf(one)), new Decimal(0)).toString());
  }
  const spreads = periods.flatMap(({ period, amounts }) => {
    const spread = spreadOf(amounts);
    return spread ? [[period.from, spread] as const] : [];
  });
  return { byPeriod: new Map(spreads), total: spreadOf(totals) };
}

/** The result that a draw brought. */
type Redraw = (draw: number) => ResultOfPeriod;

function redrawnPeriod(book: SettlementBook, period: Period, redrawOf: (result: ResultOfPeriod) => Redraw) {
  const standing = book.results.filter((one) => one.periodKind === period.kind && one.periodFrom === period.from);
  const amounts: string[] = [];
  return { period, redraws: standing.map(redrawOf), settle: periodSettler(book, period, standing), amounts };
}

/** Credits less bonuses, in the client's favour. */
const costOf = ({ totals }: SettledPeriod): Decimal => new Decimal(totals.credits).minus(totals.bonuses);

function redrawOf(result: ResultOfPeriod, draws: number, chance: Chance): Redraw {
  if (!countsEvents(result)) return () => result;
  const { item, kpi, aims } = result;
  const { at } = new BinomialDraw(item.sample, Number(item.numerator));
  const numerators = evenly(draws, chance).map(at);
  const known = new Map<number, ResultOfPeriod>();
  return (draw) => {
    const numerator = numerators[draw]!;
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
