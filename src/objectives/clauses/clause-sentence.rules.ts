import type { Cap, Clause, EarnBack, Repeat, Trigger } from "./clause";
import { guardSentence } from "./guard-sentence.rules";
import { LEVELS, mechanismWords, type Wording } from "./mechanism-words.rules";
import type { PromisedObjective } from "./promised-objective";
import { writtenAmount, writtenMoney } from "./written-amount.rules";

/** What sentences about a contract's clauses are written with. */
export interface SentenceSetting {
  readonly currency: string;
  readonly objectives: readonly Pick<PromisedObjective, "code" | "kpi">[];
}

/**
 * What a clause does, in plain English, for documents and for people who dispute it.
 *
 * `When SL-1 misses its target, 5 % of the fee is credited to the client. Failing again within 1 month multiplies it by 2.`
 */
export function clauseSentence(clause: Clause, { currency, objectives }: SentenceSetting): string {
  const kpi = objectives.find(({ code }) => clause.objectives.includes(code))?.kpi ?? null;
  const wording = { currency, kpi, side: clause.side };
  return [
    mainSentence(clause, wording),
    ...clause.guards.map(guardSentence),
    ...modifierSentences(clause, currency),
  ].join(" ");
}

function mainSentence({ mechanism, objectives, when }: Clause, wording: Wording): string {
  const about = objectives.length === 0 ? null : list(objectives);
  const words = mechanismWords(mechanism, {
    ...wording,
    about: about ?? "the contract",
    isMany: objectives.length > 1,
  });
  const condition =
    when === "always"
      ? null
      : `When ${about ?? (REACHING.includes(when) ? "every objective" : "any objective")} ${WHENS[when]}`;
  return condition ? `${condition}, ${words}.` : `${words[0]!.toUpperCase()}${words.slice(1)}.`;
}

const WHENS: Readonly<Record<Exclude<Trigger, "always">, string>> = {
  missed: "misses its target",
  below_minimum: "misses its minimum",
  below_expected: "is worse than expected",
  met: "meets its target",
  expected_met: "is at its expected level",
};

/** About the contract as a whole these ask for all objectives, the others for any. */
const REACHING: readonly Trigger[] = ["met", "expected_met"];

/** `SL-1`, `SL-1 or SL-2`, `SL-1, SL-2 or SL-3`. */
const list = (codes: readonly string[]): string =>
  codes.length < 2 ? codes.join("") : `${codes.slice(0, -1).join(", ")} or ${codes.at(-1)}`;

function modifierSentences({ repeat, ignoredUpTo, atLeast, cap, earnBack }: Clause, currency: string): string[] {
  const sentences: string[] = [];
  if (repeat) sentences.push(repeatSentence(repeat));
  if (ignoredUpTo !== null) sentences.push(`Up to ${writtenMoney(ignoredUpTo, currency)} is dropped.`);
  if (atLeast != null) sentences.push(`What is due is at least ${writtenMoney(atLeast, currency)}.`);
  if (cap) sentences.push(`It is at most ${capWords(cap, currency)}.`);
  if (earnBack) sentences.push(earnBackSentence(earnBack));
  return sentences;
}

const repeatSentence = (repeat: Repeat): string =>
  "inARow" in repeat
    ? `Failures in a row multiply it by ${repeat.inARow.join(", ")}${repeat.inARow.length > 1 ? " in turn" : ""}.`
    : `Failing again within ${periods(repeat.within)} multiplies it by ${repeat.multiplier}.`;

export const periods = (count: number): string => `${count} ${count === 1 ? "period" : "periods"}`;

const capWords = ({ pays, amount }: Cap, currency: string): string => {
  const written = writtenAmount(pays, amount, currency);
  return pays === "money"
    ? String(written)
    : `${written} of ${pays === "fee_share" ? "the fee" : "the amount at risk"}`;
};

function earnBackSentence({ level, periods: count, mode, of, expiresAfter, settle }: EarnBack): string {
  const who = of === "all" ? "all objectives reach" : "the objective reaches";
  const how = mode === "average" ? `their ${LEVELS[level]} on average over` : `their ${LEVELS[level]} in each of`;
  const reaching = of === "all" ? how : how.replace("their", "its");
  const meanwhile = settle === "withheld" ? "it is withheld" : "it is credited, and taken back then";
  return `It is earned back if ${who} ${reaching} ${periods(count)}, within ${periods(expiresAfter)}; until then ${meanwhile}.`;
}
