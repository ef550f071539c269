import { Gathering } from "../../shared/gathering";
import { parseInput } from "../../shared/input";
import { orderTroubles } from "./order-check";
import { readCap, readClause } from "./read-clause";
import type { PromisedObjective } from "./promised-objective";
import { readShare, readWholeMoney } from "./read-amount.rules";
import type { SettlementTerms } from "./settlement-terms";
import { moneyTermsSchema, type RawMoneyTerms, type WrittenMoneyTerms } from "./settlement-terms.schema";
import { termsTroubles } from "./terms-check.rules";

/** What terms are read against. */
export interface TermsSetting {
  /** Of the contract. */
  readonly currency: string;
  /** Every version of every objective that applies while the terms do. */
  readonly objectives: readonly PromisedObjective[];
}

/** Terms as written by people, checked and in exact numbers; every problem at once. Nothing has to be saved for it. */
export const readSettlementTerms = (raw: RawMoneyTerms, setting: TermsSetting): SettlementTerms =>
  exactTerms(parseInput(moneyTermsSchema, raw), setting);

/** The same of what has its form already. */
export function exactTerms(written: WrittenMoneyTerms, setting: TermsSetting): SettlementTerms {
  const gathering = new Gathering();
  const money = gathering.attemptNow(() => readMoneyOf(written, setting));
  const clauses = written.clauses.map((clause, index) =>
    gathering.attemptNow(() => readClause(clause, setting), ["clauses", String(index)]),
  );
  gathering.throwIfAny();
  const { settledBy, singleIncident, order, rounding } = written;
  const terms = { settledBy, ...money!, singleIncident, order, rounding, clauses: clauses.map((clause) => clause!) };
  for (const trouble of [...orderTroubles(order), ...termsTroubles(terms, setting.objectives)]) gathering.add(trouble);
  gathering.throwIfAny();
  return terms;
}

type MoneyOf = Pick<
  SettlementTerms,
  "fee" | "atRisk" | "allocationLimit" | "pointValue" | "creditCap" | "yearlyCreditCap" | "bonusCap"
>;

function readMoneyOf(written: WrittenMoneyTerms, { currency }: TermsSetting): MoneyOf {
  const gathering = new Gathering();
  const { pointValue } = written;
  const cap = (field: "creditCap" | "yearlyCreditCap" | "bonusCap") => {
    const limit = written[field];
    return limit && gathering.attemptNow(() => readCap(limit, currency), [field]);
  };
  const fee = gathering.attemptNow(() => readWholeMoney(written.fee, currency, ["fee"]));
  const atRisk = gathering.attemptNow(() => readShare(written.atRisk, ["atRisk"]));
  const limit = gathering.attemptNow(() => readShare(written.allocationLimit, ["allocationLimit"], null));
  const point = pointValue && gathering.attemptNow(() => readWholeMoney(pointValue, currency, ["pointValue"]));
  const [creditCap, yearlyCreditCap, bonusCap] = [cap("creditCap"), cap("yearlyCreditCap"), cap("bonusCap")];
  gathering.throwIfAny();
  return {
    ...{ fee: fee!, atRisk: atRisk!, allocationLimit: limit!, pointValue: point! },
    ...{ creditCap: creditCap!, yearlyCreditCap: yearlyCreditCap!, bonusCap: bonusCap! },
  };
}
