import type { SettlementTerms } from "../../objectives/clauses/settlement-terms";
import { decimalText, exactText, rational, roundedTo, sumOf, times } from "../../shared/rational";
import { keyOf } from "./amount.rules";
import { casesOf } from "./cases.rules";
import type { ClauseCase, Detail, Setting, Stretch } from "./clause-case.rules";
import { countersOf } from "./counters.rules";
import { holdsAfter } from "./earn-back.rules";
import { lined, type Lined } from "./lines.rules";
import { failuresInRowBefore } from "./past.rules";
import type { PeriodInput } from "./period-input";
import { poolOf } from "./pool.rules";
import { ratchetsOf } from "./ratchets.rules";
import type { ClauseOutcome, ObjectiveReading, SettledPeriod, Step } from "./settled-period";
import { throughStages } from "./stages.rules";
import { totalsOf } from "./totals.rules";

/**
 * What a closed period comes to in money under the terms of its contract, with what was settled before (oldest first).
 * Pure: the same input gives the same lines. Amounts are exact until each line is rounded once. Without `steps` the same
 * money several times as fast, for many trials.
 */
export const settlePeriod = (
  terms: SettlementTerms,
  input: PeriodInput,
  past: readonly SettledPeriod[],
  detail: Detail = "steps",
): SettledPeriod => {
  const setting = { terms, input, past, stretch: null, detail };
  return settledOf([settledPart(setting)], setting);
};

/** Periods settled one after the other, each with all before it. `past`: what was settled before the first. */
export const settleSeries = (
  termsOf: (input: PeriodInput) => SettlementTerms,
  inputs: readonly PeriodInput[],
  past: readonly SettledPeriod[] = [],
): SettledPeriod[] =>
  inputs
    .reduce<readonly SettledPeriod[]>((so, input) => [...so, settlePeriod(termsOf(input), input, so)], past)
    .slice(past.length);

/** A part of a period under terms of its own: its share of the whole, 0 to 1, a decimal or a fraction. */
export interface AmendedPart {
  readonly terms: SettlementTerms;
  readonly input: PeriodInput;
  readonly days: Stretch["days"];
  readonly share: string;
}

/**
 * A period within which the terms changed: each part is settled under its own terms for the whole period, and its amounts,
 * points and caps count by its share; lines say their days. Counters, rows and ratchets go on from the last part.
 */
export function settleAmended(
  parts: readonly AmendedPart[],
  past: readonly SettledPeriod[],
  detail: Detail = "steps",
): SettledPeriod {
  const settled: SettledPart[] = [];
  for (const [index, { terms, input, days, share }] of parts.entries()) {
    const creditsBefore = totalsOf({ lines: settled.flatMap(({ lines }) => lines), outcomes: [] }).credits;
    const shareBefore = exactText(sumOf(parts.slice(0, index).map((part) => rational(part.share))));
    settled.push(settledPart({ terms, input, past, stretch: { days, share, shareBefore, creditsBefore }, detail }));
  }
  const last = parts.at(-1)!;
  return { ...settledOf(settled, { ...last, past, stretch: null, detail }), ...weighedFee(parts) };
}

/** Fee and pool of the whole period, each part's by its share: to whole minor units and to 34 digits, for reading. */
function weighedFee(parts: readonly AmendedPart[]): Pick<SettledPeriod, "fee" | "pool"> {
  const fee = sumOf(parts.map(({ input, share }) => times(rational(input.fee), rational(share))));
  const pool = sumOf(parts.map(({ terms, input, share }) => times(poolOf({ terms, input }), rational(share))));
  return { fee: String(roundedTo(fee, "half_up")), pool: decimalText(pool) };
}

interface SettledPart extends Pick<SettledPeriod, "lines" | "holds" | "steps"> {
  readonly cases: readonly ClauseCase[];
  readonly outcomes: readonly ClauseOutcome[];
}

function settledPart(setting: Setting): SettledPart {
  const { cases, steps } = throughStages(casesOf(setting), setting);
  const all: readonly Lined[] = cases.map((one) => lined(one, setting));
  return {
    cases,
    steps,
    outcomes: all.map(({ one }) => outcomeOf(one, setting)),
    lines: all.flatMap(({ lines }) => lines),
    holds: all.flatMap(({ holds }) => holds),
  };
}

/** The parts together, with what is told once a period: holds of earlier periods, counters, ratchets. */
function settledOf(parts: readonly SettledPart[], setting: Setting): SettledPeriod {
  const { input } = setting;
  const earlier = holdsAfter(setting);
  const outcomes = parts.flatMap((part) => part.outcomes);
  const lines = [...parts.flatMap((part) => part.lines), ...earlier.lines];
  const steps: Step[] = [...parts.flatMap((part) => part.steps), ...earlier.steps];
  const { cases } = parts.at(-1)!;
  return {
    ...{ period: input.period, fee: input.fee, pool: exactText(poolOf(setting)) },
    ...{ readings: input.objectives.map(readingOf), outcomes, steps, lines },
    holds: [...earlier.holds, ...parts.flatMap((part) => part.holds)],
    counters: countersOf(cases, setting),
    ratchets: ratchetsOf(cases, setting),
    totals: totalsOf({ lines, outcomes }),
  };
}

const readingOf = ({ code, name, kpi, aims, figure, outcome }: ObjectiveReading): ObjectiveReading => ({
  ...{ code, name, kpi, aims, figure, outcome },
});

/** Not judged: the row of failures stands as it stood. */
function outcomeOf(one: ClauseCase, { past, stretch }: Setting): ClauseOutcome {
  const { isJudged, isTriggered, isFailure, points, amount, steps } = one;
  const before = failuresInRowBefore(past, keyOf(one));
  const failuresInRow = isFailure ? before + 1 : isJudged ? 0 : before;
  return {
    ...{ ...keyOf(one), isJudged, isTriggered, isFailure, failuresInRow, steps },
    ...{ stretch: stretch?.days ?? null, points: exactText(points), amount: exactText(amount) },
  };
}
