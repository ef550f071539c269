import { canonicalJson, type Json } from "../../shared/canonical-hash";
import { STAGES, type Clause, type Repeat } from "./clause";
import type { TermsSetting } from "./read-settlement-terms";
import type { SettlementTerms } from "./settlement-terms";
import { writtenAmount, writtenCap, writtenMoney, writtenNumber, writtenShare } from "./written-amount.rules";
import { writtenGuard, writtenMechanism } from "./written-mechanism.rules";

/** Terms as a document says them; null: what it may leave out. `readSettlementTerms` makes the same of them again. */
export function writtenSettlementTerms(terms: SettlementTerms, setting: TermsSetting) {
  const { currency } = setting;
  const { fee, atRisk, allocationLimit, pointValue, creditCap, yearlyCreditCap, bonusCap, order } = terms;
  return {
    settledBy: terms.settledBy,
    fee: writtenMoney(fee, currency),
    atRisk: writtenShare(atRisk),
    allocationLimit: allocationLimit === "1" ? null : writtenShare(allocationLimit),
    pointValue: pointValue && writtenMoney(pointValue, currency),
    creditCap: writtenCap(creditCap, currency),
    yearlyCreditCap: writtenCap(yearlyCreditCap, currency),
    bonusCap: writtenCap(bonusCap, currency),
    singleIncident: terms.singleIncident || null,
    order: canonicalJson(order as Json) === canonicalJson(STAGES as Json) ? null : [...order],
    rounding: terms.rounding === "half_up" ? null : terms.rounding,
    clauses: terms.clauses.map((clause) => writtenClause(clause, setting)),
  };
}

export function writtenClause(clause: Clause, { currency, objectives }: TermsSetting) {
  const {
    code,
    name,
    cites,
    side,
    when,
    mechanism,
    guards,
    repeat,
    ignoredUpTo,
    atLeast = null,
    cap,
    earnBack,
  } = clause;
  const kpi = objectives.find((one) => clause.objectives.includes(one.code))?.kpi ?? null;
  return {
    ...{ code, name, cites, side: side === "credit" ? null : side },
    ...{ objectives: [...clause.objectives], when },
    mechanism: writtenMechanism(mechanism, { currency, kpi }),
    guards: guards.map(writtenGuard),
    repeat: repeat && writtenRepeat(repeat),
    ignoredUpTo: ignoredUpTo && (writtenAmount("money", ignoredUpTo, currency) as string),
    atLeast: atLeast && (writtenAmount("money", atLeast, currency) as string),
    cap: writtenCap(cap, currency),
    earnBack: earnBack && { ...earnBack },
  };
}

const writtenRepeat = (repeat: Repeat) =>
  "inARow" in repeat
    ? { inARow: repeat.inARow.map(writtenNumber) }
    : { multiplier: writtenNumber(repeat.multiplier), within: repeat.within };
