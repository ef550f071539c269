import type { EarnBack } from "../../objectives/clauses/clause";
import { LEVEL_NAMES } from "../../objectives/clauses/mechanisms/readable.rules";
import type { PeriodKind } from "../../shared/period";
import type { PeriodInput } from "./period-input";
import { negated, rational, exactText } from "../../shared/rational";
import { keyOf } from "./amount.rules";
import type { ClauseCase, Setting } from "./clause-case.rules";
import { isEarned, reachedIn } from "./earned.rules";
import { moneyText, periodsText } from "./money-text.rules";
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
  const step = (output: string): Step => stepOf(hold, { reached, output }, setting.input);
  const { settle, expiresAfter } = hold.earnBack;
  if (isEarned(hold, setting)) {
    const line = settle === "returned" ? lineOf(hold, "earn_back_return", setting) : null;
    return { hold: null, line, step: step("earned back") };
  }
  if (hold.periodsPassed < expiresAfter) return { hold, line: null, step: step("still open") };
  const line = settle === "withheld" ? lineOf(hold, "earn_back_release", setting) : null;
  return { hold: null, line, step: step("not earned back in time: it stays with the client") };
}

function stepOf(
  hold: Hold,
  { reached, output }: { reached: boolean | null; output: string },
  input: PeriodInput,
): Step {
  const { of } = hold.earnBack;
  const { currency, period } = input;
  const who = of === "all" || hold.objective === null ? "all objectives reach" : `${hold.objective} reaches`;
  return {
    stage: "earn_back",
    rule: `The credit of ${hold.origin} is earned back when ${who} ${earningText(hold.earnBack, period.kind)}.`,
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

/** `the target in 2 months in a row, within 3 months`. */
export function earningText({ level, mode, periods, expiresAfter }: EarnBack, kind: PeriodKind): string {
  const single = periods === 1 ? `a ${kind}` : null;
  const how =
    mode === "each"
      ? `in ${single ?? `${periodsText(periods, kind)} in a row`}`
      : `in the mean of ${periodsText(periods, kind)}`;
  return `the ${LEVEL_NAMES[level]} ${how}, within ${periodsText(expiresAfter, kind)}`;
}

function lineOf(hold: Hold, kind: "earn_back_release" | "earn_back_return", { input }: Setting): SettledLine {
  const { clause, cites, objective, stretch, origin } = hold;
  const isRelease = kind === "earn_back_release";
  const of = objective === null ? "the contract" : objective;
  return {
    ...{ kind, clause, cites, objective, stretch, origin },
    amount: exactText(isRelease ? rational(hold.amount) : negated(rational(hold.amount))),
    reason: isRelease
      ? `The credit withheld for ${of} since ${origin} was not earned back by ${input.period.until} (${cites}).`
      : `The credit given for ${of} in the period from ${origin} was earned back (${cites}).`,
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
