import { rational, times } from "../../../shared/rational";
import type { Mechanism } from "../clause";
import type { ClausePay, ClauseReading } from "./clause-reading";
import { minorUnits, shown, shownPay } from "./readable.rules";

type Allocation = Extract<Mechanism, { kind: "allocation" }>;
type Fixed = Extract<Mechanism, { kind: "fixed" }>;

/**
 * fee × at risk × allocation × criticality (semantics §6, C1, X56): a share of the pool.
 * | fee       | at risk | allocation | criticality | share of the pool | credit  |
 * | 100,000   |    10 % |       50 % |        40 % |              20 % |   2,000 |
 * | 100,000   |    10 % |      100 % |       100 % |             100 % |  10,000 |
 */
export function allocationPay({ allocation, criticality }: Allocation, { fee, atRisk }: ClauseReading): ClausePay {
  const amount = times(rational(allocation), rational(criticality));
  return {
    pays: "pool_share",
    amount,
    inputs: [
      { name: "fee", value: minorUnits(rational(fee)) },
      { name: "share at risk", value: percent(atRisk) },
      { name: "allocation", value: percent(allocation) },
      { name: "criticality", value: percent(criticality) },
    ],
    rule: `Fee × share at risk × allocation × criticality is due: ${shownPay("pool_share", amount)}.`,
  };
}

/** The same amount whenever the clause is set off. */
export function fixedPay({ pays, amount }: Fixed): ClausePay {
  const exact = rational(amount);
  return { pays, amount: exact, inputs: [], rule: `Whenever the clause applies, it brings ${shownPay(pays, exact)}.` };
}

const percent = (share: string): string => `${shown(times(rational(share), rational(100)))} %`;
