import type { MeasuredFigure } from "../../kpis/figure.rules";
import { judgement } from "../../scorecards/objective-outcome.rules";
import { Decimal } from "../../shared/decimal";
import type { Period } from "../../shared/period";
import type { SettledPeriod } from "../engine/settled-period";
import type { ResultOfPeriod, SettlementBook } from "../settlement-book.queries";
import { wantedSettlements } from "../settlement-plan.rules";
import type { Ends } from "./objective-outlook.rules";
import { periodSettler } from "./period-settler.rules";

/** Minor units in the client's favour; negative: in ours. Credits and bonuses, whether or not they may be earned back. */
export interface Stakes {
  /** If the period closed as it stands. */
  readonly now: string;
  /** At the projected values; at the better and at the worse ends of their intervals. */
  readonly projected: string;
  readonly better: string;
  readonly worse: string;
}

export interface ObjectiveStakes extends Stakes {
  /** What reaching the target just so spares, beside the worse end: never below 0. */
  readonly savable: string;
}

export interface OpenMoney extends Stakes {
  readonly byObjective: ReadonlyMap<string, ObjectiveStakes>;
}

/** An open period, with all that its money follows from. */
export interface OpenPeriod {
  readonly book: SettlementBook;
  readonly period: Period;
  /** Results of it as they stand. */
  readonly results: readonly ResultOfPeriod[];
  /** Where objectives will end, by code; none: nothing tells. */
  readonly ends: ReadonlyMap<string, Ends>;
}

/** Figures that objectives are settled with, by code; others stay as they stand. */
type Supposed = ReadonlyMap<string, MeasuredFigure>;

/** Null where the contract's terms do not settle the period. */
export function openMoney(open: OpenPeriod): OpenMoney | null {
  const settle = settlerOf(open);
  if (!settle) return null;
  const at = (which: "projected" | "better" | "worse"): Supposed =>
    new Map([...open.ends].map(([code, ends]) => [code, ends[which]]));
  const whole = (supposed: Supposed) => linesOf(settle(supposed));
  const [now, projected] = [whole(new Map()), whole(at("projected"))];
  const [better, worse] = [whole(at("better")), whole(at("worse"))];
  const savable = (code: string): string => {
    const ends = open.ends.get(code);
    if (!ends?.saved) return "0";
    const [lost, saved] = [ends.worse, ends.saved].map((one) => total(whole(new Map(at("projected")).set(code, one))));
    return Decimal.max(0, new Decimal(lost!).minus(saved!)).toString();
  };
  const stakes = (of: (lines: readonly Line[]) => string): Stakes => ({
    ...{ now: of(now), projected: of(projected), better: of(better), worse: of(worse) },
  });
  const byObjective = new Map(
    open.results.map(({ code }) => [code, { ...stakes((lines) => total(lines, code)), savable: savable(code) }]),
  );
  return { ...stakes((lines) => total(lines)), byObjective };
}

type Line = SettledPeriod["lines"][number];

/** What the period itself costs: without what is held, let go or taken back of other periods. */
const linesOf = ({ lines }: SettledPeriod): Line[] => lines.filter(({ kind }) => kind === "credit" || kind === "bonus");

const total = (lines: readonly Line[], code?: string): string =>
  lines
    .filter(({ objective }) => code === undefined || objective === code)
    .reduce((sum, { amount }) => sum.plus(amount), new Decimal(0))
    .toString();

/** Settles the period as it stands but for some figures, after everything that was settled before it. */
function settlerOf({ book, period, results }: OpenPeriod): ((supposed: Supposed) => SettledPeriod) | null {
  const settle = periodSettler(book, period, results);
  if (!settle) return null;
  const past = wantedSettlements(book).map(({ settled }) => settled);
  return (supposed) => settle(results.map(supposing(supposed)), past);
}

const supposing =
  (supposed: Supposed) =>
  (result: ResultOfPeriod): ResultOfPeriod => {
    const figure = supposed.get(result.code);
    if (!figure) return result;
    const { outcome } = judgement(figure, { kpi: result.kpi, aims: result.aims }, { isOver: true });
    return { ...result, outcome, item: { ...result.item, ...figure } };
  };
