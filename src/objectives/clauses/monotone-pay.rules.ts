import { Decimal } from "../../shared/decimal";
import type { Clause } from "./clause";
import { PaysForWorse } from "./clause.errors";
import type { Path } from "./read-amount.rules";

/** What is paid at values met one after the other, from the worst to the best. */
export interface PaidAt {
  readonly pays: string;
  readonly path: Path;
}

/**
 * Whoever serves better must not be worse off: a credit must not rise towards better values, a bonus must not fall.
 * | side   | from worst to best |         |
 * | credit | 4, 3, 1, 0         | fine    |
 * | credit | 4, 1, 3, 0         | refused |
 * | bonus  | 0, 100, 200        | fine    |
 */
export function refusePayForWorse(paid: readonly PaidAt[], side: Clause["side"]): void {
  const index = paid.findIndex(({ pays }, at) => {
    const rise = at === 0 ? 0 : new Decimal(pays).comparedTo(paid[at - 1]!.pays);
    return side === "credit" ? rise > 0 : rise < 0;
  });
  if (index === -1) return;
  const [worse, better] = side === "credit" ? ["less", "more"] : ["more", "less"];
  throw new PaysForWorse(`A better value pays ${better} ${side} than a worse one.`, {
    path: paid[index]!.path,
    remedy: `Let the better value pay as much or ${worse === "less" ? "less" : "more"}, or check which value the amount belongs to.`,
  });
}
