import { rational } from "../../shared/rational";
import { moneyText, periodsText, pointsText } from "./money-text.rules";
import { periodContaining, periodLabel, type Period } from "../../shared/period";
import type { Day } from "../../shared/day";
import type { ClauseOutcome, LineKind, SettledLine, SettledPeriod, Step } from "./settled-period";

/** What a trace is written with: the currency of the amounts, and what objectives are called by their codes. */
export interface TraceWords {
  readonly currency: string;
  readonly names: ReadonlyMap<string, string>;
}

/**
 * A settled period in plain sentences, as one would send it to the client: every line with the steps that led to it, then
 * what is about the whole period, holds and counters, and the sum.
 */
export function settlementTrace(settled: SettledPeriod, words: TraceWords): string[] {
  const { period, fee, pool, lines, totals } = settled;
  const money = (amount: string): string => moneyText(rational(amount), words.currency);
  const head = `Settlement of ${periodLabel(period)}: the fee is ${money(fee)}, of which ${money(pool)} is at risk.`;
  return [
    head,
    ...(lines.length === 0
      ? ["Nothing is due."]
      : lines.flatMap((line, index) => lineTrace(line, index + 1, settled, words))),
    ...settled.steps.map(sentence),
    ...settled.holds.map(
      (hold) =>
        `${money(hold.amount)} of ${originText(hold.origin, period)} may still be earned back: ${periodsText(hold.periodsReached, period.kind)} reached, ${periodsText(hold.earnBack.expiresAfter - hold.periodsPassed, period.kind)} left (${hold.cites}).`,
    ),
    ...settled.counters.map((one) => counterTrace(one, words, period)),
    sumTrace(totals, words),
  ];
}

const TITLES: Readonly<Record<LineKind, (money: string) => string>> = {
  credit: (money) => `Credit of ${money}`,
  bonus: (money) => `Bonus of ${money}`,
  earn_back_hold: (money) => `${money} of it is withheld`,
  earn_back_release: (money) => `${money} that was withheld is paid`,
  earn_back_return: (money) => `${money} that was credited is taken back`,
};

/** The name of the period that begins on a day. */
const originText = (origin: Day, { kind }: Period): string => periodLabel(periodContaining(kind, origin));

function lineTrace(line: SettledLine, no: number, { outcomes }: SettledPeriod, words: TraceWords): string[] {
  const title = `${no}. ${TITLES[line.kind](moneyText(sizeOf(line.amount), words.currency))}. ${named(line.reason, line.objective, words)}`;
  const isOwn = line.kind === "credit" || line.kind === "bonus";
  const outcome = isOwn ? outcomes.find((one) => isBehind(one, line)) : undefined;
  return [title, ...(outcome?.steps ?? []).map((step) => `   ${sentence(step)}`)];
}

const isBehind = (one: ClauseOutcome, line: SettledLine): boolean =>
  one.clause === line.clause && one.objective === line.objective && one.stretch?.from === line.stretch?.from;

/** `The rule. (measured: 96.2 %; target: 98.0 %) → the clause applies` */
function sentence({ rule, inputs, output }: Step): string {
  const said = inputs.map(({ name, value }) => `${name}: ${value}`).join("; ");
  return `${rule}${said === "" ? "" : ` (${said})`} → ${output.replace(/[.]$/, "")}`;
}

/** Names of objectives instead of their codes, where the sentence tells the code as a word. */
function named(reason: string, objective: string | null, { names }: TraceWords): string {
  const name = objective === null ? undefined : names.get(objective);
  return name === undefined ? reason : reason.replace(`: ${objective} came to`, `: ${name} (${objective}) came to`);
}

function counterTrace(
  { objective, failures, within, limit, below, consequence, isDefault }: SettledPeriod["counters"][number],
  { names }: TraceWords,
  { kind }: Period,
): string {
  const what = consequence === "default" ? "a default" : "a ground for termination";
  const level = below === "expected" ? "expected level" : below;
  const counted = `${names.get(objective) ?? objective} was below its ${level} in ${failures} of the last ${periodsText(within, kind)}`;
  return isDefault ? `${counted}: that is ${what} (from ${limit} on).` : `${counted}; ${limit} are ${what}.`;
}

function sumTrace({ net, points }: SettledPeriod["totals"], { currency }: TraceWords): string {
  const counted = points === "0" ? "" : ` ${pointsText(rational(points))} points were counted.`;
  const sum = BigInt(net);
  if (sum === 0n) return `Together nothing is paid for this period.${counted}`;
  return `Together ${moneyText(sizeOf(net), currency)} in ${sum > 0n ? "the client's" : "the provider's"} favour.${counted}`;
}

const sizeOf = (amount: string) => rational(amount.replace("-", ""));
