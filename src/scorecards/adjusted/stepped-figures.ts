import { evaluate, type MeasuredFigure } from "../../kpis/figure.rules";
import type { Tx } from "../../platform/database";
import { addDays, earlierOf, type Day } from "../../shared/day";
import { groupBy } from "../../shared/group-by";
import type { AccountSource } from "../accounts.rules";
import { neededSlots } from "../formula-book.rules";
import { peopleShare } from "../people-share.rules";
import { loadPersonSums, type PersonSumsRow } from "../person-sums.queries";
import { slotNeeds, type SlotNeeds } from "../slot-columns.rules";
import { figureSums, NO_SUMS, type BoundFormula, type PlacedMeasure, type StreamSums } from "../sums-book.rules";
import { hull, loadSums, type SumsRow } from "../sums.queries";
import { commonDays } from "../source.rules";
import type { AdjustedSetting, SteppedFigure } from "./adjusted-ask";
import { cutNumbers, sourcesOn, type Cut } from "./cut.rules";
import { loadFactSums, placeOf, type FactSums } from "./fact-sums.queries";
import { witnessesOf } from "./present-facts.rules";
import { keptDays, KeptLevels, type BoundCut } from "./kept-levels";
import { steppedPercentiles, type SteppedPercentile } from "./stepped-percentiles.queries";

/**
 * Figures of cuts after nothing but the calendar, and after each step. Untouched days come from daily measures, touched ones from their facts; percentiles
 * always do. The number of statements follows the ways in which facts are found, not the number of cuts.
 */
export async function steppedFigures(
  tx: Tx,
  setting: AdjustedSetting,
  cuts: readonly Cut[],
): Promise<ReadonlyMap<Cut, readonly SteppedFigure[]>> {
  const numbers = cutNumbers(cuts);
  const all = cuts.map((cut): NumberedCut => {
    return { cut, bound: setting.formulas.of(cut.ask.item.kpi).formula, no: numbers.get(cut)! };
  });
  const pages = await loadPages(tx, setting, all);
  return new Map(
    all.map((one) => {
      const steps = [0, ...one.cut.taken.map((_, index) => index + 1)];
      return [one.cut, steps.map((step) => figureAfter({ ...one, step }, pages))];
    }),
  );
}

/** Cuts of the same sums have the same number. */
interface NumberedCut extends BoundCut {
  readonly no: number;
}

interface Pages {
  readonly kept: ReadonlyMap<number, readonly SumsRow[]>;
  readonly keptOfPeople: ReadonlyMap<number, readonly PersonSumsRow[]>;
  readonly facts: ReadonlyMap<number, readonly FactSums[]>;
  readonly factsOfPeople: ReadonlyMap<number, readonly FactSums[]>;
  readonly percentiles: ReadonlyMap<Cut, readonly SteppedPercentile[]>;
  readonly levels: KeptLevels | null;
  readonly until: Day;
}

async function loadPages(tx: Tx, setting: AdjustedSetting, all: readonly NumberedCut[]): Promise<Pages> {
  const { clientId, today } = setting;
  const { until } = hull(all.map(({ cut }) => cut.ask.span));
  const end = earlierOf(until, addDays(today, 1));
  const summed = all.filter((one) => !isPercentile(one) && !isOfPeople(one));
  const people = all.filter(isOfPeople);
  const byAccount = <R extends { readonly account: number }>(rows: readonly R[]) => groupBy(rows, (one) => one.account);
  const byCut = (rows: readonly FactSums[]) => groupBy(rows, (one) => one.cut);
  return {
    kept: byAccount(await loadSums(tx, keptRequest(setting, summed, end))),
    keptOfPeople: byAccount(await loadPersonSums(tx, keptRequest(setting, people, end))),
    facts: byCut(await factsOf(tx, setting, summed, false)),
    factsOfPeople: byCut(await factsOf(tx, setting, people, true)),
    percentiles: await percentilesOf(tx, setting, all.filter(isPercentile)),
    levels: await KeptLevels.load(tx, clientId, all, end),
    until: end,
  };
}

const isPercentile = ({ bound }: BoundCut): boolean => bound.dialect.percentile !== undefined;
const isOfPeople = ({ bound }: BoundCut): boolean => bound.dialect.people !== undefined;

/** Accounts have the numbers of their cuts. */
function keptRequest({ clientId }: AdjustedSetting, all: readonly NumberedCut[], until: Day) {
  const sources = eachOnce(all).flatMap(({ cut, no }): AccountSource[] =>
    sourcesOn(cut, false).map((source) => ({ ...source, account: no })),
  );
  const from = all.map(({ cut }) => cut.ask.span.from).sort()[0];
  const spans = from === undefined ? [] : [{ no: 0, from, until }];
  return { clientId, spans, sources, needs: needsOf(all) };
}

