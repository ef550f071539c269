import { ZERO } from "../../../shared/rational";
import type { Pays } from "../clause";
import type { ClausePay } from "./clause-reading";

/** Without a value nothing follows: neither a credit nor a bonus (semantics R2, R12). */
export const unmeasuredPay = (pays: Pays): ClausePay => ({
  pays,
  amount: ZERO,
  inputs: [],
  rule: "There is no value, so nothing is due.",
});
