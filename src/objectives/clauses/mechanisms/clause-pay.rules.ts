import { rational, times, ZERO, type Rational } from "../../../shared/rational";
import type { Mechanism, MechanismKind, Pays } from "../clause";
import { bandsPay } from "./bands.rules";
import { bonusMalusPay } from "./bonus-malus.rules";
import type { ClausePay, ClauseReading } from "./clause-reading";
import { escalatingPay, errorsPay, perEventPay } from "./counted.rules";
import { defaultPay, ladderPay } from "./counters.rules";
import { allocationPay, fixedPay } from "./fixed.rules";
import { perPointPay } from "./per-point.rules";
import { tablePay } from "./table.rules";

/** What one clause pays for one reading, exactly; repeats, floors, caps and rounding come later. */
export function clausePay(mechanism: Mechanism, reading: ClauseReading): ClausePay {
  return (PAYS_OF[mechanism.kind] as PayOf)(mechanism, reading);
}

type PayOf<M extends Mechanism = Mechanism> = (mechanism: M, reading: ClauseReading) => ClausePay;

const PAYS_OF: { readonly [K in MechanismKind]: PayOf<Extract<Mechanism, { kind: K }>> } = {
  allocation: allocationPay,
  fixed: fixedPay,
  bands: bandsPay,
  per_point: perPointPay,
  table: tablePay,
  bonus_malus: bonusMalusPay,
  per_event: perEventPay,
  escalating: escalatingPay,
  points_ladder: ladderPay,
  default_counter: defaultPay,
  erroneous_reporting: errorsPay,
  ratchet: () => ({ pays: "money", amount: ZERO, inputs: [], rule: "The clause raises the target; no money is due." }),
};

/** What an amount is worth: shares are of these, in minor units. */
export interface Worth {
  readonly fee: string;
  readonly pool: string;
  /** Minor units per point; null: points are counted, not paid. */
  readonly pointValue: string | null;
}

/**
 * An amount in exact minor units, not rounded.
 * | pays       | amount | fee     | pool    | point | money  |
 * | fee_share  |    0.1 | 500,000 |  50,000 |     – | 50,000 |
 * | pool_share |    0.2 | 500,000 |  50,000 |     – | 10,000 |
 * | points     |      3 | 500,000 |  50,000 | 2,500 |  7,500 |
 * | points     |      3 | 500,000 |  50,000 |  none |      0 |
 */
export function moneyOf({ pays, amount }: { pays: Pays; amount: Rational }, worth: Worth): Rational {
  if (pays === "money") return amount;
  return times(amount, rational(unitOf(pays, worth)));
}

function unitOf(pays: Exclude<Pays, "money">, { fee, pool, pointValue }: Worth): string {
  if (pays === "fee_share") return fee;
  return pays === "pool_share" ? pool : (pointValue ?? "0");
}
