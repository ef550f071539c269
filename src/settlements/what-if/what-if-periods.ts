import { moneyOf } from "../../kpis/money.rules";
import { inputPathOf, withClausePaths, writtenClausesOf } from "../../objectives/clauses/clause-choice";
import type { ClauseInput, EarnBackInput } from "../../objectives/clauses/clause-input.type";
import type { RawMoneyTerms } from "../../objectives/clauses/settlement-terms.schema";
import { decimalText, rational } from "../../shared/rational";
import type { SettledPeriod } from "../engine/settled-period";
import { clausesOf, counterView } from "../settlement-views.rules";
import { settledMonths, type ImaginedSeries } from "./imagined-months";
import { refuseFigure, refuseManyEvents, refuseManyPeriods, refuseStrayEvents } from "./what-if-limits.rules";
import { aimsOf, figureGiven, type WhatIfAimsInput, type WhatIfFigureInput } from "./what-if-objective.type";
import type { WhatIfEvents } from "./what-if-events.type";
import type { WhatIfPeriodType } from "./what-if-period.type";
import type { WhatIfMoneyInput, WhatIfObjectiveInput, WhatIfTermsInput } from "./what-if-terms.type";

/** Each period as the engine would settle it, one after the other. */
export function imaginedPeriods(
  { currency, clauses, ...terms }: WhatIfTermsInput,
  objectives: readonly WhatIfObjectiveInput[],
  events: WhatIfEvents = { incidents: [], reportErrors: [] },
): Promise<WhatIfPeriodType[]> {
  const inInput = ([list, index, ...rest]: readonly string[]): readonly string[] =>
    list === "clauses" && index !== undefined
      ? ["clauses", index, ...inputPathOf(rest, clauses[Number(index)])]
      : [list, index, ...rest].flatMap((one) => one ?? []);
  return withClausePaths(inInput, async () => {
    refuseManyPeriods(clauses.length, objectives);
    refuseStrayEvents(events, objectives);
    const series = objectives.map(seriesOf);
    refuseManyEvents(
      testsIn(clauses),
      series.flatMap(({ figures }) => figures),
    );
    // which amounts may stand where is checked when they are read
    const written = { ...terms, clauses: writtenClausesOf(clauses) } as RawMoneyTerms;
    const settled = settledMonths({ terms: written, currency, objectives: series, events });
    return settled.map((period, index) => periodOf(period, index + 1, currency));
  });
}

const testsIn = (clauses: readonly ClauseInput[]): number =>
  clauses.flatMap(({ guards }) => guards ?? []).filter(({ binomial }) => binomial).length;

interface ClauseOverTime {
  readonly clause: ClauseInput;
  readonly aims: WhatIfAimsInput;
  readonly figures: WhatIfFigureInput[];
}

/** One clause; every objective that it names is this one. */
const clausePeriods = ({ clause, aims, figures }: ClauseOverTime, money: WhatIfMoneyInput) =>
  imaginedPeriods(
    { ...money, clauses: [clause] },
    codesIn(clause).map((code) => ({ code, aims, figures })),
  );

const codesIn = ({ objectives, guards }: ClauseInput): string[] => [
  ...new Set([...(objectives ?? []), ...(guards ?? []).flatMap(({ allReach }) => allReach?.objectives ?? [])]),
];

/** One clause in one period. */
export async function creditPeriod(one: ClauseOverTime, money: WhatIfMoneyInput): Promise<WhatIfPeriodType> {
  return (await clausePeriods(one, money))[0]!;
}

/** Points do not depend on what they are worth. */
const WORTH_SOMETHING = { currency: "EUR", fee: "1.00 EUR", atRisk: "100 %", pointValue: "1.00 EUR" };

export async function pointsOfValues(clause: ClauseInput, aims: WhatIfAimsInput, values: string[]): Promise<string[]> {
  const settled = await clausePeriods({ clause, aims, figures: values.map(figureOfValue) }, WORTH_SOMETHING);
  return settled.map(({ points }) => points);
}

interface Earning {
  readonly credit: string;
  readonly earnBack: EarnBackInput;
  readonly aims: WhatIfAimsInput;
  readonly values: string[];
}

/** A credit of a fee as large as itself; its currency is the one it is written in. */
export function earnedBack({ credit, earnBack, aims, values }: Earning): Promise<WhatIfPeriodType[]> {
  const currency = /[A-Z]{3}/.exec(credit)?.[0] ?? "EUR";
  const clause: ClauseInput = {
    ...{ code: "CREDIT", name: "Credit", cites: "–", objectives: ["OBJECTIVE"], earnBack },
    mechanism: { fixed: { pays: "money", amount: credit } },
  };
  return clausePeriods(
    { clause, aims, figures: values.map(figureOfValue) },
    { currency, fee: credit, atRisk: "100 %" },
  );
}

const figureOfValue = (numerator: string): WhatIfFigureInput => ({ numerator, minSample: 0 });

function seriesOf({ code, aims, figures }: WhatIfObjectiveInput): ImaginedSeries {
  const { unit, direction } = aims;
  const given = figures.map(figureGiven);
  for (const figure of given) refuseFigure(unit, figure);
  return { code, kpi: { unit, direction }, aims: aimsOf(aims), figures: given };
}

function periodOf(settled: SettledPeriod, number: number, currency: string): WhatIfPeriodType {
  const { totals, steps, lines, counters, ratchets } = settled;
  const money = (minor: string) => moneyOf(minor, currency);
  const about = [...new Set(settled.outcomes.map(({ objective }) => objective))];
  return {
    ...{ number, steps, counters: counters.map(counterView), raisedTargets: ratchets },
    points: decimalText(rational(totals.points)),
    totals: {
      ...{ credits: money(totals.credits), bonuses: money(totals.bonuses), held: money(totals.held) },
      ...{ released: money(totals.released), returned: money(totals.returned), net: money(totals.net) },
    },
    clauses: about.flatMap((objective) =>
      clausesOf(settled, objective, currency).map((one) => ({ ...one, objective })),
    ),
    lines: lines.map((line) => ({ ...line, amount: money(line.amount) })),
  };
}
