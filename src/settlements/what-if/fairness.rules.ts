import { tailProbability } from "../../objectives/clauses/guards/binomial-tail.rules";
import { minus, ONE, rational } from "../../shared/rational";
import { Decimal } from "../../shared/decimal";

/** 97.5 % point of the normal distribution, as practice rounds it. */
const Z = "1.96";

/**
 * By how much a share of a sample may be off, 95 % of the time: 1.96 × √(p (1 − p) ÷ n), at most where p is a half
 * (semantics §7, K23); unrounded.
 * | n     | p    | half-width |
 * | 1,067 | 0.5  | 0.0300     |
 * |     5 | 0.5  | 0.4383     |
 * |   100 | 0.9  | 0.0588     |
 */
export function samplingHalfWidth(sample: number, share: string): string {
  const spread = new Decimal(share).times(new Decimal(1).minus(share)).div(sample);
  return spread.sqrt().times(Z).toString();
}

/** So many are looked at, and so many misses among them are accepted. */
export interface AcceptancePlan {
  readonly sample: number;
  readonly missesAccepted: number;
  /** Shares of misses: of what the provider may call good, and of what the client need not accept. */
  readonly goodMissRate: string;
  readonly badMissRate: string;
}

/**
 * Both parties' risks of a plan (semantics §7, C34): good service is refused with the provider's risk, bad service is
 * accepted with the client's. Six significant digits. Good 1 %, bad 5 %:
 * | n   | accepted | provider's risk | client's risk |
 * |  30 |        0 |          0.2603 |      0.214639 |
 * | 132 |        3 |       0.0442525 |     0.0992283 |
 */
export function acceptanceRisks({ sample, missesAccepted, goodMissRate, badMissRate }: AcceptancePlan) {
  const [good, bad] = [rational(goodMissRate), rational(badMissRate)];
  return {
    providersRisk: tailProbability({ events: sample, misses: missesAccepted + 1, missRate: good }),
    // at most so many misses: at least so many hits
    clientsRisk: tailProbability({ events: sample, misses: sample - missesAccepted, missRate: minus(ONE, bad) }),
  };
}
