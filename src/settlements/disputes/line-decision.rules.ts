import { minorDigits } from "../../kpis/currency.rules";
import type { DisputeOutcome } from "../../disputes/dispute.entity";
import { Decimal } from "../../shared/decimal";
import type { SettlementLine } from "../settlement-line.entity";
import { InvalidAmount, InvalidLineDecision } from "../settlement.errors";

/** What a line comes to by a decision, as somebody writes it: in the currency's major unit. */
export interface WrittenAmount {
  readonly no: number;
  readonly amount: string;
}

export interface LineDecision {
  readonly outcome: DisputeOutcome;
  readonly lines: readonly WrittenAmount[];
}

/** Whole minor units of an amount in the major unit; refuses parts of a minor unit. */
export function minorUnits(amount: string, currency: string, path: readonly string[]): string {
  const digits = minorDigits(currency);
  const minor = new Decimal(amount).times(10 ** digits);
  if (!minor.isInteger()) throw new InvalidAmount(amount, currency, digits, path);
  return minor.toFixed();
}

/**
 * Differences that a decision makes to disputed lines, in minor units: what is decided less what the line says. Nothing
 * is decided of a rejected dispute; otherwise at least one line comes to another amount.
 * | line 1: 500.00, decided 300.00 | −20000 |
 */
export function decidedDifferences(
  { outcome, lines }: LineDecision,
  disputed: readonly SettlementLine[],
  currency: string,
): Map<SettlementLine, string> {
  if (outcome === "rejected") {
    if (lines.length > 0) throw invalid("The dispute is rejected, and yet lines are to come to other amounts.", LEAVE);
    return new Map();
  }
  const differences = new Map<SettlementLine, string>();
  for (const [at, { no, amount }] of lines.entries()) {
    const path = ["lines", String(at)];
    const line = disputed.find((one) => one.no === no);
    if (!line) throw new InvalidLineDecision(`Line ${no} is not disputed here.`, { path, remedy: namesOf(disputed) });
    if (differences.has(line))
      throw new InvalidLineDecision(`Line ${no} is decided twice.`, { path, remedy: "Give one amount for each line." });
    const minor = minorUnits(amount, currency, [...path, "amount"]);
    differences.set(line, new Decimal(minor).minus(line.amount).toFixed());
  }
  const changed = new Map([...differences].filter(([, difference]) => difference !== "0"));
  if (changed.size === 0) throw invalid(`The outcome is ${outcome}, but no line comes to another amount.`, SAY);
  return changed;
}

const LEAVE = "Leave `lines` out, or choose another outcome.";
const SAY = "Say for at least one line what it comes to, or reject the dispute.";

const namesOf = (disputed: readonly SettlementLine[]): string =>
  `Disputed are: ${disputed.map(({ no }) => no).join(", ")}.`;

const invalid = (message: string, remedy: string): InvalidLineDecision =>
  new InvalidLineDecision(message, { path: ["lines"], remedy });
