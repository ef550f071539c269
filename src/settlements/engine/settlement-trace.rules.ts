import { LEVEL_NAMES } from "../../objectives/clauses/mechanisms/readable.rules";
import { periodTitle } from "../../shared/day-words";
import type { Period } from "../../shared/period";
import { rational } from "../../shared/rational";
import { originText } from "./earn-back.rules";
import { moneyText, periodsText, pointsText } from "./money-text.rules";
import type { ClauseOutcome, CounterState, Hold, LineKind, SettledLine, SettledPeriod, Step } from "./settled-period";

/**
 * A settled period in plain sentences, as one would send it to the client: every line with the steps that led to it, then
 * what is about the whole period, holds and counters, and the sum.
 */
export function settlementTrace(settled: SettledPeriod, currency: string): string[] {
  const { period, fee, pool, lines, totals } = settled;
  const money = (amount: string): string => moneyText(rational(amount), currency);
  return [
    `Settlement of ${periodTitle(period)}: the fee is ${money(fee)}, of which ${money(pool)} is at risk.`,
    ...(lines.length === 0
      ? ["Nothing is due."]
      : lines.flatMap((line, index) => lineTrace(line, index + 1, settled, currency))),
    ...settled.steps.map(sentence),
    ...settled.holds.map((hold) => holdTrace(hold, period, currency)),
    ...settled.counters.map((one) => counterTrace(one, settled)),
    sumTrace(totals, currency),
  ];
}

/** What is still open after the period. */
function holdTrace({ amount, origin, earnBack, periodsPassed, cites }: Hold, period: Period, currency: string): string {
  const left = earnBack.expiresAfter - periodsPassed;
  const more = periodsText(left, period.kind);
  return `${moneyText(rational(amount), currency)} of ${originText(origin, period)} may still be earned back in the next ${left === 1 ? period.kind : more} (${cites}).`;
}

const TITLES: Readonly<Record<LineKind, (money: string) => string>> = {
  credit: (money) => `Credit of ${money}`,
  bonus: (money) => `Bonus of ${money}`,
  earn_back_hold: (money) => `${money} is held back`,
  earn_back_release: (money) => `${money} that was withheld is now paid`,
  earn_back_return: (money) => `${money} that was credited is taken back`,
};

function lineTrace(line: SettledLine, no: number, { outcomes }: SettledPeriod, currency: string): string[] {
  const title = `${no}. ${TITLES[line.kind](moneyText(sizeOf(line.amount), currency))}. ${line.reason}`;
  const isOwn = line.kind === "credit" || line.kind === "bonus";
  const outcome = isOwn ? outcomes.find((one) => isBehind(one, line)) : undefined;
  return [title, ...(outcome?.steps ?? []).map((step) => `   ${sentence(step)}`)];
}

const isBehind = (one: ClauseOutcome, line: SettledLine): boolean =>
  one.clause === line.clause && one.objective === line.objective && one.stretch?.from === line.stretch?.from;

/** `The rule. (measured: 96.2 %; target: 98.0 %) → the clause applies` */
function sentence({ rule, inputs, output }: Step): string {
  const said = inputsText(inputs);
  return `${rule}${said === "" ? "" : ` (${said})`} → ${output.replace(/[.]$/, "")}`;
}

function counterTrace(
  { objective, failures, within, limit, below, consequence, isDefault }: CounterState,
  { readings, period: { kind } }: SettledPeriod,
): string {
  const what = consequence === "default" ? "a default" : "a ground for termination";
  const name = readings.find(({ code }) => code === objective)?.name ?? objective;
  const counted = `${name} missed its ${LEVEL_NAMES[below]} in ${failures} of the last ${periodsText(within, kind)}`;
  return isDefault ? `${counted}: that is ${what} (from ${limit} on).` : `${counted}; ${limit} are ${what}.`;
}

function sumTrace({ net, points }: SettledPeriod["totals"], currency: string): string {
  const counted = points === "0" ? "" : `; ${pointsText(rational(points))} counted`;
  const sum = BigInt(net);
  if (sum === 0n) return `In total nothing is due${counted}.`;
  return `In total ${moneyText(sizeOf(net), currency)} is due in the ${sum > 0n ? "client's" : "provider's"} favour${counted}.`;
}

const sizeOf = (amount: string) => rational(amount.replace("-", ""));

/** `fee: € 184,000.00; allocation: 25 %` */
export const inputsText = (inputs: Step["inputs"]): string =>
  inputs.map(({ name, value }) => `${name}: ${value}`).join("; ");
