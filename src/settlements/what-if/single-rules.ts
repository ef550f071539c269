import { moneyOf as shownMoney } from "../../kpis/money.rules";
import type { Mechanism, MechanismKind } from "../../objectives/clauses/clause";
import { ladderPay } from "../../objectives/clauses/mechanisms/counters.rules";
import { moneyOf } from "../../objectives/clauses/mechanisms/clause-pay.rules";
import { ratchetTarget } from "../../objectives/clauses/mechanisms/ratchet.rules";
import type { PointsLadderInput, RatchetInput } from "../../objectives/clauses/mechanism-input.type";
import { readShare, readWholeMoney } from "../../objectives/clauses/read-amount.rules";
import { readMechanism } from "../../objectives/clauses/read-mechanism";
import { decimalText, exactText, rational, roundedTo, times } from "../../shared/rational";
import type { WhatIfAimsInput } from "./what-if-objective.type";
import type { WhatIfPayType } from "./what-if-pay.type";
import type { WhatIfMoneyInput } from "./what-if-terms.type";

/** What a ladder pays for so many points, in the money of a fee. */
export function ladderOf(ladder: PointsLadderInput, points: string, money: WhatIfMoneyInput): WhatIfPayType {
  const { currency } = money;
  const fee = readWholeMoney(money.fee, currency, ["money", "fee"]);
  const atRisk = readShare(money.atRisk, ["money", "atRisk"]);
  const pool = exactText(times(rational(fee), rational(atRisk)));
  const { pays, amount, rule } = ladderPay(mechanismOf("points_ladder", ladder, currency), { pointsInWindow: points });
  const worth = moneyOf({ pays, amount }, { fee, pool, pointValue: null });
  return {
    ...{ pays, rule, amount: decimalText(amount) },
    money: shownMoney(String(roundedTo(worth, "half_up")), currency),
  };
}

/** The target that good periods raise; null: it stays. */
export function ratchetOf(ratchet: RatchetInput, { unit, direction, target }: WhatIfAimsInput, values: string[]) {
  const raised = ratchetTarget(mechanismOf("ratchet", ratchet, "EUR"), { kpi: { unit, direction }, target, values });
  return raised && decimalText(raised);
}

/** Read and checked as in definitions. */
function mechanismOf<K extends MechanismKind>(kind: K, input: object, currency: string) {
  const mechanism = readMechanism({ ...input, kind }, { currency, side: "credit", kpi: null });
  return mechanism as Extract<Mechanism, { kind: K }>;
}
