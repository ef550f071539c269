import type { EarnBack } from "../../objectives/clauses/clause";
import { LEVEL_NAMES } from "../../objectives/clauses/mechanisms/readable.rules";
import type { Day } from "../../shared/day";
import { periodTitle } from "../../shared/day-words";
import { periodContaining, type Period, type PeriodKind } from "../../shared/period";
import type { PeriodInput } from "./period-input";
import { negated, rational, exactText } from "../../shared/rational";
import { keyOf } from "./amount.rules";
import type { ClauseCase, Setting } from "./clause-case.rules";
import { isEarned, reachedIn } from "./earned.rules";
import { moneyText, periodsText } from "./money-text.rules";
import { nameOf } from "./names.rules";
import type { Hold, SettledLine, Step } from "./settled-period";

/** What becomes of the holds of earlier periods in this one. */
export interface HoldsAfter {
  readonly holds: readonly Hold[];
  readonly lines: readonly SettledLine[];
  readonly steps: readonly Step[];
}

/**
 * Each hold one period on (C13, C14). Earned back: what was withheld stays with us, what was given is taken back. Expired:
 * what was withheld goes to the client. Otherwise it waits on.
 * | settle   | when it arises     | earned back  | expired      |
 * | withheld | credit and hold: 0 | nothing more | release, +   |
 * | returned | credit, +          | return, −    | nothing more |
 */
export function holdsAfter(setting: Setting): HoldsAfter {
  const before = setting.past.at(-1)?.holds ?? [];
  const all = before.map((hold) => afterPeriod(hold, setting));
  return {
    holds: all.flatMap(({ hold }) => hold ?? []),
    lines: all.flatMap(({ line }) => line ?? []),
    steps: all.map(({ step }) => step),
  };
}

interface AfterPeriod {
  readonly hold: Hold | null;
  readonly line: SettledLine | null;
  readonly step: Step;
}

/** Periods that were not judged neither help nor break a row, yet the time to earn it back runs on. */
function afterPeriod(before: Hold, setting: Setting): AfterPeriod {
  const reached = reachedIn(before, setting);
  const periodsReached = reached === null ? before.periodsReached : reached ? before.periodsReached + 1 : 0;
  const hold = { ...before, periodsReached, periodsPassed: before.periodsPassed + 1 };
  const step = (output: string): Step =>
    stepOf(hold, { reached, output, name: objectiveName(hold, setting) }, setting.input);
  const { settle, expiresAfter } = hold.earnBack;
  if (isEarned(hold, setting)) {
    const line = settle === "returned" ? lineOf(hold, "earn_back_return", setting) : null;
    return { hold: null, line, step: step("earned back") };
  }
  if (hold.periodsPassed < expiresAfter) return { hold, line: null, step: step("still open") };
  const line = settle === "withheld" ? lineOf(hold, "earn_back_release", setting) : null;
  return { hold: null, line, step: step("not earned back in time, so it stays with the client") };
}

interface Told {
  readonly reached: boolean | null;
  readonly output: string;
  /** Of the objective; null: the contract. */
  readonly name: string | null;
}

function stepOf(hold: Hold, { reached, output, name }: Told, input: PeriodInput): Step {
  const { of } = hold.earnBack;
  const { currency, period } = input;
  const who = of === "all" || name === null ? "all objectives reach" : `${name} reaches`;
  return {
    stage: "earn_back",
    rule: `The credit of ${originText(hold.origin, period)} is earned back if ${who} ${earningText(hold.earnBack, period.kind)}.`,
    inputs: [
      { name: "credit", value: moneyText(rational(hold.amount), currency) },
      { name: `this ${period.kind}`, value: reached === null ? "not judged" : reached ? "reached" : "not reached" },
      { name: "reached in a row", value: String(hold.periodsReached) },
      { name: `${period.kind}s since`, value: String(hold.periodsPassed) },
    ],
    output,
    cites: hold.cites,
  };
}

const objectiveName = ({ objective }: Hold, setting: Setting): string | null =>
  objective === null ? null : nameOf(objective, setting);

/** The name of the period that begins on a day. */
export const originText = (origin: Day, { kind }: Period): string => periodTitle(periodContaining(kind, origin));

/** `the target in 2 months in a row, within 3 months`. */
export function earningText({ level, mode, periods, expiresAfter }: EarnBack, kind: PeriodKind): string {
  const single = periods === 1 ? `a ${kind}` : null;
  const how =
    mode === "each"
      ? `in ${single ?? `${periodsText(periods, kind)} in a row`}`
      : `in the mean of ${periodsText(periods, kind)}`;
  return `the ${LEVEL_NAMES[level]} ${how}, within the next ${expiresAfter === 1 ? kind : periodsText(expiresAfter, kind)}`;
}

function lineOf(hold: Hold, kind: "earn_back_release" | "earn_back_return", setting: Setting): SettledLine {
  const { clause, cites, objective, stretch, origin } = hold;
  const isRelease = kind === "earn_back_release";
  const of = objectiveName(hold, setting) ?? "the contract as a whole";
  const when = originText(origin, setting.input.period);
  return {
    ...{ kind, clause, cites, objective, stretch, origin },
    amount: exactText(isRelease ? rational(hold.amount) : negated(rational(hold.amount))),
    reason: isRelease
      ? `The credit for ${of} of ${when} was withheld and has not been earned back in time (${cites}).`
      : `The credit given for ${of} for ${when} has been earned back (${cites}).`,
  };
}

/** Whether a credit is kept until it is clear whether it is earned back. */
export const isWithheld = ({ clause, amount }: ClauseCase): boolean =>
  amount.top > 0n && clause.earnBack?.settle === "withheld";

/** The hold that a credit begins. */
export function holdOf(one: ClauseCase, amount: bigint, { input, stretch }: Setting): Hold[] {
  const { earnBack, cites } = one.clause;
  if (!earnBack || amount <= 0n) return [];
  return [
    {
      ...{ ...keyOf(one), cites, earnBack, origin: input.period.from, stretch: stretch?.days ?? null },
      ...{ amount: String(amount), periodsPassed: 0, periodsReached: 0 },
    },
  ];
}
