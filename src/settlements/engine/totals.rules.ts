import { exactText, rational, sumOf } from "../../shared/rational";
import type { LineKind, SettledLine, SettledPeriod, SettlementTotals } from "./settled-period";

/** Sums of the lines, in whole minor units, and of the points. */
export function totalsOf({ lines, outcomes }: Pick<SettledPeriod, "lines" | "outcomes">): SettlementTotals {
  const of = (...kinds: LineKind[]): bigint =>
    lines.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { amount }) => sum + BigInt(amount), 0n);
  return {
    credits: String(of("credit")),
    bonuses: String(-of("bonus")),
    held: String(-of("earn_back_hold")),
    released: String(of("earn_back_release")),
    returned: String(-of("earn_back_return")),
    net: String(lines.reduce((sum: bigint, { amount }: SettledLine) => sum + BigInt(amount), 0n)),
    points: exactText(sumOf(outcomes.map(({ points }) => rational(points)))),
  };
}
