import type { AimLevel, MoneyRounding } from "../../objectives/clauses/clause";
import { periodTitle, rangeSpan } from "../../shared/day-words";
import { rational, roundedTo } from "../../shared/rational";
import { keyOf } from "./amount.rules";
import { told, type ClauseCase, type Setting } from "./clause-case.rules";
import { earningText, holdOf } from "./earn-back.rules";
import { figureText, levelsOf, levelText, moneyText } from "./money-text.rules";
import type { Hold, SettledLine } from "./settled-period";

/** A case with its lines: none where nothing is due. */
export interface Lined {
  readonly one: ClauseCase;
  readonly lines: readonly SettledLine[];
  readonly holds: readonly Hold[];
}

/** The one rounding of an amount, and the lines that carry it: what is withheld is credited and held back at once. */
export function lined(one: ClauseCase, setting: Setting): Lined {
  const { terms, input, stretch } = setting;
  const amount = roundedTo(one.amount, terms.rounding);
  if (amount === 0n) return { one, lines: [], holds: [] };
  const base = { ...keyOf(one), cites: one.clause.cites, stretch: stretch?.days ?? null, origin: null };
  const kind = amount > 0n ? "credit" : "bonus";
  const line: SettledLine = { ...base, kind, amount: String(amount), reason: reasonOf(one, setting) };
  const holds = holdOf(one, amount, setting);
  const held = holds
    .filter(({ earnBack }) => earnBack.settle === "withheld")
    .map((): SettledLine => ({
      ...base,
      kind: "earn_back_hold",
      amount: String(-amount),
      reason: heldReason(one, setting),
    }));
  const money = (): string => moneyText(rational(kind === "credit" ? amount : -amount), input.currency);
  const awaiting =
    holds.length === 0
      ? one
      : told(one, "earn_back", () => ({ rule: heldReason(one, setting), output: `${money()} may be earned back` }));
  const rule = `Rounded once${ROUNDED[terms.rounding]} to the smallest unit of the currency.`;
  return {
    one: told(awaiting, "line", () => ({ rule, output: `a ${kind} of ${money()}` })),
    lines: [line, ...held],
    holds,
  };
}

const ROUNDED: Readonly<Record<MoneyRounding, string>> = {
  half_up: ", half up,",
  half_even: ", halves to the even one,",
  down: ", down,",
  up: ", up,",
};

/** One sentence for the invoice. */
function reasonOf(one: ClauseCase, { stretch, input }: Setting): string {
  if (!one.isTold) return "";
  const { clause, objective } = one;
  const days = stretch ? `, ${rangeSpan(stretch.days)}` : "";
  const named = `${clause.name} (${clause.cites})${days}`;
  if (objective === null) return `${named}: ${one.steps.find(({ stage }) => stage === "amount")?.rule ?? "due."}`;
  const { kpi, aims, figure, name } = objective;
  const level = levelOf(clause);
  const aim = aims[level] ?? aims.target;
  return `${named}: ${name} came to ${figureText(kpi, figure, levelsOf(aims))} in ${periodTitle(input.period)}; ${LEVEL_WORDS[level]} ${levelText(kpi, aim)}.`;
}

/** The level that the clause is about. */
const levelOf = ({ mechanism, when }: ClauseCase["clause"]): AimLevel =>
  LEVEL_OF[when] ?? ("below" in mechanism ? mechanism.below : "target");

const LEVEL_OF: Readonly<Record<string, AimLevel>> = {
  below_minimum: "minimum",
  below_expected: "expected",
  expected_met: "expected",
};

const LEVEL_WORDS: Readonly<Record<AimLevel, string>> = {
  target: "the target is",
  minimum: "the minimum is",
  expected: "the expected level is",
};

function heldReason({ clause, objective, isTold }: ClauseCase, { input }: Setting): string {
  if (!isTold) return "";
  const { settle, of } = clause.earnBack!;
  const kept = settle === "withheld" ? "The credit is withheld" : "The credit is given under reserve";
  const who = of === "all" || objective === null ? "all objectives reach" : `${objective.name} reaches`;
  return `${kept}: it is earned back if ${who} ${earningText(clause.earnBack!, input.period.kind)} (${clause.cites}).`;
}
