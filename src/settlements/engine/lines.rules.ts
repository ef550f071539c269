import type { AimLevel } from "../../objectives/clauses/clause";
import { rational, roundedTo } from "../../shared/rational";
import { keyOf } from "./amount.rules";
import { told, type ClauseCase, type Setting } from "./clause-case.rules";
import { earningText, holdOf } from "./earn-back.rules";
import { figureText, levelText, moneyText } from "./money-text.rules";
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
  const money = (): string => moneyText(rational(amount), input.currency);
  const awaiting =
    holds.length === 0
      ? one
      : told(one, "earn_back", () => ({ rule: heldReason(one, setting), output: `${money()} may be earned back` }));
  const rule = `Rounded once to whole minor units (${terms.rounding.replace("_", " ")}).`;
  return {
    one: told(awaiting, "line", () => ({ rule, output: `${kind} of ${money()}` })),
    lines: [line, ...held],
    holds,
  };
}

/** One sentence for the invoice. */
function reasonOf(one: ClauseCase, { stretch }: Setting): string {
  if (!one.isTold) return "";
  const { clause, objective } = one;
  const days = stretch ? `, ${stretch.days.from} to ${stretch.days.until ?? "the end"} (not included)` : "";
  const named = `${clause.name} (${clause.cites})${days}`;
  if (objective === null) return `${named}: ${one.steps.find(({ stage }) => stage === "amount")?.rule ?? "due"}`;
  const level = LEVEL_OF[clause.when] ?? "target";
  const aim = objective.aims[level] ?? objective.aims.target;
  return `${named}: ${objective.code} came to ${figureText(objective.kpi, objective.figure)}; ${LEVEL_WORDS[level]} ${levelText(objective.kpi, aim)}.`;
}

const LEVEL_OF: Readonly<Record<string, AimLevel>> = {
  below_minimum: "minimum",
  below_expected: "expected",
  expected_met: "expected",
};

const LEVEL_WORDS: Readonly<Record<AimLevel, string>> = {
  target: "the target is",
  minimum: "the minimum is",
  expected: "expected is",
};

function heldReason({ clause, objective, isTold }: ClauseCase, { input }: Setting): string {
  if (!isTold) return "";
  const kept =
    clause.earnBack!.settle === "withheld"
      ? "Not paid until it is clear whether it is earned back"
      : "Paid under reserve";
  const who =
    clause.earnBack!.of === "all" || objective === null ? "all objectives reach" : `${objective.code} reaches`;
  return `${kept}: when ${who} ${earningText(clause.earnBack!, input.period.kind)} (${clause.cites}).`;
}