const eachOnce = (all: readonly NumberedCut[]): NumberedCut[] => [...new Map(all.map((one) => [one.no, one])).values()];

/** Streams of which only levels are looked at are present, too: that something happened makes a figure. */
function needsOf(all: readonly BoundCut[]): SlotNeeds {
  const bounds = [...new Set(all.map(({ bound }) => bound))];
  const present = bounds.flatMap(({ formula }) => formula.streams.map((stream) => [stream, new Map()] as const));
  return new Map([...present, ...slotNeeds(bounds.flatMap((one) => neededSlots(one, false)))]);
}

function factsOf(
  tx: Tx,
  { clientId }: AdjustedSetting,
  all: readonly NumberedCut[],
  isByPerson: boolean,
): Promise<FactSums[]> {
  const found = all.flatMap(({ bound }) => witnessed(bound));
  // of the same measure twice, the one with its slot stands last and is taken
  const measures = [
    ...found.filter(({ slot }) => slot === undefined),
    ...found.filter(({ slot }) => slot !== undefined),
  ];
  return loadFactSums(tx, { clientId, cuts: eachOnce(all), measures, isByPerson });
}

async function percentilesOf(tx: Tx, { clientId }: AdjustedSetting, all: readonly BoundCut[]) {
  const found = new Map<Cut, readonly SteppedPercentile[]>();
  for (const one of all) found.set(one.cut, await steppedPercentiles(tx, clientId, one));
  return found;
}

interface AfterStep extends NumberedCut {
  readonly step: number;
}

function figureAfter(one: AfterStep, pages: Pages): SteppedFigure {
  const { minSample } = one.cut.ask.item;
  if (isPercentile(one)) return { figure: percentileAfter(one, pages), sums: NO_SUMS };
  if (isOfPeople(one)) return peopleAfter(one, pages);
  const rows: StreamSums[] = [
    ...(pages.kept.get(one.no) ?? []),
    ...ownFacts(one, pages.facts).filter((row) => stays(row, one.step)),
    ...(pages.levels?.closingsOf(one.cut, one.step) ?? []),
  ];
  const sums = { rows, days: daysAfter(one, pages.until) };
  return { figure: evaluate(figureSums(one.bound, sums), minSample), sums };
}

/** What is counted of facts, after what tells that there are any. */
function witnessed({ measures }: BoundFormula): PlacedMeasure[] {
  const own = measures.filter(({ closing }) => closing === null);
  return [...witnessesOf(own.map(({ use }) => use.measure.stream)), ...own];
}

/** Without those that only others of the same cut ask for. */
function ownFacts({ no, bound }: NumberedCut, facts: ReadonlyMap<number, readonly FactSums[]>): readonly FactSums[] {
  const places = new Set(witnessed(bound).map(({ use }) => placeOf(use)));
  return (facts.get(no) ?? []).filter(({ place }) => places.has(place));
}

const stays = (row: FactSums, step: number): boolean => row.step === null || row.step > step;

function daysAfter({ cut, step }: AfterStep, until: Day): number {
  const { span, item } = cut.ask;
  const days = commonDays(item.days, { from: span.from, until: earlierOf(span.until, until) });
  return keptDays(cut, until, step).filter((day) => days && day >= days.from && day < days.until!).length;
}

function peopleAfter(one: AfterStep, { keptOfPeople, factsOfPeople }: Pages): SteppedFigure {
  const { no, step, bound, cut } = one;
  const facts = ownFacts(one, factsOfPeople).filter((row) => row.personId !== null && stays(row, step));
  const rows: (StreamSums & { readonly personId: string | null })[] = [...(keptOfPeople.get(no) ?? []), ...facts];
  const persons = groupBy(rows, ({ personId }) => personId);
  const share = peopleShare(bound, bound.dialect.people!, [...persons.values()]);
  return { figure: evaluate(share, cut.ask.item.minSample), sums: { rows, days: 0 } };
}

function percentileAfter({ cut, step }: AfterStep, { percentiles }: Pages): MeasuredFigure {
  const found = percentiles.get(cut)?.find((one) => one.step === step);
  const known = { numerator: found?.value ?? null, sample: found?.sample ?? 0 };
  return evaluate({ ...known, denominator: null, hasDenominator: false, isComplete: true }, cut.ask.item.minSample);
}
